import { parseToml, stringOfToml, spanOfToml, textsOfToml, type TomlNode } from '../../toml/index.ts';
import type { Dependency, Group, Use } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type Runtime } from '../file.ts';
import { entriesOf, isTrue, originOf, requirementOf, type Entry } from '../toml/entry.ts';
import { cargoProject } from '../toml/project.ts';
import { tomlSettings } from '../settings/toml.ts';
import { tablesAt } from '../toml/sections.ts';

/** Sections of a package and of a target, with the older spelling. */
const SECTIONS: readonly (readonly [section: string, groups: readonly Group[]])[] = [
  ['dependencies', []],
  ['dev-dependencies', ['dev']],
  ['dev_dependencies', ['dev']],
  ['build-dependencies', []],
  ['build_dependencies', []],
];

/** A requirement that only one version fits. */
const PIN = /^\s*=\s*(\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?)\s*$/;

/** Reads Cargo.toml (https://doc.rust-lang.org/cargo/reference/manifest.html). */
export function parseCargoToml(text: string): DependencyFile {
  const { root, problems, comments } = parseToml(text);
  const dependencies: Dependency[] = [];
  const add = (tables: readonly TomlNode[], section: string, groups: readonly Group[], use: Use, marker?: string): void => {
    for (const table of tables)
      for (const entry of entriesOf(text, table)) dependencies.push(crateOf(entry, section, groups, use, marker));
  };
  for (const [section, groups] of SECTIONS) add(tablesAt(root, [section]), section, groups, 'declared');
  for (const targets of tablesAt(root, ['target']))
    for (const { key, value } of targets.members)
      for (const [section, groups] of SECTIONS)
        add(tablesAt(value, [section]), `target.${key.text}.${section}`, groups, 'declared', key.text);
  add(tablesAt(root, ['workspace', 'dependencies']), 'workspace.dependencies', [], 'declared');
  for (const patches of tablesAt(root, ['patch']))
    for (const { key, value } of patches.members)
      if (value.kind === 'table') add([value], `patch.${key.text}`, [], 'replacement');
  add(tablesAt(root, ['replace']), 'replace', [], 'replacement');
  const [project] = tablesAt(root, ['package']);
  const name = stringOfToml(project, 'name')?.text;
  const told = cargoProject(root);
  return dependencyFile({
    ecosystem: 'crates.io',
    format: 'Cargo.toml',
    role: 'manifest',
    problems,
    comments,
    ...(name !== undefined && { name }),
    ...(told && { project: told }),
    dependencies: dependencies.sort((a, b) => a.span.start - b.span.start),
    settings: tomlSettings(text, root).filter(({ key }) => key === 'registry' || key === 'registry-index'),
    runtimes: runtimesOf(project),
    workspaces: tablesAt(root, ['workspace']).flatMap((table) => textsOfToml(table, 'members')),
  });
}

function crateOf(entry: Entry, section: string, base: readonly Group[], use: Use, marker: string | undefined): Dependency {
  const { value, span, deletion } = entry;
  const table = value.kind === 'table' ? value : undefined;
  // `[replace]` names what it replaces as `name:version`.
  const colon = section === 'replace' ? entry.rawName.lastIndexOf(':') : -1;
  const rawName = colon < 0 ? entry.rawName : entry.rawName.slice(0, colon);
  const isExact = entry.nameSpan.end - entry.nameSpan.start === entry.rawName.length;
  const nameSpan = colon < 0 || !isExact ? entry.nameSpan : { start: entry.nameSpan.start, end: entry.nameSpan.start + colon };
  const name = stringOfToml(table, 'package')?.text ?? rawName;
  const requirement = requirementOf(table ? stringOfToml(table, 'version') : value);
  const version = PIN.exec(requirement.requirement ?? '')?.[1];
  const origin = table && originOf(table);
  const isInherited = table !== undefined && isTrue(table, 'workspace');
  const groups: readonly Group[] = table && isTrue(table, 'optional') ? [...base, 'optional'] : base;
  return {
    ecosystem: 'crates.io',
    name,
    rawName,
    nameSpan,
    use,
    kind: 'direct',
    groups,
    section,
    source: isInherited ? 'catalog' : name === rawName ? 'registry' : 'alias',
    ...requirement,
    ...(version !== undefined && requirement.requirementSpan && { version, versionSpan: requirement.requirementSpan }),
    ...(!isInherited && origin),
    ...(marker !== undefined && { marker }),
    span,
    ...(deletion && { deletion }),
  };
}

function runtimesOf(project: TomlNode | undefined): Runtime[] {
  const rust = stringOfToml(project, 'rust-version');
  return rust ? [{ name: 'rust', requirement: rust.text, requirementSpan: spanOfToml(rust) }] : [];
}

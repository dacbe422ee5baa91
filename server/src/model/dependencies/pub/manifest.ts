import { asMapping, asScalar, entryOf, isNull, itemsOf, keyOf, type YamlEntry, type YamlMapping } from '../../yaml/index.ts';
import type { Dependency, Group, Use } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type Registry, type Runtime } from '../file.ts';
import { readYaml } from '../settings/yaml.ts';
import { locatedIn } from './origin.ts';
import { entryTexts } from './broken.ts';
import { pubOverrideSites } from './override-site.ts';
import { pubProject } from './project.ts';
import { blockDeletion, fieldOf, sectionsOf } from './yaml.ts';
import { pinnedVersion } from '../versions/index.ts';
import { pubVersions } from '../versions/pub.ts';

const SECTIONS: readonly (readonly [section: string, groups: readonly Group[], use: Use])[] = [
  ['dependencies', [], 'declared'],
  ['dev_dependencies', ['dev'], 'declared'],
  ['dependency_overrides', [], 'override'],
];

/** Whether the line break before a section is lost, which YAML may take for text. */
const isJoined = (text: string, section: string): boolean => {
  const at = text.indexOf(`${section}:\n`);
  return at > 0 && /[^\s_]/.test(text[at - 1] ?? '');
};

/** Reads pubspec.yaml and pubspec_overrides.yaml (https://dart.dev/tools/pub/pubspec, https://dart.dev/tools/pub/dependencies). */
export function parsePubspec(text: string): DependencyFile {
  const { root, problems, comments } = readYaml(text);
  const mappingsOf = (section: string): YamlMapping[] =>
    problems.length === 0 && !isJoined(text, section)
      ? sectionsOf(root, section)
      : entryTexts(text, section).flatMap((part) => sectionsOf(readYaml(part).root, section));
  const dependencies: Dependency[] = [];
  const registries: Registry[] = [];
  for (const [section, groups, use] of SECTIONS) {
    for (const mapping of mappingsOf(section)) {
      for (const entry of mapping.entries) {
        const read = packageOf(text, entry, mapping, { section, groups, use });
        if (read) dependencies.push(read.dependency);
        if (read?.registry) registries.push(read.registry);
      }
    }
  }
  const name = asScalar(entryOf(root, 'name')?.value)?.text;
  const workspaces = itemsOf(entryOf(root, 'workspace')?.value).flatMap((item) => asScalar(item)?.text ?? []);
  const project = pubProject(root);
  return dependencyFile({
    ecosystem: 'Pub',
    format: 'pubspec.yaml',
    role: 'manifest',
    problems,
    comments,
    ...(name !== undefined && { name }),
    ...(project && { project }),
    ...(problems.length === 0 && {
      overrideSites: pubOverrideSites(
        text,
        root,
        dependencies.flatMap(({ use, rawName }) => (use === 'override' ? rawName : [])),
      ),
    }),
    dependencies: dependencies.sort((a, b) => a.span.start - b.span.start),
    registries,
    runtimes: runtimesOf(text, root),
    workspaces,
    // The lockfile of a workspace has what its packages ask for as well.
    ...(workspaces.length > 0 && { isPartial: true }),
  });
}

function packageOf(
  text: string,
  entry: YamlEntry,
  mapping: YamlMapping,
  facts: Pick<Dependency, 'section' | 'groups' | 'use'>,
): { readonly dependency: Dependency; readonly registry?: Registry } | undefined {
  const rawName = keyOf(entry);
  if (rawName === undefined || entry.key.kind !== 'scalar') return undefined;
  const details = asMapping(entry.value);
  const written = details
    ? fieldOf(text, entryOf(details, 'version')?.value)
    : isNull(entry.value)
      ? undefined
      : fieldOf(text, entry.value);
  if (!details && !written && !isNull(entry.value)) return undefined;
  const { registry, ...origin } = locatedIn(text, details);
  const version = written && pinnedVersion(pubVersions, written.text);
  const deletion = mapping.style === 'block' ? blockDeletion(text, entry.span) : undefined;
  return {
    dependency: {
      ecosystem: 'Pub',
      name: rawName,
      rawName,
      nameSpan: fieldOf(text, entry.key)?.span ?? entry.key.span,
      kind: 'direct',
      source: 'registry',
      ...(written && { requirement: written.text, requirementSpan: written.span }),
      ...(version !== undefined && written && { version, versionSpan: written.span }),
      ...origin,
      span: entry.span,
      ...(deletion && { deletion }),
      ...facts,
    },
    ...(registry && { registry }),
  };
}

/** `sdk` is the one of Dart. */
const runtimesOf = (text: string, root: YamlMapping | undefined): Runtime[] =>
  (asMapping(entryOf(root, 'environment')?.value)?.entries ?? []).flatMap((entry) => {
    const field = fieldOf(text, entry.value);
    const key = keyOf(entry);
    return field && key !== undefined
      ? { name: key === 'sdk' ? 'dart' : key, requirement: field.text, requirementSpan: field.span }
      : [];
  });

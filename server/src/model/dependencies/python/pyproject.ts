import { parseToml, stringOfToml, textsOfToml, valueOfToml, type TomlNode } from '../../toml/index.ts';
import type { Dependency, Use } from '../dependency.ts';
import { dependencyFile, type DependencyFile } from '../file.ts';
import { pythonProject } from '../toml/project.ts';
import { uvRegistries } from '../settings/toml-files.ts';
import { tomlSettings } from '../settings/toml.ts';
import { tablesAt } from '../toml/sections.ts';
import { runtimeOf } from './entry.ts';
import { hatchDependencies } from './hatch.ts';
import { normalizedPythonName } from './name.ts';
import { overrideSitesOf } from './override-sites.ts';
import { pdmOverrides } from './pdm.ts';
import { poetryDependencies, poetryRegistries } from './poetry.ts';
import { listedRequirements, requirementsIn, type ListFacts } from './toml-requirement.ts';
import { indexesOf } from './toml-registries.ts';
import { uvDependencies, withUvSources } from './uv.ts';

/** The tables of tools that are no dependencies but say how those are found. */
const SETTINGS: readonly (readonly [tool: string, section: RegExp])[] = [
  ['uv', /^tool\.uv(?:\.(?:pip|index\[\d+\]|sources.*))?$/],
  ['poetry', /^tool\.poetry\.source\[\d+\]$/],
  ['pdm', /^tool\.pdm\.(?:source\[\d+\]|resolution)$/],
];

/**
 * Reads pyproject.toml: `project` (https://packaging.python.org/specifications/pyproject-toml/), `dependency-groups` (PEP 735), `build-system`, and the tables of Poetry,
 * uv, PDM and Hatch.
 */
export function parsePyproject(text: string): DependencyFile {
  const { root, problems, comments } = parseToml(text);
  const [project] = tablesAt(root, ['project']);
  const [poetry] = tablesAt(root, ['tool', 'poetry']);
  const own = [
    ...lists(text, root, ['project'], 'dependencies', declared('project.dependencies')),
    ...groupsOf(text, root, ['project', 'optional-dependencies'], 'optional'),
    ...groupsOf(text, root, ['dependency-groups'], 'dev'),
    ...lists(text, root, ['build-system'], 'requires', declared('build-system.requires')),
    ...groupsOf(text, root, ['tool', 'pdm', 'dev-dependencies'], 'dev'),
    ...uvDependencies(text, root),
    ...lists(text, root, ['tool', 'rye'], 'dev-dependencies', { ...declared('tool.rye.dev-dependencies'), groups: ['dev'] }),
    ...hatchDependencies(text, root),
    // Flit before PEP 621 (https://flit.pypa.io/en/stable/pyproject_toml.html#old-style-metadata).
    ...lists(text, root, ['tool', 'flit', 'metadata'], 'requires', declared('tool.flit.metadata.requires')),
    ...groupsOf(text, root, ['tool', 'flit', 'metadata', 'requires-extra'], 'optional'),
  ];
  const told = pythonProject(root);
  const name = (stringOfToml(project, 'name') ?? stringOfToml(poetry, 'name'))?.text;
  const settings = SETTINGS.flatMap(([tool, isSetting]) =>
    tomlSettings(text, valueOfToml(valueOfToml(root, 'tool'), tool), `tool.${tool}`).filter(({ section }) =>
      isSetting.test(section),
    ),
  );
  const dependencies = [
    ...withUvSources(text, root, withoutSelf(own, name)),
    ...poetryDependencies(text, root).filter((one) => !isMore(one, own)),
    ...pdmOverrides(text, root),
  ];
  return dependencyFile({
    ecosystem: 'PyPI',
    format: 'pyproject.toml',
    role: 'manifest',
    problems,
    comments,
    ...(name !== undefined && { name }),
    ...(told && { project: told }),
    dependencies: dependencies.sort((a, b) => a.span.start - b.span.start),
    ...(problems.length === 0 && { overrideSites: overrideSitesOf(text, root) }),
    registries: [
      ...poetryRegistries(root),
      ...indexesOf(tablesAt(root, ['tool', 'pdm']), 'source'),
      ...uvRegistries(settings.filter(({ section }) => /^tool\.uv(?:\.|$)/.test(section))),
    ],
    settings,
    runtimes: [
      ...runtimeOf('python', valueOfToml(project, 'requires-python')),
      ...tablesAt(root, ['tool', 'poetry', 'dependencies']).flatMap((table) => runtimeOf('python', valueOfToml(table, 'python'))),
    ],
    workspaces: tablesAt(root, ['tool', 'uv', 'workspace']).flatMap((table) => textsOfToml(table, 'members')),
  });
}

/** Extras may ask for other extras of the project itself. */
const withoutSelf = (own: readonly Dependency[], name: string | undefined): Dependency[] =>
  own.map((one) => (name !== undefined && one.name === normalizedPythonName(name) ? { ...one, source: 'workspace' } : one));

/** Since version 2 of Poetry its table may say more of what `project` asks for, such as the index: that asks for nothing. */
const isMore = ({ name, source, requirement, section }: Dependency, own: readonly Dependency[]): boolean =>
  section === 'tool.poetry.dependencies' &&
  source === 'registry' &&
  (requirement ?? '') === '' &&
  own.some((one) => one.name === name && one.section.startsWith('project.'));

const declared = (section: string, use: Use = 'declared'): ListFacts => ({ section, groups: [], use });

const lists = (text: string, root: TomlNode, path: readonly string[], key: string, facts: ListFacts): Dependency[] =>
  tablesAt(root, path).flatMap((table) => listedRequirements(text, table, key, facts));

/** A table of lists, each of which is a group. */
const groupsOf = (text: string, root: TomlNode, path: readonly string[], group: 'dev' | 'optional'): Dependency[] =>
  tablesAt(root, path).flatMap(({ members }) =>
    members.flatMap(({ key, value }) =>
      requirementsIn(text, value, { section: `${path.join('.')}.${key.text}`, groups: [group], use: 'declared' }),
    ),
  );

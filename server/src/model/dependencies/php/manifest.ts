import {
  memberDeletion,
  memberSpan,
  objectOf,
  parseJson,
  spanOfJson,
  stringOf,
  valueOf,
  type JsonNode,
} from '../../json/index.ts';
import type { Dependency, Group } from '../dependency.ts';
import { dependencyFile, settingAt, type DependencyFile, type Registry, type Runtime, type Setting } from '../file.ts';
import { composerJsonShape } from '../json-shapes.ts';
import { sectionsOf } from '../npm/manifest.ts';
import { jsonSettings } from '../settings/json.ts';
import { pinnedVersion } from '../versions/index.ts';
import { composerVersions } from '../versions/packagist/index.ts';
import { composerOverrideSites } from './override-site.ts';
import { PLATFORM, RUNTIME } from './platform.ts';
import type { Project } from '../project.ts';
import { composerProject } from './project.ts';

const SECTIONS: readonly (readonly [section: string, groups: readonly Group[]])[] = [
  ['require', []],
  ['require-dev', ['dev']],
];

/** Keys at the top that are settings beside those of `config`. */
const SETTINGS = new Set(['minimum-stability', 'prefer-stable', 'scripts']);

/** Reads composer.json (https://getcomposer.org/doc/04-schema.md). `conflict`, `replace` and `provide` ask for nothing. */
export function parseComposerJson(text: string): DependencyFile {
  const { root, problems } = parseJson(text, { shape: composerJsonShape });
  const name = stringOf(root, 'name');
  const dependencies: Dependency[] = [];
  const runtimes: Runtime[] = [];
  for (const [section, groups] of SECTIONS) {
    for (const object of sectionsOf(root, section)) {
      for (const [index, { key, value }] of object.members.entries()) {
        if (value?.kind !== 'string') continue;
        const deletion = memberDeletion(text, object, index);
        if (!PLATFORM.test(key.text))
          dependencies.push({ ...packageOf(text, key, value), section, groups, ...(deletion && { deletion }) });
        else if (RUNTIME.test(key.text))
          runtimes.push({ name: key.text.toLowerCase(), requirement: value.text, requirementSpan: spanOfJson(value) });
      }
    }
  }
  const project = composerProject(root);
  // What packages are chosen for, instead of what runs (https://getcomposer.org/doc/06-config.md#platform).
  const platform = valueOf(objectOf(objectOf(root, 'config'), 'platform'), 'php');
  if (platform?.kind === 'string' && !isLowestSupported(project?.purpose, runtimes))
    runtimes.push({ name: 'php', requirement: platform.text, requirementSpan: spanOfJson(platform) });
  return dependencyFile({
    ecosystem: 'Packagist',
    format: 'composer.json',
    role: 'manifest',
    problems,
    ...(name !== undefined && { name: name.toLowerCase() }),
    ...(project && { project }),
    ...(problems.length === 0 && { overrideSites: composerOverrideSites(text, root) }),
    dependencies: dependencies.sort((a, b) => a.span.start - b.span.start),
    runtimes,
    registries: repositoriesOf(root).flatMap((one) => registryOf(one) ?? []),
    settings: [
      ...jsonSettings(text, root, '', (key) => SETTINGS.has(key)),
      ...jsonSettings(text, objectOf(root, 'config'), 'config'),
      ...repositoriesOf(root).flatMap((one) => jsonSettings(text, one, 'repositories').filter(isOfRepository)),
      ...repositoriesOf(root).flatMap(foldersOf),
    ],
  });
}

/**
 * A library that runs on several versions of PHP names the lowest one, so that its own lockfile suits them all; what it runs on is told by those who use it,
 * and `config` counts nowhere but in its own repository.
 */
const isLowestSupported = (purpose: Project['purpose'], required: readonly Runtime[]): boolean =>
  purpose !== 'application' && required.some(({ name, requirement }) => name === 'php' && /[\^~<>|*]/u.test(requirement));

function packageOf(text: string, key: JsonNode, value: JsonNode): Omit<Dependency, 'section' | 'groups'> {
  const version = pinnedVersion(composerVersions, value.text);
  return {
    ecosystem: 'Packagist',
    name: key.text.toLowerCase(),
    rawName: key.text,
    nameSpan: spanOfJson(key),
    use: 'declared',
    kind: 'direct',
    source: 'registry',
    requirement: value.text,
    requirementSpan: spanOfJson(value),
    ...(version !== undefined && { version, versionSpan: spanOfJson(value) }),
    span: memberSpan(text, { key, value }),
  };
}

/** A list, or an object by names. */
function repositoriesOf(root: JsonNode | undefined): JsonNode[] {
  const repositories = valueOf(root, 'repositories');
  const values =
    repositories?.kind === 'array' ? repositories.items : (repositories?.members.flatMap(({ value }) => value ?? []) ?? []);
  return values.filter(({ kind }) => kind === 'object');
}

/** Everything that is fetched; folders of the machine and packages that are written out have no address. */
function registryOf(repository: JsonNode): Registry | undefined {
  const url = valueOf(repository, 'url');
  if (url?.kind !== 'string' || /^(?:path|artifact|package)$/.test(stringOf(repository, 'type') ?? '')) return undefined;
  return { kind: 'index', url: url.text, urlSpan: spanOfJson(url) };
}

/** Folders that packages are taken from, perhaps with a pattern for several. */
function foldersOf(repository: JsonNode): Setting[] {
  const url = valueOf(repository, 'url');
  return url?.kind === 'string' && stringOf(repository, 'type') === 'path'
    ? [settingAt('repositories.path', 'folder', url.text, spanOfJson(url))]
    : [];
}

/** How a repository is reached, and the name of a package that is written out there. */
const isOfRepository = ({ section, key }: Setting): boolean =>
  section === 'repositories' || section === 'repositories.options.ssl' || (section === 'repositories.package' && key === 'name');

import { objectOf, parseJson, spanOfJson, stringOf, valueOf, type JsonNode } from '../../json/index.ts';
import type { Dependency, Group } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type Registry } from '../file.ts';
import { packageJsonShape } from '../json-shapes.ts';
import { isMistyped } from '../misspelt.ts';
import { jsonSettings } from '../settings/json.ts';
import { npmDependency } from './entry.ts';
import { catalogsOf } from './manifest-catalogs.ts';
import { overrideSitesOf } from './override-sites.ts';
import { overridesOf } from './overrides.ts';
import { npmProject } from './project.ts';
import { packageManagerOf, runtimesOf } from './runtimes.ts';

/** The sections of package.json that name packages with requirements. */
const SECTIONS: readonly (readonly [section: string, groups: readonly Group[]])[] = [
  ['dependencies', []],
  ['devDependencies', ['dev']],
  ['optionalDependencies', ['optional']],
  ['peerDependencies', ['peer']],
];

/** What package.json says of the package manager, of what it runs and of what it publishes. */
const SETTINGS = new Set([
  'private',
  'packageManager',
  'devEngines',
  'bin',
  'directories',
  'files',
  'main',
  'module',
  'exports',
  'scripts',
  'config',
  'publishConfig',
  'pnpm',
  'trustedDependencies',
  'allowScripts',
  'lavamoat',
  'renovate',
]);

/** Reads package.json. */
export function parsePackageJson(text: string): DependencyFile {
  const { root, problems } = parseJson(text, { shape: packageJsonShape });
  const name = stringOf(root, 'name');
  const manager = packageManagerOf(root);
  const project = npmProject(root);
  const dependencies = [
    ...declaredOf(text, root),
    ...catalogsOf(text, root),
    ...catalogsOf(text, objectOf(root, 'workspaces')),
    ...overridesOf(text, root),
  ];
  return dependencyFile({
    ecosystem: 'npm',
    format: 'package.json',
    role: 'manifest',
    problems,
    ...(name !== undefined && { name }),
    ...(project && { project }),
    dependencies: dependencies.sort((a, b) => a.span.start - b.span.start),
    ...(problems.length === 0 && { overrideSites: overrideSitesOf(text, root) }),
    registries: publishRegistry(root),
    settings: jsonSettings(text, root, '', (key) => SETTINGS.has(key)),
    runtimes: runtimesOf(root),
    ...(manager !== undefined && { packageManager: manager }),
    workspaces: workspacesOf(root),
  });
}

/** What the project asks for, in the order of the sections of package.json and package-lock.json alike. */
export function declaredOf(text: string, project: JsonNode | undefined): Dependency[] {
  const bundled = bundledNames(project);
  const optionalPeers = new Set(objectOf(project, 'peerDependenciesMeta')?.members.map(({ key }) => key.text));
  const result: Dependency[] = [];
  for (const [section, base] of SECTIONS) {
    for (const object of sectionsOf(project, section)) {
      for (const [index, { key }] of object.members.entries()) {
        const groups: Group[] = [...base];
        if (bundled === 'all' ? section === 'dependencies' : bundled.has(key.text)) groups.push('bundled');
        if (section === 'peerDependencies' && optionalPeers.has(key.text)) groups.push('optional');
        const dependency = npmDependency({ text, object, index }, { section, use: 'declared', groups });
        if (dependency) result.push(dependency);
      }
    }
  }
  return result;
}

/** The objects under `key`, repeated ones included; or those under `key` with a character missing. */
export function sectionsOf(node: JsonNode | undefined, key: string): JsonNode[] {
  const objects = (matches: (written: string) => boolean): JsonNode[] =>
    (node?.members ?? []).flatMap((member) => (member.value?.kind === 'object' && matches(member.key.text) ? member.value : []));
  const exact = objects((written) => written === key);
  return exact.length > 0 ? exact : objects((written) => isMistyped(key, written));
}

/** `true` bundles all that stands in `dependencies`. */
function bundledNames(project: JsonNode | undefined): ReadonlySet<string> | 'all' {
  const values = ['bundleDependencies', 'bundledDependencies'].flatMap((key) => valueOf(project, key) ?? []);
  if (values.some(({ kind, text }) => kind === 'literal' && text === 'true')) return 'all';
  return new Set(values.flatMap(({ items }) => items).map(({ text }) => text));
}

function publishRegistry(root: JsonNode | undefined): Registry[] {
  const registry = valueOf(objectOf(root, 'publishConfig'), 'registry');
  return registry?.kind === 'string' ? [{ kind: 'index', url: registry.text, urlSpan: spanOfJson(registry) }] : [];
}

function workspacesOf(root: JsonNode | undefined): string[] {
  const workspaces = valueOf(root, 'workspaces');
  const list = workspaces?.kind === 'array' ? workspaces : valueOf(workspaces, 'packages');
  return (list?.items ?? []).filter(({ kind }) => kind === 'string').map(({ text }) => text);
}

import { globMatcher } from '../../../base/glob.ts';
import { baseName, folderOf, foldersUpwards } from '../../../base/path.ts';
import type { DependencyFacts, LockedFacts, RootFacts } from '../facts.ts';
import type { DependencyFormat } from '../file.ts';
import { dependencyFormatOf } from '../formats.ts';
import { PNPM_WORKSPACE, YARNRC } from '../npm/catalog.ts';
import { pubOverridesFor } from '../pub/overrides-file.ts';
import { cargoRoot } from './cargo-root.ts';
import { centralManagementFor } from '../variables/inherited.ts';
import { isCatalogRoot, lockOf, type FactsByPath, type Lock } from './lock.ts';

interface Lockfile {
  readonly name: string;
  /** The package manager that writes it, where manifests may name theirs. */
  readonly writer?: string;
}

/** Up to Gradle 6 each configuration had a file of its own: that of what runs has most. */
const GRADLE: readonly Lockfile[] = [
  'gradle.lockfile',
  ...['runtime', 'compile'].map((name) => `gradle/dependency-locks/${name}Classpath.lockfile`),
].map((name) => ({ name }));

/** The lockfiles of a manifest, the one that counts first. */
const LOCKFILES: Readonly<Record<string, readonly Lockfile[]>> = {
  'package.json': [
    { name: 'npm-shrinkwrap.json', writer: 'npm' },
    { name: 'package-lock.json', writer: 'npm' },
    { name: 'pnpm-lock.yaml', writer: 'pnpm' },
    { name: 'yarn.lock', writer: 'yarn' },
    { name: 'bun.lock', writer: 'bun' },
  ],
  [PNPM_WORKSPACE]: [{ name: 'pnpm-lock.yaml' }],
  [YARNRC]: [{ name: 'yarn.lock' }],
  'Cargo.toml': [{ name: 'Cargo.lock' }],
  'pyproject.toml': [{ name: 'uv.lock' }, { name: 'poetry.lock' }, { name: 'pdm.lock' }, { name: 'pylock.toml' }],
  Pipfile: [{ name: 'Pipfile.lock' }],
  Gemfile: [{ name: 'Gemfile.lock' }],
  'gems.rb': [{ name: 'gems.locked' }],
  'composer.json': [{ name: 'composer.lock' }],
  'mix.exs': [{ name: 'mix.lock' }],
  'pubspec.yaml': [{ name: 'pubspec.lock' }],
  'build.gradle.kts': GRADLE,
  'build.gradle': GRADLE,
};

/** A gem specification is locked by the Gemfile beside or above it; a Gemfile under another name has a lockfile of that name. */
function lockfilesOf(name: string): readonly Lockfile[] | undefined {
  if (isGemspec(name)) return ['Gemfile.lock', 'gems.locked'].map((lockfile) => ({ name: lockfile }));
  return LOCKFILES[name] ?? (dependencyFormatOf(name) === 'Gemfile' ? [{ name: `${name}.lock` }] : undefined);
}

const isGemspec = (name: string): boolean => name.endsWith('.gemspec');

const MANIFESTS: ReadonlyMap<string, string> = new Map(
  // Of two manifests with the same lockfile the first in the table is the one that asks for packages.
  Object.entries(LOCKFILES)
    .reverse()
    .flatMap(([manifest, lockfiles]) => lockfiles.map(({ name }) => [name, manifest])),
);

/** The name of the manifest that a lockfile is for, where the format alone or the lockfile's own name tells it. */
export function manifestNameOf(format: DependencyFormat, path = ''): string {
  const name = baseName(path);
  if (format === 'Gemfile.lock') return name === 'gems.locked' ? 'gems.rb' : name.replace(/\.lock$/, '') || 'Gemfile';
  return MANIFESTS.get(format) ?? 'pyproject.toml';
}

/**
 * The lockfile of the manifest at `path`: the nearest one upwards that knows the manifest, by its folder or, for Cargo, by the package's name; of several in one
 * folder the one of the package manager that the manifest beside it names. A requirements.in has its lockfile in the requirements.txt compiled from it, if all of
 * that is pinned.
 */
export function lockfileFor(path: string, workspace: FactsByPath): Lock | undefined {
  if (path.endsWith('.in')) return compiledFrom(path, path.replace(/\.in$/, '.txt'), workspace);
  const name = baseName(path);
  const lockfiles = lockfilesOf(name) ?? nugetLockfiles(name) ?? [];
  for (const folder of foldersUpwards(path)) {
    const prefix = prefixOf(folder);
    const manager = workspace.get('dependencies', prefix + name)?.packageManager;
    const own = lockfiles.filter(({ writer }) => writer !== undefined && writer === manager);
    for (const lockfile of [...own, ...lockfiles]) {
      const facts = workspace.get('dependencies', prefix + lockfile.name);
      const root = facts?.role === 'lockfile' ? rootFor(path, folder, facts, workspace) : undefined;
      if (facts && root) return lockOf(prefix + lockfile.name, facts, root, forcingIn(path, folder, facts, workspace));
    }
  }
  // Also what a project asks for can be compiled to requirements.
  if (!/^(?:pyproject\.toml|setup\.(?:py|cfg))$/.test(name)) return undefined;
  const compiled = path.slice(0, -name.length) + 'requirements.txt';
  return workspace.get('dependencies', compiled)?.compiledFrom?.includes(name)
    ? compiledFrom(path, compiled, workspace)
    : undefined;
}

/** A project's lockfile lies beside it, with the project's name where several lie in one folder. */
function nugetLockfiles(name: string): readonly Lockfile[] | undefined {
  const project = /^(.*)\.[a-z]*proj$/i.exec(name)?.[1];
  return project === undefined ? undefined : [{ name: `packages.${project}.lock.json` }, { name: 'packages.lock.json' }];
}

const prefixOf = (folder: string): string => (folder === '' ? '' : `${folder}/`);

/** What a lockfile in `folder` remembers of the manifest at `path`. */
function rootFor(
  path: string,
  folder: string,
  { format, roots }: DependencyFacts,
  workspace: FactsByPath,
): RootFacts | undefined {
  const place = folderOf(path);
  const relative = place === folder ? '' : place.slice(prefixOf(folder).length);
  if (format === 'Cargo.lock') return cargoRoot(roots, workspace.get('dependencies', path)?.name, relative === '');
  // A file of catalogs asks for nothing itself, and lies beside the lockfile.
  if (baseName(path) === PNPM_WORKSPACE || baseName(path) === YARNRC)
    return relative === '' ? roots.find(isCatalogRoot) : undefined;
  // Each project of a build has a lockfile of its own.
  if (format === 'gradle.lockfile') return relative === '' ? roots[0] : undefined;
  const byFolder = roots.filter((root) => root.keyedBy === undefined && root.path === relative);
  const own = isGemspec(baseName(path)) ? gemRoot(baseName(path), roots) : byFolder[0];
  if (own) return own;
  const manifest = prefixOf(folder) + manifestNameOf(format);
  if (WITH_MEMBERS.has(format)) return isMember(relative, workspace.get('dependencies', manifest)) ? roots[0] : undefined;
  // One that knows no manifests is for those that the manifest beside it lists as workspaces.
  const open = roots.find((root) => root.keyedBy === 'descriptor');
  if (!open || relative === '') return open;
  return isMember(relative, workspace.get('dependencies', `${prefixOf(folder)}package.json`)) ? open : undefined;
}

/** A gem of the repository, wherever its specification lies: what it asks for is not repeated as asked for by the Gemfile. */
const gemRoot = (file: string, roots: readonly RootFacts[]): RootFacts | undefined =>
  roots.find(({ name, declared }) => declared === undefined && name === file.slice(0, -'.gemspec'.length));

/** Lockfiles that are for all packages that the manifest beside lists. */
const WITH_MEMBERS: ReadonlySet<DependencyFormat> = new Set(['mix.lock', 'pubspec.lock']);

const isMember = (folder: string, manifest: DependencyFacts | undefined): boolean =>
  manifest !== undefined && manifest.workspaces.length > 0 && globMatcher(manifest.workspaces)(folder);

const GRADLE_SCRIPTS = ['build.gradle.kts', 'build.gradle'];

/** A workspace is forced from one place: the manifest beside the lockfile, or pnpm's own file. */
function forcingIn(path: string, folder: string, { format }: DependencyFacts, workspace: FactsByPath): Lock['forcing'] {
  if (format === 'packages.lock.json') {
    const central = centralManagementFor(path, workspace);
    return central?.isTransitive === true ? [[central.path, central.facts]] : [];
  }
  const names =
    format === 'gradle.lockfile'
      ? GRADLE_SCRIPTS
      : [manifestNameOf(format), ...(format === 'pnpm-lock.yaml' ? [PNPM_WORKSPACE] : [])];
  const local = pubOverridesFor(prefixOf(folder) + manifestNameOf(format), workspace);
  if (local) return [local];
  return names.flatMap((name) => {
    const at = prefixOf(folder) + name;
    const facts = workspace.get('dependencies', at);
    return facts ? [[at, facts] as const] : [];
  });
}

/** The requirements that were compiled from a manifest. What has several versions, for several platforms, is left open. */
function compiledFrom(path: string, compiled: string, workspace: FactsByPath): Lock | undefined {
  const facts = workspace.get('dependencies', compiled);
  const own = workspace.get('dependencies', path);
  if (!facts || facts.declared.length === 0) return undefined;
  if (!facts.compiledFrom && facts.declared.some(({ version }) => version === undefined)) return undefined;
  const resolved = new Map<string, LockedFacts>();
  const linked = new Set<string>();
  for (const { name, version, span } of facts.graph ?? facts.declared) {
    const same = resolved.get(name);
    if (version === undefined || (same && same.version !== version)) linked.add(name);
    resolved.set(name, { rawName: name, name, span, ...(version !== undefined && { version }) });
  }
  for (const name of linked) resolved.delete(name);
  const root = { path: '', span: { start: 0, end: 0 }, resolved: [...resolved.values()], linked: [...linked] };
  return lockOf(
    compiled,
    { ecosystem: 'PyPI', roots: [], ...(facts.graph && { graph: facts.graph }) },
    root,
    own ? [[path, own]] : [],
  );
}

import { globMatcher } from '../../../base/glob.ts';
import { baseName, folderOf, foldersUpwards } from '../../../base/path.ts';
import type { DependencyFacts, RootFacts } from '../facts.ts';
import type { DependencyFormat } from '../file.ts';
import { PNPM_WORKSPACE } from '../npm/catalog.ts';
import { cargoRoot } from './cargo-root.ts';
import { isCatalogRoot, lockOf, type FactsByPath, type Lock } from './lock.ts';

interface Lockfile {
  readonly name: string;
  /** The package manager that writes it, where manifests may name theirs. */
  readonly writer?: string;
}

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
  'Cargo.toml': [{ name: 'Cargo.lock' }],
  'pyproject.toml': [{ name: 'uv.lock' }, { name: 'poetry.lock' }, { name: 'pdm.lock' }, { name: 'pylock.toml' }],
  Pipfile: [{ name: 'Pipfile.lock' }],
  'build.gradle.kts': [{ name: 'gradle.lockfile' }],
  'build.gradle': [{ name: 'gradle.lockfile' }],
};

const MANIFESTS: ReadonlyMap<string, string> = new Map(
  // Of two manifests with the same lockfile the first in the table is the one that asks for packages.
  Object.entries(LOCKFILES)
    .reverse()
    .flatMap(([manifest, lockfiles]) => lockfiles.map(({ name }) => [name, manifest])),
);

/** The name of the manifest that a lockfile is for. */
export const manifestNameOf = (format: DependencyFormat): string => MANIFESTS.get(format) ?? 'pyproject.toml';

/**
 * The lockfile of the manifest at `path`: the nearest one upwards that knows the manifest, by its folder or, for Cargo, by the package's name; of several in one
 * folder the one of the package manager that the manifest beside it names. A requirements.in has its lockfile in the requirements.txt compiled from it, if all of
 * that is pinned.
 */
export function lockfileFor(path: string, workspace: FactsByPath): Lock | undefined {
  if (path.endsWith('.in')) return compiledFrom(path, workspace);
  const name = baseName(path);
  const lockfiles = LOCKFILES[name] ?? nugetLockfiles(name);
  if (lockfiles === undefined) return undefined;
  for (const folder of foldersUpwards(path)) {
    const prefix = prefixOf(folder);
    const manager = workspace.get('dependencies', prefix + name)?.packageManager;
    const own = lockfiles.filter(({ writer }) => writer !== undefined && writer === manager);
    for (const lockfile of [...own, ...lockfiles]) {
      const facts = workspace.get('dependencies', prefix + lockfile.name);
      const root = facts?.role === 'lockfile' ? rootFor(path, folder, facts, workspace) : undefined;
      if (facts && root)
        return lockOf(prefix + lockfile.name, facts.ecosystem, root, facts.roots, overriddenIn(folder, facts, workspace));
    }
  }
  return undefined;
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
  const own = folderOf(path);
  const relative = own === folder ? '' : own.slice(prefixOf(folder).length);
  if (format === 'Cargo.lock') return cargoRoot(roots, workspace.get('dependencies', path)?.name, relative === '');
  // A file of catalogs asks for nothing itself, and lies beside the lockfile.
  if (baseName(path) === PNPM_WORKSPACE) return relative === '' ? roots.find(isCatalogRoot) : undefined;
  // Each project of a build has a lockfile of its own.
  if (format === 'gradle.lockfile') return relative === '' ? roots[0] : undefined;
  const byFolder = roots.find((root) => root.keyedBy === undefined && root.path === relative);
  if (byFolder) return byFolder;
  // One that knows no manifests is for those that the manifest beside it lists as workspaces.
  const open = roots.find((root) => root.keyedBy === 'descriptor');
  if (!open || relative === '') return open;
  const globs = workspace.get('dependencies', `${prefixOf(folder)}package.json`)?.workspaces ?? [];
  return globs.length > 0 && globMatcher(globs)(relative) ? open : undefined;
}

/** A workspace is forced from one place: the manifest beside the lockfile, or pnpm's own file. */
function overriddenIn(folder: string, { format }: DependencyFacts, workspace: FactsByPath): ReadonlySet<string> {
  const files = [manifestNameOf(format), PNPM_WORKSPACE].map((name) => workspace.get('dependencies', prefixOf(folder) + name));
  return new Set(files.flatMap((facts) => facts?.overridden ?? []));
}

function compiledFrom(path: string, workspace: FactsByPath): Lock | undefined {
  const compiled = path.replace(/\.in$/, '.txt');
  const pins = workspace.get('dependencies', compiled)?.declared ?? [];
  if (pins.length === 0 || pins.some(({ version }) => version === undefined)) return undefined;
  const resolved = pins.map(({ name, version, span }) => ({
    rawName: name,
    name,
    span,
    ...(version !== undefined && { version }),
  }));
  return lockOf(compiled, 'PyPI', { path: '', span: { start: 0, end: 0 }, resolved, linked: [] });
}

import type { Ecosystem } from '../../base/ecosystem.ts';
import { baseName, folderOf, foldersUpwards } from '../../base/path.ts';
import type { DeclaredFacts, DependencyFacts, LockedFacts, RootFacts } from './facts.ts';
import type { DependencyFormat } from './file.ts';

/** The part of the workspace that is asked: a file's facts by its path. */
export interface FactsByPath {
  get(kind: 'dependencies', path: string): DependencyFacts | undefined;
}

/** What a lockfile fixed for one manifest. */
export interface Lock {
  readonly path: string;
  readonly ecosystem: Ecosystem;
  readonly root: RootFacts;
  /** For npm by the name that the manifest uses, for the others by the package's. */
  readonly locked: ReadonlyMap<string, LockedFacts>;
  /** Names that are folders of the repository, or that are locked in several versions. */
  readonly linked: ReadonlySet<string>;
}

/** The lockfiles of a manifest, the one that counts first. */
const LOCKFILES: Readonly<Record<string, readonly string[]>> = {
  'package.json': ['npm-shrinkwrap.json', 'package-lock.json'],
  'Cargo.toml': ['Cargo.lock'],
  'pyproject.toml': ['uv.lock', 'poetry.lock', 'pdm.lock', 'pylock.toml'],
  Pipfile: ['Pipfile.lock'],
};

/** Lockfiles of a whole workspace, which lie beside a manifest or further up. */
const SHARED: ReadonlySet<DependencyFormat> = new Set(['package-lock.json', 'Cargo.lock', 'uv.lock']);

/** The name of the manifest that a lockfile is for. */
export const manifestNameOf = (format: DependencyFormat): string =>
  format === 'package-lock.json'
    ? 'package.json'
    : format === 'Cargo.lock'
      ? 'Cargo.toml'
      : format === 'Pipfile.lock'
        ? 'Pipfile'
        : 'pyproject.toml';

/**
 * The lockfile of the manifest at `path`. It is in the manifest's folder; that of a workspace may be further up if it knows the manifest, by its folder or, for
 * Cargo, by the package's name. A requirements.in has its lockfile in the requirements.txt compiled from it, if all of that is pinned.
 */
export function lockfileFor(path: string, workspace: FactsByPath): Lock | undefined {
  if (path.endsWith('.in')) return compiledFrom(path, workspace);
  const names = LOCKFILES[baseName(path)];
  if (names === undefined) return undefined;
  const own = folderOf(path);
  for (const folder of foldersUpwards(path)) {
    const prefix = folder === '' ? '' : `${folder}/`;
    for (const name of names) {
      const facts = workspace.get('dependencies', prefix + name);
      if (facts?.role !== 'lockfile' || (folder !== own && !SHARED.has(facts.format))) continue;
      const relative = own === folder ? '' : own.slice(prefix.length);
      if (facts.format === 'Cargo.lock')
        return cargoLock(prefix + name, facts, workspace.get('dependencies', path), relative === '');
      const root = facts.roots.find((candidate) => candidate.path === relative);
      return root && lockOf(prefix + name, facts.ecosystem, root);
    }
  }
  return undefined;
}

const lockOf = (path: string, ecosystem: Ecosystem, root: RootFacts): Lock => ({
  path,
  ecosystem,
  root,
  locked: new Map(root.resolved.map((entry) => [entry.rawName, entry])),
  linked: new Set(root.linked),
});

/** Beside the lockfile there may be a manifest of the whole workspace, whose requirements are those of its packages. */
function cargoLock(
  path: string,
  { ecosystem, roots }: DependencyFacts,
  manifest: DependencyFacts | undefined,
  isBeside: boolean,
): Lock | undefined {
  const own = roots.find(({ name }) => name !== undefined && name === manifest?.name);
  if (!isBeside) return own && lockOf(path, ecosystem, own);
  const all = lockOf(path, ecosystem, together(roots));
  if (own === undefined) return all;
  const { root, locked, linked } = lockOf(path, ecosystem, own);
  return {
    ...all,
    root,
    locked: new Map([...[...all.locked].filter(([name]) => !linked.has(name)), ...locked]),
    linked: new Set([...[...all.linked].filter((name) => !locked.has(name)), ...linked]),
  };
}

/** What the packages of a workspace resolved alike. */
function together(roots: readonly RootFacts[]): RootFacts {
  const resolved = new Map<string, LockedFacts>();
  const linked = new Set(roots.flatMap((root) => root.linked));
  for (const entry of roots.flatMap((root) => root.resolved)) {
    const same = resolved.get(entry.rawName);
    if (same && same.version !== entry.version) linked.add(entry.rawName);
    resolved.set(entry.rawName, entry);
  }
  for (const name of linked) resolved.delete(name);
  return { path: '', span: { start: 0, end: 0 }, resolved: [...resolved.values()], linked: [...linked] };
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

/** The name under which a lock knows a declared dependency. */
const keyIn = ({ ecosystem }: Lock, { rawName, name }: Pick<DeclaredFacts, 'rawName' | 'name'>): string =>
  ecosystem === 'npm' ? rawName : name;

/** What is built with is installed apart from everything else, in whatever version. */
const isBuildTool = ({ section }: Pick<DeclaredFacts, 'section'>): boolean => section === 'build-system.requires';

/** The locked package of a declared one. */
export const lockedFor = (
  lock: Lock | undefined,
  dependency: Pick<DeclaredFacts, 'rawName' | 'name' | 'section'>,
): LockedFacts | undefined => (lock && !isBuildTool(dependency) ? lock.locked.get(keyIn(lock, dependency)) : undefined);

/** Whether a declared name is a folder of the repository, or locked in several versions. */
export const isLinked = (lock: Lock | undefined, dependency: Pick<DeclaredFacts, 'rawName' | 'name'>): boolean =>
  lock?.linked.has(keyIn(lock, dependency)) === true;

/**
 * Whether a lockfile has every dependency like this one. Sections that only offer versions to others may name more, and of groups, conditions and what is
 * built with, tools other than npm lock what they were told to.
 */
export const isAlwaysLocked = (dependency: Pick<DeclaredFacts, 'section' | 'groups'>, ecosystem: Ecosystem): boolean =>
  !isBuildTool(dependency) &&
  dependency.section !== 'catalog' &&
  dependency.section !== 'workspace.dependencies' &&
  (ecosystem === 'npm' || (dependency.groups?.length ?? 0) === 0);

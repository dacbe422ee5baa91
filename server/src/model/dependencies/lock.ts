import { folderOf, foldersUpwards } from '../../base/path.ts';
import type { DeclaredFacts, DependencyFacts, LockedFacts, RootFacts } from './facts.ts';
import { normalizedPythonName } from './python/name.ts';

/** The part of the workspace that is asked: a file's facts by its path. */
export interface FactsByPath {
  get(kind: 'dependencies', path: string): DependencyFacts | undefined;
}

/** What a lockfile fixed for one manifest. */
export interface Lock {
  readonly path: string;
  readonly root: RootFacts;
  /** By the name that the manifest uses. */
  readonly locked: ReadonlyMap<string, LockedFacts>;
  readonly linked: ReadonlySet<string>;
}

const NPM_LOCKFILES = ['npm-shrinkwrap.json', 'package-lock.json'];

/**
 * The lockfile of the manifest at `path`. For npm it is in the manifest's folder, or further up where the lockfile lists the folder as a workspace. A
 * requirements.in has its lockfile in the requirements.txt compiled from it, if all of that is pinned.
 */
export function lockfileFor(path: string, workspace: FactsByPath): Lock | undefined {
  if (path.endsWith('.in')) return compiledFrom(path, workspace);
  if (!/(?:^|\/)package\.json$/.test(path)) return undefined;
  const own = folderOf(path);
  for (const folder of foldersUpwards(path)) {
    const prefix = folder === '' ? '' : `${folder}/`;
    for (const name of NPM_LOCKFILES) {
      const facts = workspace.get('dependencies', prefix + name);
      if (facts?.role !== 'lockfile') continue;
      const relative = own === folder ? '' : own.slice(prefix.length);
      const root = facts.roots.find((candidate) => candidate.path === relative);
      return root && lockOf(prefix + name, root);
    }
  }
  return undefined;
}

const lockOf = (path: string, root: RootFacts): Lock => ({
  path,
  root,
  locked: new Map(root.resolved.map((entry) => [entry.rawName, entry])),
  linked: new Set(root.linked),
});

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
  return lockOf(compiled, { path: '', span: { start: 0, end: 0 }, resolved, linked: [] });
}

/** The locked package of a declared one. */
export const lockedFor = (
  lock: Lock | undefined,
  { rawName, name }: Pick<DeclaredFacts, 'rawName' | 'name'>,
): LockedFacts | undefined =>
  lock?.locked.get(rawName) ?? (lock?.path.endsWith('.txt') === true ? lock.locked.get(normalizedPythonName(name)) : undefined);

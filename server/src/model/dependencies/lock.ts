import { globMatcher } from '../../base/glob.ts';
import { folderOf, foldersUpwards } from '../../base/path.ts';
import type { Dependency } from './dependency.ts';
import type { DeclaredFacts, DependencyFacts, LockedFacts, RootFacts } from './facts.ts';
import { isCatalogSection } from './npm/catalog.ts';
import { normalizedPythonName } from './python/name.ts';

/** The part of the workspace that is asked: a file's facts by its path. */
export interface FactsByPath {
  get(kind: 'dependencies', path: string): DependencyFacts | undefined;
}

/** What a lockfile fixed for one manifest. */
export interface Lock {
  readonly path: string;
  readonly root: RootFacts;
  /** By the name that the manifest uses, or as `root.keyedBy` says. */
  readonly locked: ReadonlyMap<string, LockedFacts>;
  /** What catalogs lead to, by their section and name. */
  readonly catalogs: ReadonlyMap<string, LockedFacts>;
  readonly linked: ReadonlySet<string>;
  /** Names that the manifest of the whole repository forces to other versions than are asked for. */
  readonly overridden: ReadonlySet<string>;
}

/** The lockfiles of npm clients with the client that writes them. */
const NPM_LOCKFILES: readonly (readonly [name: string, manager: string])[] = [
  ['npm-shrinkwrap.json', 'npm'],
  ['package-lock.json', 'npm'],
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
];
const PNPM_WORKSPACE = 'pnpm-workspace.yaml';

/**
 * The lockfile of the manifest at `path`. For npm clients it is the nearest one upwards that lists the manifest's folder; of several in one folder the one of the
 * package manager that package.json names. A requirements.in has its lockfile in the requirements.txt compiled from it, if all of that is pinned.
 */
export function lockfileFor(path: string, workspace: FactsByPath): Lock | undefined {
  if (path.endsWith('.in')) return compiledFrom(path, workspace);
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === PNPM_WORKSPACE) return catalogLock(path, 'pnpm-lock.yaml', workspace);
  if (name !== 'package.json') return undefined;
  for (const folder of foldersUpwards(path)) {
    const prefix = prefixOf(folder);
    const manager = workspace.get('dependencies', `${prefix}package.json`)?.packageManager;
    const own = NPM_LOCKFILES.filter(([, writer]) => writer === manager);
    for (const [lockfile] of [...own, ...NPM_LOCKFILES]) {
      const facts = workspace.get('dependencies', prefix + lockfile);
      const root = facts?.role === 'lockfile' ? rootFor(path, folder, facts, workspace) : undefined;
      if (facts && root) return lockOf(prefix + lockfile, root, facts.roots, overriddenIn(folder, workspace));
    }
  }
  return undefined;
}

const prefixOf = (folder: string): string => (folder === '' ? '' : `${folder}/`);

/** What a lockfile in `folder` remembers of the manifest at `path`. One that knows no manifests is for those that the manifest beside it lists as workspaces. */
function rootFor(path: string, folder: string, { roots }: DependencyFacts, workspace: FactsByPath): RootFacts | undefined {
  const own = folderOf(path);
  const relative = own === folder ? '' : own.slice(prefixOf(folder).length);
  const byName = roots.find((root) => root.keyedBy === undefined && root.path === relative);
  if (byName) return byName;
  const open = roots.find((root) => root.keyedBy === 'descriptor');
  if (!open || relative === '') return open;
  const globs = workspace.get('dependencies', `${prefixOf(folder)}package.json`)?.workspaces ?? [];
  return globs.length > 0 && globMatcher(globs)(relative) ? open : undefined;
}

/** A workspace is forced from one place: the manifest beside the lockfile, or pnpm's own file. */
function overriddenIn(folder: string, workspace: FactsByPath): ReadonlySet<string> {
  const files = ['package.json', PNPM_WORKSPACE].map((name) => workspace.get('dependencies', prefixOf(folder) + name));
  return new Set(files.flatMap((facts) => facts?.overridden ?? []));
}

/** A file of catalogs asks for nothing itself. */
function catalogLock(path: string, lockfile: string, workspace: FactsByPath): Lock | undefined {
  const folder = folderOf(path);
  const at = prefixOf(folder) + lockfile;
  const roots = workspace.get('dependencies', at)?.roots ?? [];
  const root = roots.find(isCatalogRoot);
  return root && lockOf(at, root, roots, overriddenIn(folder, workspace));
}

const isCatalogRoot = ({ keyedBy }: RootFacts): boolean => keyedBy === 'catalog';

const NAMES = new WeakMap<RootFacts, ReadonlyMap<string, LockedFacts>>();

/** Lockfiles are asked once for every manifest of a workspace: the names are gathered once. */
function namesOf(root: RootFacts): ReadonlyMap<string, LockedFacts> {
  const known = NAMES.get(root) ?? new Map(root.resolved.map((entry) => [entry.rawName, entry]));
  NAMES.set(root, known);
  return known;
}

function lockOf(path: string, root: RootFacts, roots: readonly RootFacts[], overridden: ReadonlySet<string>): Lock {
  const catalog = roots.find(isCatalogRoot);
  const catalogs = catalog ? namesOf(catalog) : new Map<string, LockedFacts>();
  return { path, root, locked: namesOf(root), catalogs, linked: new Set(root.linked), overridden };
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
  return lockOf(compiled, { path: '', span: { start: 0, end: 0 }, resolved, linked: [] }, [], new Set());
}

type Asked = Pick<Dependency, 'rawName' | 'name' | 'section' | 'source' | 'requirement' | 'location'>;

/** The locked package of a declared one. */
export function lockedFor(lock: Lock | undefined, asked: Asked): LockedFacts | undefined {
  if (lock === undefined) return undefined;
  const { locked, catalogs, root, path } = lock;
  if (isCatalogSection(asked.section)) return catalogs.get(`${asked.section} ${asked.rawName}`);
  if (root.keyedBy === 'descriptor')
    return descriptorsOf(asked)
      .map((one) => locked.get(one))
      .find((one) => one !== undefined);
  return locked.get(asked.rawName) ?? (path.endsWith('.txt') ? locked.get(normalizedPythonName(asked.name)) : undefined);
}

/** How yarn.lock may write what a manifest asks for. */
function descriptorsOf({ rawName, name, source, requirement = '', location }: Asked): string[] {
  switch (source) {
    case 'registry':
      return [`${rawName}@${requirement}`, `${rawName}@npm:${requirement}`];
    case 'alias':
      return [`${rawName}@npm:${name}${requirement === '' ? '' : `@${requirement}`}`];
    default:
      return location ? [`${rawName}@${location.url}${location.ref === undefined ? '' : `#${location.ref}`}`] : [];
  }
}

/** Where the version of a `catalog:` dependency stands. */
export interface CatalogEntry {
  readonly path: string;
  readonly entry: DeclaredFacts;
}

/** The entry of a catalog that a dependency of the manifest at `path` asks for: in pnpm-workspace.yaml, or in Bun's package.json of the repository. */
export function catalogEntryFor(
  path: string,
  { source, rawName, requirement = '' }: Pick<Dependency, 'source' | 'rawName' | 'requirement'>,
  workspace: FactsByPath,
): CatalogEntry | undefined {
  if (source !== 'catalog') return undefined;
  const name = requirement.trim();
  const section = name === '' || name === 'default' ? 'catalog' : `catalogs.${name}`;
  for (const folder of foldersUpwards(path))
    for (const file of [PNPM_WORKSPACE, 'package.json']) {
      const at = prefixOf(folder) + file;
      const entry = workspace.get('dependencies', at)?.declared.find((one) => one.section === section && one.rawName === rawName);
      if (entry) return { path: at, entry };
    }
  return undefined;
}

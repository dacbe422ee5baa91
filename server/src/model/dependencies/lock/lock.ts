import type { Ecosystem } from '../../../base/ecosystem.ts';
import type { DependencyFacts, LockedFacts, RootFacts } from '../facts.ts';
import type { LockGraph } from './graph.ts';

/** The part of the workspace that is asked: a file's facts by its path. */
export interface FactsByPath {
  get(kind: 'dependencies', path: string): DependencyFacts | undefined;
}

/** What a lockfile fixed for one manifest. */
export interface Lock {
  readonly path: string;
  readonly ecosystem: Ecosystem;
  readonly root: RootFacts;
  /** For npm by the name that the manifest uses, or as `root.keyedBy` says; for the others by the package's name. */
  readonly locked: ReadonlyMap<string, LockedFacts>;
  /** What catalogs lead to, by their section and name. */
  readonly catalogs: ReadonlyMap<string, LockedFacts>;
  /** Names that are folders of the repository, or that are locked in several versions. */
  readonly linked: ReadonlySet<string>;
  /** All that the lockfile has; undefined where it is no real lockfile. */
  readonly graph?: LockGraph;
  /** The manifests that may force versions upon everything in the lockfile, the one that counts first, with what they tell. */
  readonly forcing: readonly (readonly [path: string, facts: DependencyFacts])[];
  /** Names that the manifest of the whole repository forces to other versions than are asked for. */
  readonly overridden: ReadonlySet<string>;
}

const NOTHING: ReadonlyMap<string, LockedFacts> = new Map();
const NAMES = new WeakMap<RootFacts, ReadonlyMap<string, LockedFacts>>();

/** Lockfiles are asked once for every manifest of a workspace: the names are gathered once. */
function namesOf(root: RootFacts): ReadonlyMap<string, LockedFacts> {
  const known = NAMES.get(root) ?? new Map(root.resolved.map((entry) => [entry.rawName, entry]));
  NAMES.set(root, known);
  return known;
}

export const isCatalogRoot = ({ keyedBy }: RootFacts): boolean => keyedBy === 'catalog';

/**
 * @param facts of the whole lockfile, of which `root` is the manifest's
 * @param forcing the manifests that may force versions, with what they tell
 */
export function lockOf(
  path: string,
  { ecosystem, roots, graph }: Pick<DependencyFacts, 'ecosystem' | 'roots' | 'graph'>,
  root: RootFacts,
  forcing: Lock['forcing'] = [],
): Lock {
  const catalog = roots.find(isCatalogRoot);
  return {
    path,
    ecosystem,
    root,
    locked: namesOf(root),
    catalogs: catalog ? namesOf(catalog) : NOTHING,
    linked: new Set(root.linked),
    ...(graph && { graph }),
    forcing,
    overridden: new Set(forcing.flatMap(([, { overridden = [] }]) => overridden)),
  };
}

import type { Span } from '../../../base/span.ts';
import type { Dependency, Group } from '../dependency.ts';
import type { DependencyFile } from '../file.ts';

/** One locked package of a {@link LockGraph}. */
export interface LockNode {
  readonly name: string;
  /** As the lockfile spells it, where letter case does not matter and differs. */
  readonly rawName?: string;
  readonly version?: string;
  /** Of the version in the lockfile, or of the name. */
  readonly span: Span;
  /** The packages that it asks for: their places in the list. */
  readonly to?: readonly number[];
  readonly groups?: readonly Group[];
  /** Whether it comes from elsewhere than a registry: advisories are not about it. */
  readonly isForeign?: true;
  /** What its authors say of why it should not be used, cut. */
  readonly deprecated?: string;
}

/** All packages of a lockfile in its order, with who leads to whom. Plain data. */
export type LockGraph = readonly LockNode[];

/** A message is quoted, not printed as a whole. In UTF-16 code units. */
const LONGEST_MESSAGE = 300;

/** The graph of a lockfile. Its nodes are the file's dependencies, in their order. */
export function lockGraphOf(file: DependencyFile): LockGraph {
  const { dependencies, edges } = file;
  const places = new Map(dependencies.map((dependency, at) => [dependency, at]));
  const follow = edges ? (from: Dependency) => edges.get(from) ?? [] : edgesByName(file);
  return dependencies.map((dependency, at) => {
    const { name, rawName, ecosystem, version, versionSpan, nameSpan, groups, source, deprecated } = dependency;
    const to = new Set<number>();
    for (const target of follow(dependency)) {
      const place = places.get(target);
      if (place !== undefined && place !== at) to.add(place);
    }
    return {
      name,
      ...(ecosystem === 'NuGet' && rawName !== name && { rawName }),
      ...(version !== undefined && { version }),
      span: versionSpan ?? nameSpan,
      ...(to.size > 0 && { to: [...to] }),
      ...(groups.length > 0 && { groups }),
      ...(source !== 'registry' && source !== 'alias' && { isForeign: true as const }),
      ...(deprecated !== undefined && { deprecated: deprecated.slice(0, LONGEST_MESSAGE) }),
    };
  });
}

const FOLDER = '/node_modules';
/** Real paths are a few folders deep; a hostile one must not cost more than that. */
const DEEPEST = 60;
/** No resolver locks more versions of one package; where a file does, nothing is known of which is meant. */
export const MOST_ALIKE = 50;

/** Who leads to whom by what packages ask for: the nearest one by its path, else all of that name. */
function edgesByName({ dependencies, format }: DependencyFile): (from: Dependency) => readonly Dependency[] {
  const isNested = format === 'package-lock.json';
  if (isNested || format === 'bun.lock') {
    const byPath = new Map<string, Dependency>();
    for (const dependency of dependencies) if (dependency.path !== undefined) byPath.set(dependency.path, dependency);
    const alone = isNested ? aloneByName(byPath) : undefined;
    return ({ path = '', requires = [] }) =>
      requires.flatMap((name) => alone?.get(name) ?? nearest(byPath, path, name, isNested) ?? []);
  }
  const byName = new Map<string, Dependency[]>();
  for (const dependency of dependencies) {
    const same = byName.get(dependency.name);
    if (same) same.push(dependency);
    else byName.set(dependency.name, [dependency]);
  }
  return ({ requires = [] }) => requires.flatMap((name) => alike(byName.get(name)));
}

/** Packages that only the outermost folder has: nothing can be nearer, whoever asks. */
function aloneByName(byPath: ReadonlyMap<string, Dependency>): ReadonlyMap<string, Dependency | undefined> {
  const alone = new Map<string, Dependency | undefined>();
  for (const [path, dependency] of byPath) {
    const folder = path.lastIndexOf(FOLDER.slice(1));
    const name = path.slice(folder + FOLDER.length);
    alone.set(name, folder === 0 && !alone.has(name) ? dependency : undefined);
  }
  return alone;
}

const alike = (same: readonly Dependency[] = []): readonly Dependency[] => (same.length > MOST_ALIKE ? [] : same);

/** As Node looks for modules: beside the package that asks, then further and further out. */
function nearest(byPath: ReadonlyMap<string, Dependency>, from: string, name: string, isNested: boolean): Dependency | undefined {
  let folder = from.length > 4096 ? '' : from;
  for (let step = 0; folder !== '' && step < DEEPEST; step++) {
    const found = byPath.get(isNested ? `${folder}${FOLDER}/${name}` : `${folder}/${name}`);
    if (found) return found;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    if (isNested && folder.endsWith(FOLDER)) folder = folder.slice(0, -FOLDER.length);
    else if (folder === FOLDER.slice(1)) folder = '';
  }
  return byPath.get(isNested ? `${FOLDER.slice(1)}/${name}` : name);
}

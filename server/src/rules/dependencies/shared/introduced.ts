import { Memo, remembered } from '../../../base/memo.ts';
import type { Advisories } from '../../../engine/advisories.ts';
import type { Advisory } from '../../../knowledge/advisory.ts';
import type { Context } from '../../../engine/rule.ts';
import { bySeverity } from '../../../engine/severity.ts';
import {
  centralVersionFor,
  lockfileFor,
  schemeOf,
  type Dependency,
  type Lock,
  type LockGraph,
  type LockNode,
} from '../../../model/dependencies/index.ts';
import { forcedFor, isPinnedTo, isRuledOut, isRuledOutForAll } from './forced.ts';
import { affectedIn, callersOf, placeOf, wayBetween, type Affected } from './graph.ts';
import { isForDevelopment } from './advisories.ts';
import { currentEntry } from './falls-under.ts';

/** A vulnerable package that a dependency drags in. */
export interface Introduced {
  readonly affected: Affected;
  /** All of its advisories, worst first. */
  readonly affecting: readonly [Advisory, ...Advisory[]];
  /** From the direct dependency to the package. */
  readonly way: readonly LockNode[];
}

/** Also where a package comes from a forge, what it drags in comes from a registry. */
const LOCKED_SOURCES: ReadonlySet<Dependency['source']> = new Set(['registry', 'alias', 'git', 'url']);

/** What each direct dependency of a manifest drags in, worst first: once for each package, by a shortest way. */
export function* introducedByManifest({ file, model, env }: Context<'dependencies'>): Generator<{
  readonly dependency: Dependency;
  readonly isDev: boolean;
  readonly lock: Lock;
  readonly introduced: Introduced;
}> {
  const lock = lockfileFor(file.path, env.workspace);
  const graph = lock?.graph;
  const scheme = lock && schemeOf(lock.ecosystem);
  if (!lock || !graph || !scheme) return;
  const forced = forcedFor(lock, file.path, env.workspace);
  const asked = model.dependencies.map((one) => {
    const central = centralVersionFor(file.path, one, env.workspace)?.requirement;
    return central === undefined ? one : { ...one, requirement: central };
  });
  const known = new Set(
    affectedIn(graph, lock.ecosystem, env.advisories).filter(
      ({ node, version, at }) =>
        !isRuledOut(scheme, forced, node.name, version) &&
        !isRuledOutForAll(scheme, forced, node.name, version, callersOf(graph, at)) &&
        !isPinnedTo(scheme, forced, node.name, version) &&
        !isOutgrown(lock, asked, node.name, version),
    ),
  );
  if (known.size === 0) return;
  const direct = new Map<string, { readonly dependency: Dependency; readonly at: number; isDev: boolean }>();
  for (const dependency of model.dependencies) {
    const { use, groups, source, rawName, section } = dependency;
    if (use !== 'declared' || groups.includes('peer') || !LOCKED_SOURCES.has(source)) continue;
    const entry = currentEntry(lock, dependency, scheme);
    const at = entry && placeOf(graph, entry);
    if (at === undefined) continue;
    const key = `${section.startsWith('catalog') ? section : ''} ${rawName} ${at}`;
    const same = direct.get(key);
    const isDev = isForDevelopment(dependency);
    if (same) same.isDev &&= isDev;
    else direct.set(key, { dependency, at, isDev });
  }
  // Who is asked for by the manifest itself is told there.
  const own = new Set([...direct.values()].map(({ at }) => at));
  for (const { dependency, at, isDev } of direct.values())
    for (const introduced of introducedFrom(
      reachedFrom(graph, at, lock, env.advisories),
      (affected) => known.has(affected) && !own.has(affected.at),
    ))
      yield { dependency, isDev, lock, introduced };
}

/** Whether a manifest asks for other versions by now, where everybody shares one version of a package. */
function isOutgrown({ ecosystem }: Lock, dependencies: readonly Dependency[], name: string, version: string): boolean {
  if (ecosystem === 'npm' || ecosystem === 'crates.io') return false;
  return dependencies.some(
    (one) =>
      one.use === 'declared' &&
      one.name === name &&
      one.requirement !== undefined &&
      schemeOf(ecosystem)?.satisfies(version, one.requirement) === false,
  );
}

/** What each package leads to, as long as its lockfile stays the same. */
const LEADS_TO = new Memo((_advisories: Advisories) => new Memo((_graph: LockGraph) => new Map<number, readonly Reached[]>()));

interface Reached {
  readonly affected: Affected;
  readonly way: readonly LockNode[];
}

/** The affected packages that a package leads to, by shortest ways. */
const reachedFrom = (graph: LockGraph, from: number, { ecosystem }: Lock, advisories: Advisories): readonly Reached[] =>
  remembered(LEADS_TO.of(advisories).of(graph), from, () =>
    affectedIn(graph, ecosystem, advisories).flatMap((affected) => {
      const way = wayBetween(graph, from, affected.at);
      return way ? { affected, way } : [];
    }),
  );

/** Each version of a package once, by the shortest way there, worst first. */
function introducedFrom(reached: readonly Reached[], isWanted: (affected: Affected) => boolean): Introduced[] {
  const byVersion = new Map<string, Introduced>();
  for (const { affected, way } of reached) {
    const [first, ...more] = affected.affecting;
    if (!first || !isWanted(affected)) continue;
    const key = `${affected.node.name} ${affected.version}`;
    const same = byVersion.get(key);
    if (!same || way.length < same.way.length) byVersion.set(key, { affected, way, affecting: [first, ...more] });
  }
  return [...byVersion.values()].toSorted((a, b) => bySeverity(a.affecting[0].severity, b.affecting[0].severity));
}

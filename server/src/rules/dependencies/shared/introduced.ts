import type { Advisory } from '../../../knowledge/advisory.ts';
import type { Context } from '../../../engine/rule.ts';
import { bySeverity } from '../../../engine/severity.ts';
import {
  lockfileFor,
  schemeOf,
  type Dependency,
  type Lock,
  type LockGraph,
  type LockNode,
} from '../../../model/dependencies/index.ts';
import { withoutRepetitions } from './advisories.ts';
import { forcedFor, isRuledOut } from './forced.ts';
import { affectedIn, placeOf, wayBetween, type Affected } from './graph.ts';
import { currentEntry } from './judge.ts';
import { shownInManifests } from './shown-in-manifests.ts';

/** A vulnerable package that a dependency drags in. */
export interface Introduced {
  readonly affected: Affected;
  /** All of its advisories, worst first; also those of other versions of it that are dragged in as well. */
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
  const known = affectedIn(graph, lock.ecosystem, env.advisories).filter(
    ({ node, version }) =>
      !isRuledOut(scheme, forced, node.name, version) && !isOutgrown(lock, model.dependencies, node.name, version),
  );
  if (known.length === 0) return;
  const direct = new Map<string, { readonly dependency: Dependency; readonly at: number; isDev: boolean }>();
  for (const dependency of model.dependencies) {
    const { use, groups, source, rawName, section } = dependency;
    if (use !== 'declared' || groups.includes('peer') || !LOCKED_SOURCES.has(source)) continue;
    const entry = currentEntry(lock, dependency, scheme);
    const at = entry && placeOf(graph, entry);
    if (at === undefined) continue;
    const key = `${section.startsWith('catalog') ? section : ''} ${rawName} ${at}`;
    const same = direct.get(key);
    const isDev = groups.includes('dev');
    if (same) same.isDev &&= isDev;
    else direct.set(key, { dependency, at, isDev });
  }
  // Who is asked for by the manifest itself is told there.
  const own = new Set([...direct.values()].map(({ at }) => at));
  const others = known.filter(({ at }) => !own.has(at));
  for (const { dependency, at, isDev } of direct.values())
    for (const introduced of introducedFrom(graph, at, others)) yield { dependency, isDev, lock, introduced };
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

function introducedFrom(graph: LockGraph, from: number, known: readonly Affected[]): Introduced[] {
  const byName = new Map<string, Introduced>();
  for (const affected of known) {
    const way = wayBetween(graph, from, affected.at);
    if (!way) continue;
    const same = byName.get(affected.node.name);
    const shortest = same && same.way.length <= way.length ? same : { affected, way };
    const [worst, ...others] = withoutRepetitions(
      [...(same?.affecting ?? []), ...affected.affecting].toSorted((a, b) => bySeverity(a.severity, b.severity)),
    );
    if (worst) byName.set(affected.node.name, { affected: shortest.affected, way: shortest.way, affecting: [worst, ...others] });
  }
  return [...byName.values()].toSorted((a, b) => bySeverity(a.affecting[0].severity, b.affecting[0].severity));
}

/** The vulnerable packages of a lockfile that nobody asked for by name, and that no manifest of the workspace is told of. */
export function* introducedInLockfile({ file, model, env }: Context<'dependencies'>): Generator<{
  readonly dependency: Dependency;
  readonly affected: Affected;
  readonly way: readonly LockNode[];
}> {
  const facts = env.workspace.get('dependencies', file.path);
  const graph = facts?.graph;
  if (!graph) return;
  const known = affectedIn(graph, model.ecosystem, env.advisories);
  if (known.length === 0) return;
  const shown = shownInManifests(file.path, model, env.workspace);
  const places = (isWanted: (dependency: Dependency) => boolean): number[] =>
    model.dependencies.flatMap((dependency, at) => (isWanted(dependency) ? at : []));
  const told = places((dependency) => shown.has(dependency));
  const direct = places(({ kind }) => kind === 'direct');
  for (const affected of known) {
    const dependency = model.dependencies[affected.at];
    if (dependency?.kind !== 'transitive' || told.some((at) => wayBetween(graph, at, affected.at))) continue;
    yield { dependency, affected, way: shortestFrom(graph, direct, affected.at) };
  }
}

/** A shortest way to a package of a lockfile from any that were asked for; the package alone where nobody leads to it. */
export function shortestFrom(graph: LockGraph, starts: readonly number[], to: number): readonly LockNode[] {
  let best: readonly LockNode[] | undefined;
  for (const at of starts) {
    const way = wayBetween(graph, at, to);
    if (way && (!best || way.length < best.length)) best = way;
  }
  return best ?? graph.slice(to, to + 1);
}

import type { Ecosystem } from '../../../base/ecosystem.ts';
import { Memo } from '../../../base/memo.ts';
import type { Advisories } from '../../../engine/advisories.ts';
import type { Advisory } from '../../../knowledge/advisory.ts';
import { isAffected, schemeOf, smallestSafeVersion, type LockGraph, type LockNode } from '../../../model/dependencies/index.ts';
import { advisoriesOf, concernOf, decisive, withoutRepetitions } from './advisories.ts';
import { inFlavourOf } from './flavour.ts';

/** A locked package that vulnerabilities are known of. */
export interface Affected {
  /** In the graph. */
  readonly at: number;
  readonly node: LockNode;
  readonly version: string;
  /** Worst first; never empty. */
  readonly affecting: readonly Advisory[];
  readonly safe?: string;
}

/** For people: name and version. */
export const packageOf = ({ node, version }: Affected): string => `${node.rawName ?? node.name} ${version}`;

const AFFECTED = new Memo(
  (advisories: Advisories) =>
    new Memo((graph: LockGraph, ecosystem: Ecosystem) =>
      graph.flatMap((node, at) => affectedAt(node, at, ecosystem, advisories) ?? []),
    ),
);

/** The packages of a lockfile that vulnerabilities are known of. Looked up once for each lockfile, however often its manifests change. */
export const affectedIn = (graph: LockGraph, ecosystem: Ecosystem, advisories: Advisories): readonly Affected[] =>
  AFFECTED.of(advisories).of(graph, ecosystem);

function affectedAt(node: LockNode, at: number, ecosystem: Ecosystem, advisories: Advisories): Affected | undefined {
  const { name, version, isForeign } = node;
  const scheme = schemeOf(ecosystem);
  if (version === undefined || isForeign || !scheme) return undefined;
  const known = advisoriesOf(advisories, { ecosystem, name });
  const affecting = withoutRepetitions(
    known.filter((advisory) => concernOf(advisory) === 'vulnerability' && isAffected(scheme, version, advisory)),
  );
  if (affecting.length === 0) return undefined;
  const relevant = decisive(known, 'vulnerability');
  const safe = inFlavourOf(scheme, version, smallestSafeVersion(scheme, version, relevant), relevant);
  return { at, node, version, affecting, ...(safe !== undefined && { safe }) };
}

/** Places in the graph by where the lockfile has their version. */
const PLACES = new Memo((graph: LockGraph) => new Map(graph.map(({ span }, at) => [span.start, at])));

export const placeOf = (graph: LockGraph, { span }: Pick<LockNode, 'span'>): number | undefined =>
  PLACES.of(graph).get(span.start);

const CALLERS = new Memo((graph: LockGraph) => {
  const callers = graph.map((): number[] => []);
  for (const [at, { to = [] }] of graph.entries()) for (const target of to) callers[target]?.push(at);
  return callers;
});

/** The packages that ask for one, by their names. */
export const callersOf = (graph: LockGraph, at: number): readonly string[] =>
  (CALLERS.of(graph)[at] ?? []).flatMap((caller) => graph[caller]?.name ?? []);

/** For each package that leads to another one: the next package on a shortest way there. */
const STEPS = new Memo((_: LockNode, at: number, graph: LockGraph) => {
  const callers = CALLERS.of(graph);
  const next = new Map([[at, at]]);
  // A map is walked in the order of its insertions, those during the walk included: breadth first.
  for (const reached of next.keys())
    for (const caller of callers[reached] ?? []) if (!next.has(caller)) next.set(caller, reached);
  return next;
});

/** A shortest way from one package to another, both included; undefined where none leads there. */
export function wayBetween(graph: LockGraph, from: number, to: number): readonly LockNode[] | undefined {
  const target = graph[to];
  const next = target && STEPS.of(target, to, graph);
  if (!next?.has(from)) return undefined;
  const way: LockNode[] = [];
  for (let at = from; ; at = next.get(at) ?? to) {
    const node = graph[at];
    if (node) way.push(node);
    if (at === to) return way;
  }
}

/** `a › b › c@1.2.3`. */
export const wayInWords = (first: string, way: readonly LockNode[]): string =>
  [first, ...way.slice(1).map(({ name, rawName = name }) => rawName)].join(' › ') +
  (way.at(-1)?.version === undefined ? '' : `@${way.at(-1)?.version}`);

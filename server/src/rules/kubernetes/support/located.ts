import { Memo } from '../../../base/memo.ts';
import type { Related } from '../../../engine/rule.ts';
import type { ResourceFact, WorkloadFact } from '../../../model/kubernetes/index.ts';
import { append } from './neighbourhood.ts';
import type { Unit } from './unit.ts';

/** A fact with the file that tells it. */
export interface Located<T> {
  readonly path: string;
  readonly fact: T;
}

/** What a unit defines, found without looking at all of it. */
interface UnitIndex {
  readonly byKind: ReadonlyMap<string, readonly Located<ResourceFact>[]>;
  readonly byName: ReadonlyMap<string, readonly Located<ResourceFact>[]>;
  /** What patches change. */
  readonly patched: ReadonlySet<string>;
  readonly workloads: readonly Located<WorkloadFact>[];
}

const INDEXES = new Memo(({ files }: Unit): UnitIndex => {
  const byKind = new Map<string, Located<ResourceFact>[]>();
  const byName = new Map<string, Located<ResourceFact>[]>();
  const patched = new Set<string>();
  for (const [path, { resources }] of files) {
    for (const fact of resources) {
      const id = idOf(fact.kind, fact.name);
      if (fact.isPatch) {
        patched.add(id);
        continue;
      }
      append(byKind, fact.kind, { path, fact });
      append(byName, id, { path, fact });
    }
  }
  const workloads = files.flatMap(([path, facts]) =>
    facts.workloads
      .filter(({ isPatch }) => !isPatch)
      .map((fact) => ({
        path,
        fact: patched.has(idOf(fact.kind, fact.name)) ? { ...fact, labels: { ...fact.labels, isOpen: true } } : fact,
      })),
  );
  return { byKind, byName, patched, workloads };
});

const idOf = (kind: string, name: string | undefined): string => `${kind}/${name ?? ''}`;

/** The objects of a kind that a unit defines; patches define nothing. Of any group when that is undefined. */
export const resourcesIn = (unit: Unit, kind: string, group?: string): readonly Located<ResourceFact>[] =>
  ofGroup(INDEXES.of(unit).byKind.get(kind), group);

/** The same for one name. */
export const namedIn = (unit: Unit, kind: string, group: string | undefined, name: string): readonly Located<ResourceFact>[] =>
  ofGroup(INDEXES.of(unit).byName.get(idOf(kind, name)), group);

const ofGroup = (all: readonly Located<ResourceFact>[] = [], group: string | undefined): readonly Located<ResourceFact>[] =>
  group === undefined || all.every(({ fact }) => fact.group === group) ? all : all.filter(({ fact }) => fact.group === group);

/** Whether a patch changes the object. */
export const isPatchedIn = (unit: Unit, kind: string, name: string): boolean => INDEXES.of(unit).patched.has(idOf(kind, name));

/** Everything in a unit that runs pods. What a patch of the same name may add is open. */
export const workloadsIn = (unit: Unit): readonly Located<WorkloadFact>[] => INDEXES.of(unit).workloads;

/** Whether two objects may lie in one namespace: one that a file leaves out is decided when it is deployed. */
export const mayShareNamespace = ({ setsNamespace }: Unit, a: string | undefined, b: string | undefined): boolean =>
  setsNamespace || a === undefined || b === undefined || a === b;

export const isNear =
  (unit: Unit, namespace: string | undefined) =>
  ({ fact }: Located<{ readonly namespace: string | undefined }>): boolean =>
    mayShareNamespace(unit, namespace, fact.namespace);

/** The first few that fit, without looking further. */
export function firstOf<T>(all: readonly T[], fits: (each: T) => boolean, count: number): readonly T[] {
  const found: T[] = [];
  for (const each of all) {
    if (found.length === count) break;
    if (fits(each)) found.push(each);
  }
  return found;
}

/** A place in another file, or in the rule's own. */
export const related = (
  file: string,
  { path, fact }: Located<{ readonly nameSpan: ResourceFact['nameSpan'] }>,
  note: string,
): Related => ({
  ...(path === file ? {} : { path }),
  span: fact.nameSpan,
  note,
});

/** For messages: "Deployment `web`". */
export const factTitle = ({ kind, name }: { readonly kind: string; readonly name: string | undefined }): string =>
  name === undefined ? kind : `${kind} \`${name}\``;

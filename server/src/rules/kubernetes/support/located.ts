import type { Related } from '../../../engine/rule.ts';
import type { ResourceFact, WorkloadFact } from '../../../model/kubernetes/index.ts';
import { perFiles } from './per-files.ts';
import type { Unit } from './unit.ts';

/** A fact with the file that tells it. */
export interface Located<T> {
  readonly path: string;
  readonly fact: T;
}

const byKind = perFiles((files) => {
  const kinds = new Map<string, Located<ResourceFact>[]>();
  for (const [path, { resources }] of files) {
    for (const fact of resources) {
      if (fact.isPatch) continue;
      const list = kinds.get(fact.kind);
      if (list) list.push({ path, fact });
      else kinds.set(fact.kind, [{ path, fact }]);
    }
  }
  return kinds;
});

/** The objects of a kind that a unit defines; patches define nothing. `groups`: any when undefined. */
export function resourcesIn({ files }: Pick<Unit, 'files'>, kind: string, group?: string): readonly Located<ResourceFact>[] {
  const all = byKind(files).get(kind) ?? [];
  return group === undefined || all.every(({ fact }) => fact.group === group)
    ? all
    : all.filter(({ fact }) => fact.group === group);
}

/** The objects of a unit that a patch changes, each as `Kind/name`. */
export const patchedIn = ({ files }: Pick<Unit, 'files'>): ReadonlySet<string> => patchedOf(files);

const patchedOf = perFiles(
  (files): ReadonlySet<string> =>
    new Set(
      files.flatMap(([, { resources }]) =>
        resources.filter(({ isPatch }) => isPatch).map(({ kind, name }) => `${kind}/${name ?? ''}`),
      ),
    ),
);

/** Everything in a unit that runs pods. What a patch of the same name may add is open. */
export const workloadsIn = ({ files }: Pick<Unit, 'files'>): readonly Located<WorkloadFact>[] => workloadsOf(files);

const workloadsOf = perFiles((files) => {
  const patched = patchedOf(files);
  return files.flatMap(([path, { workloads }]) =>
    workloads
      .filter(({ isPatch }) => !isPatch)
      .map((fact) => ({
        path,
        fact: patched.has(`${fact.kind}/${fact.name ?? ''}`) ? { ...fact, labels: { ...fact.labels, isOpen: true } } : fact,
      })),
  );
});

/** Whether two objects may lie in one namespace: one that a file leaves out is decided when it is deployed. */
export const mayShareNamespace = ({ setsNamespace }: Unit, a: string | undefined, b: string | undefined): boolean =>
  setsNamespace || a === undefined || b === undefined || a === b;

export const isNear =
  (unit: Unit, namespace: string | undefined) =>
  ({ fact }: Located<{ readonly namespace: string | undefined }>): boolean =>
    mayShareNamespace(unit, namespace, fact.namespace);

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

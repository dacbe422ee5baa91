import type { Related } from '../../../engine/rule.ts';
import type { ResourceFact, WorkloadFact } from '../../../model/kubernetes/index.ts';
import type { Unit } from './unit.ts';

/** A fact with the file that tells it. */
export interface Located<T> {
  readonly path: string;
  readonly fact: T;
}

/** The objects of a kind that a unit defines; patches define nothing. `groups`: any when undefined. */
export const resourcesIn = ({ files }: Unit, kind: string, group?: string): readonly Located<ResourceFact>[] =>
  files.flatMap(([path, { resources }]) =>
    resources
      .filter((fact) => fact.kind === kind && (group === undefined || fact.group === group) && !fact.isPatch)
      .map((fact) => ({ path, fact })),
  );

/** The objects of a unit that a patch changes, each as `Kind/name`. */
export const patchedIn = ({ files }: Pick<Unit, 'files'>): ReadonlySet<string> =>
  new Set(
    files.flatMap(([, { resources }]) =>
      resources.filter(({ isPatch }) => isPatch).map(({ kind, name }) => `${kind}/${name ?? ''}`),
    ),
  );

/** Everything in a unit that runs pods. What a patch of the same name may add is open. */
export function workloadsIn({ files }: Unit): readonly Located<WorkloadFact>[] {
  const patched = patchedIn({ files });
  return files.flatMap(([path, { workloads }]) =>
    workloads
      .filter(({ isPatch }) => !isPatch)
      .map((fact) => ({
        path,
        fact: patched.has(`${fact.kind}/${fact.name ?? ''}`) ? { ...fact, labels: { ...fact.labels, isOpen: true } } : fact,
      })),
  );
}

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

/** For messages: "Deployment `web`". */
export const factTitle = ({ kind, name }: { readonly kind: string; readonly name: string | undefined }): string =>
  name === undefined ? kind : `${kind} \`${name}\``;

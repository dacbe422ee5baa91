import { Memo, remembered } from '../../../base/memo.ts';
import type { Facts, WorkspaceView } from '../../../engine/environment.ts';
import { append } from './neighbourhood.ts';

type Files = readonly (readonly [path: string, facts: Facts['kubernetes']])[];

/** Where the workspace defines objects: kind → name → the namespaces that the files say (undefined: none). */
interface Definitions {
  readonly names: ReadonlyMap<string, ReadonlyMap<string, readonly (string | undefined)[]>>;
  /** What the names of the PersistentVolumeClaims of StatefulSets begin with. */
  readonly claims: readonly string[];
}

function collect(files: Files): Definitions {
  const names = new Map<string, Map<string, (string | undefined)[]>>();
  const claims: string[] = [];
  const add = (kind: string, name: string | undefined, namespace: string | undefined): void => {
    if (name === undefined) return;
    const byName = remembered(names, kind, () => new Map<string, (string | undefined)[]>());
    append(byName, name, namespace);
  };
  for (const [, { resources, workloads, kustomization }] of files) {
    for (const { kind, name, namespace, makes, isPatch } of resources) {
      if (!isPatch) add(kind, name, namespace);
      for (const made of makes) add(made.kind, made.name, namespace);
    }
    for (const { kind, name } of kustomization?.generated ?? []) add(kind, name, undefined);
    for (const set of workloads) claims.push(...set.claims.map((claim) => `${claim}-${set.name ?? ''}`));
  }
  return { names, claims };
}

/** Keyed by the list of files, which stays the same object as long as no facts change. */
const DEFINITIONS = new Memo(collect);

/**
 * Whether any file of the workspace defines an object of that kind and name.
 * @param isNear whether a namespace that its file says may be the one that is looked in
 */
export function isDefinedAnywhere(
  workspace: WorkspaceView,
  kind: string,
  name: string,
  isNear: (namespace: string | undefined) => boolean,
): boolean {
  const { names, claims } = DEFINITIONS.of(workspace.all('kubernetes'));
  if (names.get(kind)?.get(name)?.some(isNear)) return true;
  return kind === 'PersistentVolumeClaim' && claims.some((start) => name.startsWith(start));
}

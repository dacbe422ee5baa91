import { folderOf } from '../../../base/path.ts';
import type { Context } from '../../../engine/rule.ts';
import { type RbacBinding, type RbacFacts, rbacFacts, type RbacRole } from '../../../model/kubernetes/index.ts';
import { unitOf } from './unit.ts';

/** Something that a file says; without a path it is the file that is looked at. */
export interface Placed<T> {
  readonly path: string | undefined;
  readonly value: T;
}

/** What the workspace says about who may do what, the file's own first. */
export interface RbacView {
  readonly file: string;
  /** The paths of what is deployed together with the file. */
  readonly unit: ReadonlySet<string>;
  readonly own: RbacFacts;
  readonly all: readonly Placed<RbacFacts>[];
  /** By kind and name. */
  readonly roles: ReadonlyMap<string, readonly Placed<RbacRole>[]>;
}

export function rbacView({ file, model, env }: Context<'kubernetes'>): RbacView {
  const own = rbacFacts(model);
  const all: Placed<RbacFacts>[] = [{ path: undefined, value: own }];
  for (const [path, { rbac }] of env.workspace.all('kubernetes')) if (path !== file.path) all.push({ path, value: rbac });
  const roles = new Map<string, Placed<RbacRole>[]>();
  for (const { path, value } of all) {
    for (const role of value.roles) {
      const key = `${role.kind} ${role.name ?? ''}`;
      const list = roles.get(key);
      if (list) list.push({ path, value: role });
      else roles.set(key, [{ path, value: role }]);
    }
  }
  const unit = new Set(unitOf(file.path, env.workspace).files.map(([path]) => path));
  return { file: file.path, unit, own, all, roles };
}

/** Works each answer out once: many bindings refer to one role. */
export function once<K, V>(answer: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, answer(key));
    return known.get(key) as V;
  };
}

/** Whether two objects can be in the same namespace: where one is not written, it is decided elsewhere. */
export const sameNamespace = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || a === b;

/** Whether a file belongs to what is installed together with the one that is looked at. */
export const isInUnit = ({ unit }: RbacView, path: string | undefined): boolean => path === undefined || unit.has(path);

/** More objects of one name or selector are no work of people, and comparing each with each would take too long. */
export const MOST_CANDIDATES = 100;

/** The role that a binding of the file (or of the file at `from`) refers to: the nearest one, if no other is as near. */
export function roleFor(view: RbacView, { role, namespace }: RbacBinding, from?: string): Placed<RbacRole> | undefined {
  if (!role) return undefined;
  const candidates = (view.roles.get(`${role.kind} ${role.name.text}`) ?? []).filter(
    ({ value }) => value.kind === 'ClusterRole' || sameNamespace(value.namespace, namespace),
  );
  if (candidates.length > MOST_CANDIDATES) return undefined;
  const home = from ?? view.file;
  let best: Placed<RbacRole> | undefined;
  let most = -1;
  for (const candidate of candidates) {
    const nearness = nearnessOf(home, candidate.path ?? view.file);
    if (nearness > most) [best, most] = [candidate, nearness];
    else if (nearness === most) best = undefined;
  }
  return best;
}

/** How many folders two files share; the file itself is nearest. */
function nearnessOf(a: string, b: string): number {
  if (a === b) return Infinity;
  const [left, right] = [folderOf(a).split('/'), folderOf(b).split('/')];
  let shared = 0;
  while (shared < left.length && shared < right.length && left[shared] === right[shared]) shared++;
  return shared;
}

/** The roles whose rules a binding to this one gives: itself, or those that it collects by their labels. */
export function rolesBehind(view: RbacView, role: Placed<RbacRole>): readonly Placed<RbacRole>[] {
  const { aggregates } = role.value;
  if (aggregates.length === 0) return [role];
  return [...view.roles.values()].flat().filter(
    ({ value: { kind, labels } }) =>
      kind === 'ClusterRole' &&
      aggregates.some((wanted) => {
        const pairs = Object.entries(wanted);
        return pairs.length > 0 && pairs.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);
      }),
  );
}

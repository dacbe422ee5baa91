import { Memo } from '../../../base/memo.ts';
import { folderOf } from '../../../base/path.ts';
import type { Facts } from '../../../engine/environment.ts';
import type { Context } from '../../../engine/rule.ts';
import {
  type KubernetesFile,
  type RbacBinding,
  type RbacFacts,
  rbacFacts,
  type RbacRole,
} from '../../../model/kubernetes/index.ts';
import { append } from './neighbourhood.ts';
import { type Unit, unitOf } from './unit.ts';

/** Something that a file says; without a path it is the file that is looked at. */
export interface Placed<T> {
  readonly path: string | undefined;
  readonly value: T;
}

/** What the workspace says about who may do what, the file's own first. */
export interface RbacView {
  readonly file: string;
  /** What is deployed together with the file. */
  readonly unit: Unit;
  readonly own: RbacFacts;
  /** What every file says, in a list that is made when it is asked for. */
  readonly all: () => readonly Placed<RbacFacts>[];
  /** The roles of a kind and name. */
  readonly rolesNamed: (kind: string, name: string) => readonly Placed<RbacRole>[];
}

type Files = readonly (readonly [path: string, facts: Facts['kubernetes']])[];

const VIEWS = new Memo((files: Files) => new Memo((_: KubernetesFile, context: Context<'kubernetes'>) => viewOf(files, context)));

const PATHS = new Memo(({ files }: Unit): ReadonlySet<string> => new Set(files.map(([path]) => path)));

/** The roles of all files by kind and name. */
const ROLES = new Memo((files: Files) => rolesByName(files.map(([path, { rbac }]) => ({ path, value: rbac }))));

/** What the file says, and what the others say that an index over facts finds; the index has the file's own facts as well. */
export const ownFirst = <T>({ file }: RbacView, own: readonly T[], found: readonly Placed<T>[]): readonly Placed<T>[] => [
  ...own.map((value) => ({ path: undefined, value })),
  ...found.filter(({ path }) => path !== file),
];

/** Several rules look at it, and it is the same for all of them. */
export const rbacView = (context: Context<'kubernetes'>): RbacView =>
  VIEWS.of(context.env.workspace.all('kubernetes')).of(context.model, context);

function viewOf(files: Files, { file, model, env }: Context<'kubernetes'>): RbacView {
  const own: Placed<RbacFacts> = { path: undefined, value: rbacFacts(model) };
  const ownRoles = rolesByName([own]);
  return {
    file: file.path,
    unit: unitOf(file.path, env.workspace),
    own: own.value,
    all: () => [
      own,
      ...files.flatMap(([path, { rbac }]) => (path === file.path || isSilent(rbac) ? [] : [{ path, value: rbac }])),
    ],
    rolesNamed: (kind, name) => [
      ...(ownRoles.get(keyOf(kind, name)) ?? []),
      ...(ROLES.of(files).get(keyOf(kind, name)) ?? []).filter(({ path }) => path !== file.path),
    ],
  };
}

const keyOf = (kind: string, name: string | undefined): string => `${kind} ${name ?? ''}`;

const isSilent = ({ roles, bindings, accounts, uses }: RbacFacts): boolean =>
  [roles, bindings, accounts, uses].every((list) => list.length === 0);

function rolesByName(all: readonly Placed<RbacFacts>[]): ReadonlyMap<string, readonly Placed<RbacRole>[]> {
  const roles = new Map<string, Placed<RbacRole>[]>();
  for (const { path, value } of all)
    for (const role of value.roles) append(roles, keyOf(role.kind, role.name), { path, value: role });
  return roles;
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
export const isInUnit = ({ unit }: RbacView, path: string | undefined): boolean => path === undefined || PATHS.of(unit).has(path);

/** More objects of one name or selector are no work of people, and comparing each with each would take too long. */
export const MOST_CANDIDATES = 100;

/** The role that a binding of the file (or of the file at `from`) refers to: the nearest one, if no other is as near. */
export function roleFor(view: RbacView, { role, namespace }: RbacBinding, from?: string): Placed<RbacRole> | undefined {
  if (!role) return undefined;
  const candidates = view
    .rolesNamed(role.kind, role.name.text)
    .filter(({ value }) => value.kind === 'ClusterRole' || sameNamespace(value.namespace, namespace));
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
  const all = view.all().flatMap(({ path, value }) => value.roles.map((each) => ({ path, value: each })));
  return all.filter(
    ({ value: { kind, labels } }) =>
      kind === 'ClusterRole' &&
      aggregates.some((wanted) => {
        const pairs = Object.entries(wanted);
        return pairs.length > 0 && pairs.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);
      }),
  );
}

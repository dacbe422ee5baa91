import { Memo, remembered } from '../../base/memo.ts';
import type { Facts } from '../../engine/environment.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import type { AccountUseFact, RbacBinding } from '../../model/kubernetes/index.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import {
  isInUnit,
  MOST_CANDIDATES,
  once,
  ownFirst,
  type Placed,
  type RbacView,
  rbacView,
  sameNamespace,
} from './support/rbac-lookup.ts';
import { summedUpBy } from './support/summed-up-by.ts';
import { findPower, relatedTo } from './support/takeover-power.ts';

export const workloadTakeoverRole = kubernetesRule(
  {
    id: 'kubernetes/workload-takeover-role',
    title: 'Workload that can take the cluster over',
    why: 'A flaw in a program hands over the token of its pod. If the ServiceAccount may read every Secret, create pods everywhere or give itself roles, the flaw is one of the whole cluster. Bind the account to a role that lists what the program does, in the namespaces where it does it, or keep the token out of the pod.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      takeover: '{workload} runs as `{account}`, which may {right} through {binding}. Bind a role that lists what it needs.',
    },
    aliases: ['kubescape:workload-with-cluster-takeover-roles'],
    references: ['CWE-250', 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    if (context.model.workloads.length === 0) return;
    const view = rbacView(context);
    const own = clusterBindings(view.own.bindings.map((value) => ({ path: undefined, value })));
    const all = ELSEWHERE.of(context.env.workspace.all('kubernetes'));
    const bindingsOf = (account: string) =>
      ownFirst(view, own.get(account)?.map(({ value }) => value) ?? [], all.get(account) ?? []);
    const powerOf = once((bound: Placed<RbacBinding>) => findPower(view, bound));
    for (const use of view.own.uses) {
      const bound = bindingsOf(use.account.text).filter((binding) => isBound(view, use, binding));
      if (bound.length === 0 || !hasToken(view, use)) continue;
      for (const each of bound) {
        const power = powerOf(each);
        if (!power) continue;
        const { path, value: binding } = each;
        yield {
          message: 'takeover',
          data: { workload: use.title, account: use.account.text, right: power.allows, binding: binding.title },
          span: use.account.span,
          related: [relatedTo(path, binding.role?.name.span ?? binding.nameSpan, binding.title), ...power.related],
          key: use.key,
          ...(power.isAdmin && !binding.isBuiltIn ? summedUpBy('kubernetes/rbac-cluster-admin-binding') : {}),
        };
        break;
      }
    }
  }),
);

/** The bindings that reach the whole cluster, by the names of the service accounts that they have as subjects. */
function clusterBindings(bindings: readonly Placed<RbacBinding>[]): ReadonlyMap<string, readonly Placed<RbacBinding>[]> {
  const byAccount = new Map<string, Placed<RbacBinding>[]>();
  for (const each of bindings) {
    const { kind, namespace, subjects } = each.value;
    if (kind === 'RoleBinding' && namespace !== 'kube-system') continue;
    const accounts = subjects.filter((subject) => subject.kind === 'ServiceAccount').map(({ name }) => name.text);
    for (const account of new Set(accounts)) {
      const list = remembered(byAccount, account, () => []);
      if (list.length < MOST_CANDIDATES) list.push(each);
    }
  }
  return byAccount;
}

const ELSEWHERE = new Memo((files: readonly (readonly [path: string, facts: Facts['kubernetes']])[]) =>
  clusterBindings(files.flatMap(([path, { rbac }]) => rbac.bindings.map((value) => ({ path, value })))),
);

/** Where a namespace is not written, the same name means the same account only among files that are installed together. */
const isBound = (view: RbacView, { account, namespace }: AccountUseFact, { path, value }: Placed<RbacBinding>): boolean =>
  value.subjects.some(
    (subject) =>
      subject.kind === 'ServiceAccount' &&
      subject.name.text === account.text &&
      (namespace !== undefined && subject.namespace === namespace
        ? true
        : isInUnit(view, path) && sameNamespace(namespace, subject.namespace)),
  );

/** Whether the pod gets the token of its account: it decides, else the account, else yes. */
function hasToken(view: RbacView, { mountsToken, account, namespace }: AccountUseFact): boolean {
  if (mountsToken !== undefined) return mountsToken;
  const accounts = view
    .all()
    .filter(({ path }) => isInUnit(view, path))
    .flatMap(({ value }) => value.accounts);
  return !accounts.some(
    (each) => each.name === account.text && sameNamespace(each.namespace, namespace) && each.mountsToken === false,
  );
}

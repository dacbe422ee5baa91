import { Memo, remembered } from '../../base/memo.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import type { AccountUseFact } from '../../model/kubernetes/index.ts';
import { append } from './support/neighbourhood.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { MOST_CANDIDATES, ownFirst, type Placed, rbacView, sameNamespace } from './support/rbac-lookup.ts';
import type { Unit } from './support/unit.ts';

export const sharedServiceAccount = kubernetesRule(
  {
    id: 'kubernetes/shared-service-account',
    title: 'Service account of several workloads',
    why: 'Workloads that share a ServiceAccount share its rights, so each has what only one of them needs, and the audit log cannot tell them apart. Give each workload an account of its own.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: { shared: '{workload} runs as `{account}`, and so does {other}. Give each an account of its own.' },
    aliases: ['kics:shared_service_account'],
    references: ['CWE-250', 'https://kubernetes.io/docs/concepts/security/service-accounts/'],
    fix: 'none',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    if (context.model.workloads.length === 0) return;
    const view = rbacView(context);
    const ownUses = new Map<string, AccountUseFact[]>();
    for (const use of view.own.uses) append(ownUses, use.account.text, use);
    for (const use of view.own.uses) {
      // Pods without an account are the matter of other rules.
      if (use.account.text === 'default') continue;
      const account = use.account.text;
      const found = USES.of(view.unit).get(account) ?? [];
      const other = ownFirst(view, ownUses.get(account) ?? [], found).find(({ value }) => isAnother(use, value));
      if (!other) continue;
      const { path, value } = other;
      yield {
        message: 'shared',
        data: { workload: use.title, account: use.account.text, other: value.title },
        span: use.account.span,
        related: [{ ...(path === undefined ? {} : { path }), span: value.account.span, note: `${value.title} runs as it, too.` }],
        key: use.key,
      };
    }
  }),
);

/** Who of a unit runs as which account. */
const USES = new Memo(({ files }: Unit) => {
  const uses = new Map<string, Placed<AccountUseFact>[]>();
  for (const [path, { rbac }] of files) {
    for (const use of rbac.uses) {
      const list = remembered(uses, use.account.text, () => []);
      if (list.length < MOST_CANDIDATES) list.push({ path, value: use });
    }
  }
  return uses;
});

/** Not the same workload once more, as in another overlay. */
const isAnother = (use: AccountUseFact, other: AccountUseFact): boolean =>
  use.title !== other.title && sameNamespace(use.namespace, other.namespace);

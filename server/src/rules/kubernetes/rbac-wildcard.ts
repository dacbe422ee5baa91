import { kubernetesRule } from '../../engine/rule.ts';
import { type PolicyRule, rolesOf, type Word } from '../../model/kubernetes/index.ts';
import { oncePerSpan } from './support/once-per-span.ts';

const FIELDS = ['verbs', 'resources', 'apiGroups'] as const;

export const rbacWildcard = kubernetesRule(
  {
    id: 'kubernetes/rbac-wildcard',
    title: 'Wildcard in an RBAC rule',
    why: 'A `*` grants what exists today and everything that an upgrade or a new custom resource will add, often including Secrets and the right to grant more. List the verbs, resources and API groups that the subject really uses.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: { wildcard: '{role} grants every value of {fields} with `*`. List what is needed.' },
    aliases: [
      'checkov:CKV_K8S_49',
      'kics:rbac_wildcard_in_rule',
      'kube-linter:wildcard-in-rules',
      'kyverno:restrict-wildcard-resources',
      'kyverno:restrict-wildcard-verbs',
      'trivy:KSV-0044',
      'trivy:KSV-0045',
      'trivy:KSV-0046',
      'trivy:KSV-0112',
    ],
    references: [
      'CIS Kubernetes 5.1.3',
      'CWE-250',
      'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    ],
    fix: 'none',
    since: '0.1.0',
    status: 'stable',
  },
  oncePerSpan(function* ({ model }) {
    for (const role of rolesOf(model.resources)) {
      if (role.isBuiltIn) continue;
      for (const [index, rule] of role.rules.entries()) {
        const hits = wildcardsIn(rule);
        const first = hits[0];
        if (!first) continue;
        const fields = hits.map(({ field }) => `\`${field}\``).join(' and ');
        const related = hits
          .slice(1)
          .map(({ field, word }) => ({ span: word.span, note: `\`${field}\` is a wildcard as well.` }));
        yield {
          message: 'wildcard',
          data: { role: role.title, fields },
          span: first.word.span,
          related,
          // The same resource seldom stands in two groups, so a star there alone adds little.
          ...(first.field === 'apiGroups' ? { severity: 'low' } : {}),
          key: `${role.key}/rules/${index}`,
        };
      }
    }
  }),
);

function wildcardsIn(rule: PolicyRule): readonly { readonly field: string; readonly word: Word }[] {
  return FIELDS.flatMap((field) => {
    const word = rule[field]?.words.find(({ text }) => text === '*' || text === '*/*');
    return word ? { field, word } : [];
  });
}

import { kubernetesRule } from '../../engine/rule.ts';
import { asMapping, asScalar, at, itemsOf, type YamlMapping, type YamlScalar } from '../../model/yaml/index.ts';

const FIELDS = ['verbs', 'resources', 'apiGroups'] as const;

export const rbacWildcard = kubernetesRule(
  {
    id: 'kubernetes/rbac-wildcard',
    title: 'Wildcard in an RBAC rule',
    why: 'A `*` grants what exists today and everything that an upgrade or a new custom resource will add, often including secrets and the right to grant more. List the verbs, resources and API groups that the subject really uses.',
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
    references: ['CIS Kubernetes 5.1.3', 'CWE-250'],
    fix: 'none',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ model }) {
    for (const { kind, group, name, node } of model.resources) {
      if (group !== 'rbac.authorization.k8s.io' || (kind !== 'Role' && kind !== 'ClusterRole')) continue;
      const role = name === undefined ? kind : `${kind} \`${name}\``;
      for (const [index, item] of itemsOf(at(node, 'rules')).entries()) {
        const hits = wildcardsIn(asMapping(item));
        const first = hits[0];
        if (!first) continue;
        const fields = hits.map(({ field }) => `\`${field}\``).join(' and ');
        const related = hits.slice(1).map((hit) => ({ span: hit.node.span, note: `\`${hit.field}\` is a wildcard as well` }));
        yield {
          message: 'wildcard',
          data: { role, fields },
          span: first.node.span,
          related,
          key: `${kind}/${name ?? ''}/rules/${index}`,
        };
      }
    }
  },
);

function wildcardsIn(rule: YamlMapping | undefined): readonly { readonly field: string; readonly node: YamlScalar }[] {
  return FIELDS.flatMap((field) => {
    const node = itemsOf(at(rule, field))
      .map(asScalar)
      .find((scalar) => scalar?.text === '*' || scalar?.text === '*/*');
    return node ? { field, node } : [];
  });
}

import { networkPolicyMissing } from '../../../server/src/rules/kubernetes/network-policy-missing.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents, named } from './cross-file.ts';

const web = (name = 'web', metadata = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n${metadata}  labels: { app: web }\nspec:\n  containers:\n  - name: app\n    image: a:1\n`;
const policy = (selector: string): string =>
  named('networking.k8s.io/v1', 'NetworkPolicy', 'web', `spec:\n  podSelector: ${selector}\n`);
const denyAll =
  '---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: default-deny\nspec:\n  podSelector: {}\n  policyTypes: [Ingress, Egress]\n';

testRule(networkPolicyMissing, {
  clean: [
    documents(named('v1', 'Namespace', 'shop'), named('cilium.io/v2', 'CiliumNetworkPolicy', 'web', 'spec: {}\n')),
    named('v1', 'Namespace', '"{{ .Values.namespace }}"'),
    {
      code: named('v1', 'Namespace', 'shop'),
      files: {
        'policies/all.yaml': policy('{ matchLabels: { app: web } }').replace('name: web', 'name: web\n  namespace: shop'),
      },
    },
    documents(web(), policy('{}')),
    documents(web(), policy('{ matchLabels: { app: web } }')),
    { code: web(), files: { 'policies/all.yaml': policy('{}') } },
    documents(web(), named('cilium.io/v2', 'CiliumNetworkPolicy', 'web', 'spec: {}\n')),
    named('v1', 'ConfigMap', 'a'),
    web('{{ .Values.name }}'),
  ],
  caught: [
    {
      code: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ⟦shop⟧\n',
      says: 'Namespace `shop` has no NetworkPolicy, so its pods accept every connection. Add one that denies all.',
      fixed: `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n${denyAll.replace('  name: default-deny\n', '  name: default-deny\n  namespace: shop\n')}`,
    },
    {
      code: web('⟦web⟧'),
      says: 'No NetworkPolicy selects the pods of Pod `web`. Add one that allows only what they need.',
      fixed: web() + denyAll,
    },
    {
      code: documents(web('⟦web⟧'), policy('{ matchLabels: { app: api } }')),
      says: 'No NetworkPolicy selects the pods of Pod `web`. Add one that allows only what they need.',
      fixed: documents(web(), policy('{ matchLabels: { app: api } }')) + denyAll,
    },
    {
      code: web('⟦web⟧', '  namespace: shop\n'),
      files: {
        'policy.yaml':
          'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: a, namespace: other }\nspec: { podSelector: {} }\n',
      },
      says: 'No NetworkPolicy selects the pods of Pod `web`. Add one that allows only what they need.',
      fixed:
        web('web', '  namespace: shop\n') +
        denyAll.replace('  name: default-deny\n', '  name: default-deny\n  namespace: shop\n'),
    },
  ],
});

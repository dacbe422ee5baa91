import { networkPolicySelectsAll } from '../../../server/src/rules/kubernetes/network-policy-selects-all.ts';
import { testRule } from '../../support/rule-tester.ts';

const policy = (spec: string, apiVersion = 'networking.k8s.io/v1'): string =>
  `apiVersion: ${apiVersion}\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n${spec}`;
const says = (direction: string): string =>
  `NetworkPolicy \`web\` allows all ${direction} of every pod in its namespace, whatever other policies say. Name pods, peers or ports.`;

testRule(networkPolicySelectsAll, {
  clean: [
    // Nothing is allowed: the usual defaults.
    policy('  podSelector: {}\n  policyTypes: [Ingress, Egress]\n'),
    policy('  podSelector: {}\n  ingress: []\n'),
    policy('  podSelector:\n    matchLabels: { app: web }\n  ingress: [{}]\n'),
    policy('  podSelector: {}\n  ingress:\n    - from: [{ podSelector: {} }]\n'),
    policy('  podSelector: {}\n  ingress:\n    - ports: [{ port: 80 }]\n'),
    policy('  podSelector: {}\n  ingress:\n    - from: {{ .Values.peers }}\n'),
    policy('  podSelector: {{ .Values.selector }}\n  ingress: [{}]\n'),
    policy('  ingress:\n    - {}\n    - {{ .Values.rule }}\n'),
    policy('  podSelector: {}\n  policyTypes: [Egress]\n  ingress: [{}]\n'),
    policy('  podSelector: {}\n  egress:\n    - to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8] } }]\n'),
    policy('  podSelector: {}\n  ingress: [{}]\n', 'crd.projectcalico.org/v1'),
  ],
  caught: [
    { code: policy('  podSelector: {}\n  ingress:\n    - ⟦{}⟧\n'), says: says('ingress') },
    {
      code: policy('  podSelector: {}\n  policyTypes: [Ingress, Egress]\n  ingress: [⟦{}⟧]\n  egress: [⟦{}⟧]\n'),
      says: [says('ingress'), says('egress')],
    },
    {
      code: policy('  podSelector:\n    matchLabels: {}\n  ingress:\n    - ⟦from: []⟧\n', 'extensions/v1beta1'),
      says: says('ingress'),
    },
    { code: policy('  podSelector:\n  egress:\n    - ports: [{ port: 53 }]\n    - ⟦{}⟧\n'), says: says('egress') },
    {
      code: policy('  podSelector: {}\n  egress:\n    - ⟦to: [{ ipBlock: { cidr: 0.0.0.0/0 } }]⟧\n'),
      says: says('egress'),
    },
    {
      path: 'policy.json',
      code: '{"apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy", "metadata": {"name": "web"}, "spec": {"podSelector": {}, "ingress": [⟦{}⟧]}}',
      says: says('ingress'),
    },
  ],
});

import { danglingNetworkPolicy } from '../../../server/src/rules/kubernetes/dangling-network-policy.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents, named, workload } from './cross-file.ts';

const policy = (selector: string): string =>
  named('networking.k8s.io/v1', 'NetworkPolicy', 'deny', `spec:\n  podSelector: ${selector}\n`);
const peers = (peer: string): string =>
  named('networking.k8s.io/v1', 'NetworkPolicy', 'deny', `spec:\n  podSelector: {}\n  ingress:\n  - from:\n    - ${peer}\n`);
const web = workload('web', '{ app: web }');

testRule(danglingNetworkPolicy, {
  clean: [
    documents(peers('{ podSelector: { matchLabels: { app: api } }, namespaceSelector: {} }'), web),
    documents(peers('{ podSelector: { matchLabels: { app: web } } }'), web),
    documents(peers('{ podSelector: {} }'), web),
    documents(peers('{ ipBlock: { cidr: 10.0.0.0/8 } }'), web),
    peers('{ podSelector: { matchLabels: { app: api } } }'),
    {
      code: documents(peers('{ podSelector: { matchLabels: { app: api } } }'), web),
      files: { 'api/api.yaml': workload('api', '{ app: api }') },
    },
    documents(policy('{}'), web),
    documents(policy('{ matchLabels: { app: web } }'), web),
    policy('{ matchLabels: { app: web } }'),
    documents(policy('{ matchExpressions: [{ key: app, operator: In, values: [web, api] }] }'), web),
    documents(policy('{ matchExpressions: [{ key: tier, operator: DoesNotExist }] }'), web),
    documents(policy('{ matchExpressions: [{ key: app, operator: Unheard }] }'), web),
    documents(policy('{ matchLabels: { app: "{{ .Values.app }}" } }'), web),
  ],
  caught: [
    {
      code: documents(peers('{ podSelector: ⟦{ matchLabels: { role: client } }⟧ }'), web),
      says: 'A peer of NetworkPolicy `deny` matches no pod that is deployed with it.',
      severity: 'info',
    },
    {
      code: documents(
        peers('{ podSelector: ⟦{ matchLabels: { app: wbe } }⟧ }').replace('ingress', 'egress').replace('from', 'to'),
        web,
      ),
      says: 'A peer of NetworkPolicy `deny` matches no pod that is deployed with it. Did you mean Deployment `web`?',
      severity: 'info',
    },
    {
      code: documents(policy('⟦{ matchLabels: { app: wbe } }⟧'), web),
      says: 'The selector of NetworkPolicy `deny` matches no pod that is deployed with it. Did you mean Deployment `web`?',
      fixed: documents(policy('{ matchLabels: { app: web } }'), web),
    },
    {
      code: documents(policy('⟦{ matchExpressions: [{ key: app, operator: NotIn, values: [web] }] }⟧'), web),
      says: 'The selector of NetworkPolicy `deny` matches no pod that is deployed with it.',
    },
    {
      code: documents(policy('⟦{ matchExpressions: [{ key: tier, operator: Exists }] }⟧'), web),
      says: 'The selector of NetworkPolicy `deny` matches no pod that is deployed with it.',
    },
  ],
});

import { danglingNetworkPolicy } from '../../../server/src/rules/kubernetes/dangling-network-policy.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents, named, workload } from './cross-file.ts';

const policy = (selector: string): string =>
  named('networking.k8s.io/v1', 'NetworkPolicy', 'deny', `spec:\n  podSelector: ${selector}\n`);
/** A policy of the pods `web` with one rule. */
const allowing = (rule: string): string =>
  named('networking.k8s.io/v1', 'NetworkPolicy', 'allow', `spec:\n  podSelector: { matchLabels: { app: web } }\n${rule}`);
const from = (peer: string): string => allowing(`  ingress:\n  - from:\n    - ${peer}\n`);
const web = workload('web', '{ app: web }');

testRule(danglingNetworkPolicy, {
  clean: [
    documents(policy('{}'), web),
    documents(policy('{ matchLabels: { app: web } }'), web),
    policy('{ matchLabels: { app: web } }'),
    documents(policy('{ matchExpressions: [{ key: app, operator: In, values: [web, api] }] }'), web),
    documents(policy('{ matchExpressions: [{ key: tier, operator: DoesNotExist }] }'), web),
    documents(policy('{ matchExpressions: [{ key: app, operator: Unheard }] }'), web),
    documents(policy('{ matchLabels: { app: "{{ .Values.app }}" } }'), web),
    documents(from('podSelector: { matchLabels: { app: web } }'), web),
    documents(from('podSelector: {}'), web),
    documents(from('ipBlock: { cidr: 10.0.0.0/8 }'), web),
    // Pods of other namespaces are defined elsewhere.
    documents(from('{ podSelector: { matchLabels: { app: api } }, namespaceSelector: {} }'), web),
    documents(from('podSelector: { matchLabels: { app: "{{ .Values.app }}" } }'), web),
    from('podSelector: { matchLabels: { app: api } }'),
  ],
  caught: [
    {
      code: documents(from('podSelector: ⟦{ matchLabels: { app: wbe } }⟧'), web),
      says: 'A peer of NetworkPolicy `allow` selects no pod that is deployed with it. Did you mean Deployment `web`?',
    },
    {
      code: documents(allowing('  egress:\n  - to:\n    - podSelector: ⟦{ matchLabels: { tier: db } }⟧\n'), web),
      says: 'A peer of NetworkPolicy `allow` selects no pod that is deployed with it, so this allows nothing. Correct its labels.',
    },
    {
      code: documents(policy('⟦{ matchLabels: { app: wbe } }⟧'), web),
      says: 'The selector of NetworkPolicy `deny` matches no pod that is deployed with it. Did you mean Deployment `web`?',
      fixed: documents(policy('{ matchLabels: { app: web } }'), web),
    },
    {
      code: documents(policy('⟦{ matchExpressions: [{ key: app, operator: NotIn, values: [web] }] }⟧'), web),
      says: 'The selector of NetworkPolicy `deny` matches no pod that is deployed with it. Correct its labels.',
    },
    {
      code: documents(policy('⟦{ matchExpressions: [{ key: tier, operator: Exists }] }⟧'), web),
      says: 'The selector of NetworkPolicy `deny` matches no pod that is deployed with it. Correct its labels.',
    },
  ],
});

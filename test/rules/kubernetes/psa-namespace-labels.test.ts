import { psaNamespaceLabels } from '../../../server/src/rules/kubernetes/psa-namespace-labels.ts';
import { testRule } from '../../support/rule-tester.ts';
import { app, pod } from './pods.ts';

const namespace = (rest: string, name = 'shop') => `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n${rest}`;
const ENFORCE = 'pod-security.kubernetes.io/enforce';
const missing = 'Namespace `shop` enforces no Pod Security level. Add the label `pod-security.kubernetes.io/enforce: baseline`.';
const privileged = 'Namespace `shop` lets in pods with every privilege. Enforce `baseline` or `restricted`.';
const invalid = (level: string) => `Pod Security admission knows no level \`${level}\`. Use \`baseline\` or \`restricted\`.`;

testRule(psaNamespaceLabels, {
  clean: [
    namespace(`  labels:\n    ${ENFORCE}: baseline\n`),
    namespace(`  labels:\n    ${ENFORCE}: "restricted"\n    ${ENFORCE}-version: v1.34\n`),
    namespace('', 'kube-system'),
    namespace(`  labels: { ${ENFORCE}: privileged }\n`, 'kube-system'),
    namespace(`  labels:\n    ${ENFORCE}: {{ .Values.level }}\n`),
    namespace('  labels:\n    {{- toYaml .Values.labels | nindent 4 }}\n'),
    { code: namespace(''), kubernetesVersion: '1.22' },
    'apiVersion: example.com/v1\nkind: Namespace\nmetadata:\n  name: shop\n',
    pod(app),
  ],
  caught: [
    {
      code: namespace('', '⟦shop⟧'),
      says: missing,
      fixed: namespace(`  labels:\n    ${ENFORCE}: baseline\n`),
      alternatives: { 'Enforce `restricted`': namespace(`  labels:\n    ${ENFORCE}: restricted\n`) },
    },
    {
      code: namespace('  ⟦labels⟧:\n    team: a # owner\n    pod-security.kubernetes.io/warn: restricted\n'),
      says: missing,
      fixed: namespace(
        `  labels:\n    team: a # owner\n    pod-security.kubernetes.io/warn: restricted\n    ${ENFORCE}: baseline\n`,
      ),
    },
    {
      code: namespace(`  labels:\n    ${ENFORCE}: ⟦privileged⟧ # agents\n`),
      says: privileged,
      fixed: namespace(`  labels:\n    ${ENFORCE}: baseline # agents\n`),
      alternatives: { 'Enforce `restricted`': namespace(`  labels:\n    ${ENFORCE}: restricted # agents\n`) },
    },
    {
      code: namespace(`  labels: { ${ENFORCE}: ⟦Restricted⟧ }\n`),
      says: invalid('Restricted'),
      fixed: namespace(`  labels: { ${ENFORCE}: restricted }\n`),
      alternatives: {},
    },
    {
      code: namespace(`  labels: { ${ENFORCE}: ⟦strict⟧ }\n`),
      says: invalid('strict'),
      fixed: namespace(`  labels: { ${ENFORCE}: baseline }\n`),
    },
    {
      code: 'apiVersion: v1\nkind: List\nitems:\n  - { apiVersion: v1, kind: Namespace, metadata: { name: ⟦shop⟧ } }\n',
      says: missing,
      fixed: `apiVersion: v1\nkind: List\nitems:\n  - { apiVersion: v1, kind: Namespace, metadata: { name: shop, labels: { ${ENFORCE}: baseline } } }\n`,
    },
    {
      path: 'namespace.json',
      code: '{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": ⟦"shop"⟧}}',
      says: missing,
      fixed: `{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop", "labels": { "${ENFORCE}": "baseline" }}}`,
    },
  ],
});

import { pspRemoved } from '../../../server/src/rules/kubernetes/psp-removed.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (target: string): string =>
  `Kubernetes 1.25 removed PodSecurityPolicy, and the target is ${target}. Enforce a Pod Security Standard with labels of the namespaces instead.`;

testRule(pspRemoved, {
  clean: [
    {
      code: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: web\n  labels:\n    pod-security.kubernetes.io/enforce: restricted\n',
      shown: true,
    },
    { kubernetesVersion: '1.24', code: 'apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\n' },
    'apiVersion: policy/v1\nkind: PodDisruptionBudget\n',
    'apiVersion: example.com/v1\nkind: PodSecurityPolicy\n',
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  kind: PodSecurityPolicy\n',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nrules:\n  - apiGroups: [policy]\n    resources: [podsecuritypolicies]\n    verbs: [use]\n',
    '{{- if .Capabilities.APIVersions.Has "policy/v1beta1/PodSecurityPolicy" }}\napiVersion: policy/v1beta1\nkind: PodSecurityPolicy\n{{- end }}\n',
  ],
  caught: [
    { code: 'apiVersion: policy/v1beta1\nkind: ⟦PodSecurityPolicy⟧\nmetadata:\n  name: restricted\n', says: says('1.36') },
    { kubernetesVersion: '1.25', code: 'apiVersion: extensions/v1beta1\nkind: ⟦PodSecurityPolicy⟧\n', says: says('1.25') },
    {
      code: '{{- if .Values.psp.create }}\napiVersion: policy/v1beta1\nkind: ⟦PodSecurityPolicy⟧\nmetadata:\n  name: {{ .Release.Name }}\n{{- end }}\n',
      says: says('1.36'),
    },
    {
      path: 'psp.json',
      code: '{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "policy/v1beta1", "kind": ⟦"PodSecurityPolicy"⟧}]}',
      says: says('1.36'),
    },
  ],
});

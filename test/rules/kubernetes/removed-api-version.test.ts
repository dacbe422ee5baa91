import { removedApiVersion } from '../../../server/src/rules/kubernetes/removed-api-version.ts';
import { testRule } from '../../support/rule-tester.ts';
import { MIGRATION_CASES } from './migration-cases.ts';

const says = (removed: string, api: string, kind: string, deprecated: string, replacement: string, target = '1.36'): string =>
  `Kubernetes ${removed} removed \`${api}\` of ${kind} (deprecated in ${deprecated}), and the target is ${target}. Use ${replacement}.`;

const gone = (removed: string, api: string, kind: string, deprecated: string, target = '1.36'): string =>
  `Kubernetes ${removed} removed \`${api}\` of ${kind} (deprecated in ${deprecated}) without a replacement, and the target is ${target}. Delete the object.`;

const template = `  template:
    metadata:
      labels:
        app: web # the name
        app.kubernetes.io/version: "1.10"
    spec:
      containers:
        - name: web
          image: web:1
`;

testRule(removedApiVersion, {
  clean: [
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\n',
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web }\n',
    // Another kind of the same version is still served.
    'apiVersion: storage.k8s.io/v1beta1\nkind: VolumeAttributesClass\nmetadata: { name: fast }\n',
    // Still served by the target.
    { kubernetesVersion: '1.21', code: 'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: { name: web }\n' },
    { kubernetesVersion: '1.15', code: 'apiVersion: extensions/v1beta1\nkind: Deployment\nmetadata: { name: web }\n' },
    { kubernetesVersion: '1.24', code: 'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: { name: web }\n' },
    // Has a rule of its own.
    'apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata: { name: restricted }\n',
    'apiVersion: extensions/v1beta1\nkind: PodSecurityPolicy\nmetadata: { name: restricted }\n',
    // Kinds of others with the same name.
    'apiVersion: example.com/v1beta1\nkind: Ingress\nmetadata: { name: web }\n',
    'apiVersion: traefik.containo.us/v1alpha1\nkind: IngressRoute\nmetadata: { name: web }\n',
    // Written by a template, or chosen by it.
    'apiVersion: {{ include "ingress.apiVersion" . }}\nkind: Ingress\nmetadata: { name: web }\n',
    '{{- if .Capabilities.APIVersions.Has "networking.k8s.io/v1" }}\napiVersion: networking.k8s.io/v1\n{{- else }}\napiVersion: extensions/v1beta1\n{{- end }}\nkind: Ingress\n',
    '{{- if semverCompare ">=1.25-0" $version -}}\napiVersion: batch/v1\n{{- else if true -}}\napiVersion: batch/v1beta1\n{{- end }}\nkind: CronJob\n',
    '{{- if lt (int .Capabilities.KubeVersion.Minor) 21 }}\n{{- if .Values.enabled }}\napiVersion: batch/v1beta1\nkind: CronJob\n{{- end }}\n{{- end }}\n',
    '{{- if eq (include "chart.apiVersion" .) "policy/v1beta1" }}\napiVersion: policy/v1beta1\nkind: PodDisruptionBudget\n{{- end }}\n',
    'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec:\n  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }\n',
    'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec:\n  scaleTargetRef: { kind: Deployment, name: web }\n',
    // Not a resource.
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  deployment.yaml: |\n    apiVersion: extensions/v1beta1\n    kind: Deployment\n',
    'apiVersion: [extensions/v1beta1]\nkind: Deployment\n',
  ],
  caught: [
    {
      code: `apiVersion: ⟦extensions/v1beta1⟧ # old\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 1\n${template}`,
      says: says('1.16', 'extensions/v1beta1', 'Deployment', '1.8', '`apps/v1`'),
      fixed: `apiVersion: apps/v1 # old\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 1\n  selector:\n    matchLabels:\n      app: web\n      app.kubernetes.io/version: "1.10"\n${template}`,
    },
    {
      code: `kind: DaemonSet\napiVersion: "⟦extensions/v1beta1⟧"\nmetadata: { name: web }\nspec:\n  templateGeneration: 3\n  selector: { matchLabels: { app: web } }\n${template}`
        .replace('"⟦', '⟦"')
        .replace('⟧"', '"⟧'),
      says: says('1.16', 'extensions/v1beta1', 'DaemonSet', '1.8', '`apps/v1`'),
      fixed: `kind: DaemonSet\napiVersion: "apps/v1"\nmetadata: { name: web }\nspec:\n  selector: { matchLabels: { app: web } }\n${template}`,
    },
    {
      code: `apiVersion: ⟦apps/v1beta1⟧\nkind: Deployment\nmetadata:\n    name: web\nspec:\n    rollbackTo:\n        revision: 2\n    selector:\n        matchLabels: {app: web}\n    template: {}\n`,
      says: says('1.16', 'apps/v1beta1', 'Deployment', '1.8', '`apps/v1`'),
      fixed: `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n    name: web\nspec:\n    selector:\n        matchLabels: {app: web}\n    template: {}\n`,
    },
    // Without labels nobody knows what to select.
    {
      code: 'apiVersion: ⟦apps/v1beta2⟧\nkind: StatefulSet\nspec:\n  template:\n    spec:\n      containers: []\n',
      says: says('1.16', 'apps/v1beta2', 'StatefulSet', '1.9', '`apps/v1`'),
    },
    {
      path: 'deployment.json',
      code: '{"apiVersion": ⟦"apps/v1beta1"⟧, "kind": "Deployment", "spec": {"template": {"metadata": {"labels": {"app": "web"}}}}}',
      says: says('1.16', 'apps/v1beta1', 'Deployment', '1.8', '`apps/v1`'),
      fixed:
        '{"apiVersion": "apps/v1", "kind": "Deployment", "spec": {"template": {"metadata": {"labels": {"app": "web"}}}, "selector": { "matchLabels": { "app": "web" } }}}',
    },
    // In a template the selector may be written by it.
    {
      code: 'apiVersion: ⟦apps/v1beta2⟧\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  template:\n    metadata:\n      labels:\n        app: web\n',
      says: says('1.16', 'apps/v1beta2', 'Deployment', '1.9', '`apps/v1`'),
    },
    {
      code: 'apiVersion: ⟦batch/v1beta1⟧\nkind: CronJob\nmetadata:\n  name: {{ .Release.Name }}\n',
      says: says('1.25', 'batch/v1beta1', 'CronJob', '1.21', '`batch/v1`'),
      fixed: 'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: {{ .Release.Name }}\n',
    },
    // A condition that asks something else; and what stands behind the end of one that asks for the version.
    {
      code: '{{- if .Capabilities.APIVersions.Has "x" }}\n{{- end }}\n{{- if .Values.rbac.create }}\napiVersion: ⟦rbac.authorization.k8s.io/v1beta1⟧\nkind: ClusterRole\n{{- end }}\n',
      says: says('1.22', 'rbac.authorization.k8s.io/v1beta1', 'ClusterRole', '1.17', '`rbac.authorization.k8s.io/v1`'),
      fixed:
        '{{- if .Capabilities.APIVersions.Has "x" }}\n{{- end }}\n{{- if .Values.rbac.create }}\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\n{{- end }}\n',
    },
    {
      code: 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: ⟦rbac.authorization.k8s.io/v1beta1⟧\n  kind: Role\n- apiVersion: ⟦rbac.authorization.k8s.io/v1alpha1⟧\n  kind: RoleBinding\n',
      says: [
        says('1.22', 'rbac.authorization.k8s.io/v1beta1', 'Role', '1.17', '`rbac.authorization.k8s.io/v1`'),
        says('1.22', 'rbac.authorization.k8s.io/v1alpha1', 'RoleBinding', '1.17', '`rbac.authorization.k8s.io/v1`'),
      ],
      fixed:
        'apiVersion: v1\nkind: List\nitems:\n- apiVersion: rbac.authorization.k8s.io/v1\n  kind: Role\n- apiVersion: rbac.authorization.k8s.io/v1\n  kind: RoleBinding\n',
    },
    {
      code: 'kind: PriorityClass\napiVersion: ⟦scheduling.k8s.io/v1beta1⟧\nvalue: 1\n---\nkind: CSIDriver\napiVersion: ⟦storage.k8s.io/v1beta1⟧\n',
      says: [
        says('1.22', 'scheduling.k8s.io/v1beta1', 'PriorityClass', '1.14', '`scheduling.k8s.io/v1`'),
        says('1.22', 'storage.k8s.io/v1beta1', 'CSIDriver', '1.19', '`storage.k8s.io/v1`'),
      ],
      fixed:
        'kind: PriorityClass\napiVersion: scheduling.k8s.io/v1\nvalue: 1\n---\nkind: CSIDriver\napiVersion: storage.k8s.io/v1\n',
    },
    // The replacement is itself removed by then, so the one after it counts.
    {
      code: 'apiVersion: ⟦flowcontrol.apiserver.k8s.io/v1beta1⟧\nkind: FlowSchema\n',
      says: says('1.26', 'flowcontrol.apiserver.k8s.io/v1beta1', 'FlowSchema', '1.23', '`flowcontrol.apiserver.k8s.io/v1`'),
      fixed: 'apiVersion: flowcontrol.apiserver.k8s.io/v1\nkind: FlowSchema\n',
    },
    {
      kubernetesVersion: '1.28',
      code: 'apiVersion: ⟦flowcontrol.apiserver.k8s.io/v1beta1⟧\nkind: FlowSchema\n',
      says: says(
        '1.26',
        'flowcontrol.apiserver.k8s.io/v1beta1',
        'FlowSchema',
        '1.23',
        '`flowcontrol.apiserver.k8s.io/v1beta3`',
        '1.28',
      ),
      fixed: 'apiVersion: flowcontrol.apiserver.k8s.io/v1beta3\nkind: FlowSchema\n',
    },
    // The last version came later than the target.
    {
      kubernetesVersion: '1.21',
      code: 'apiVersion: ⟦flowcontrol.apiserver.k8s.io/v1alpha1⟧\nkind: FlowSchema\n',
      says: says(
        '1.21',
        'flowcontrol.apiserver.k8s.io/v1alpha1',
        'FlowSchema',
        '1.20',
        '`flowcontrol.apiserver.k8s.io/v1beta3` (from Kubernetes 1.26)',
        '1.21',
      ),
    },
    {
      code: 'apiVersion: ⟦settings.k8s.io/v1alpha1⟧\nkind: PodPreset\nmetadata:\n  name: env\n',
      says: gone('1.20', 'settings.k8s.io/v1alpha1', 'PodPreset', '1.19'),
    },
    // Until 1.24 there still was the other version of it.
    {
      kubernetesVersion: '1.20',
      code: 'apiVersion: ⟦extensions/v1beta1⟧\nkind: PodSecurityPolicy\n',
      says: says('1.16', 'extensions/v1beta1', 'PodSecurityPolicy', '1.11', '`policy/v1beta1`', '1.20'),
      fixed: 'apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\n',
    },
    // What an autoscaler scales is looked up by its version.
    {
      code: 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  scaleTargetRef: { apiVersion: ⟦extensions/v1beta1⟧, kind: Deployment, name: web }\n',
      says: says('1.16', 'extensions/v1beta1', 'Deployment', '1.8', '`apps/v1`'),
      fixed:
        'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }\n',
    },
    ...MIGRATION_CASES,
  ],
});

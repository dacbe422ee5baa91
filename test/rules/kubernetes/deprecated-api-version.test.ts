import { deprecatedApiVersion } from '../../../server/src/rules/kubernetes/deprecated-api-version.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (api: string, kind: string, deprecated: string, end: string, target: string, replacement: string): string =>
  `\`${api}\` of ${kind} is deprecated since Kubernetes ${deprecated} (${end}), and the target is ${target}. Use ${replacement}.`;

testRule(deprecatedApiVersion, {
  clean: [
    'apiVersion: batch/v1\nkind: CronJob\n',
    // Removed by then, which is said elsewhere.
    'apiVersion: batch/v1beta1\nkind: CronJob\n',
    // Not yet deprecated.
    { kubernetesVersion: '1.20', code: 'apiVersion: batch/v1beta1\nkind: CronJob\n' },
    { kubernetesVersion: '1.32', code: 'apiVersion: v1\nkind: Endpoints\n' },
    { kubernetesVersion: '1.18', code: 'apiVersion: networking.k8s.io/v1beta1\nkind: Ingress\n' },
    // The successor in another group keeps its name.
    'apiVersion: networking.k8s.io/v1beta1\nkind: NetworkPolicy\n',
    {
      kubernetesVersion: '1.24',
      code: '{{- if .Capabilities.APIVersions.Has "batch/v1" }}\napiVersion: batch/v1\n{{ else }}\napiVersion: batch/v1beta1\n{{ end }}\nkind: CronJob\n',
    },
    { kubernetesVersion: '1.24', code: 'apiVersion: {{ .Values.api }}\nkind: CronJob\n' },
  ],
  caught: [
    {
      kubernetesVersion: '1.21',
      code: 'apiVersion: ⟦batch/v1beta1⟧\nkind: CronJob\nmetadata:\n  name: tidy\n',
      says: says('batch/v1beta1', 'CronJob', '1.21', 'removed in 1.25', '1.21', '`batch/v1`'),
      fixed: 'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: tidy\n',
    },
    {
      code: 'apiVersion: ⟦storage.k8s.io/v1beta1⟧\nkind: VolumeAttributesClass\n',
      says: says('storage.k8s.io/v1beta1', 'VolumeAttributesClass', '1.34', 'removed in 1.37', '1.36', '`storage.k8s.io/v1`'),
      fixed: 'apiVersion: storage.k8s.io/v1\nkind: VolumeAttributesClass\n',
    },
    {
      kubernetesVersion: '1.22',
      code: 'apiVersion: ⟦autoscaling/v2beta1⟧\nkind: HorizontalPodAutoscaler\n',
      says: says(
        'autoscaling/v2beta1',
        'HorizontalPodAutoscaler',
        '1.22',
        'removed in 1.25',
        '1.22',
        '`autoscaling/v2` (from Kubernetes 1.23)',
      ),
    },
    {
      code: 'apiVersion: ⟦v1⟧\nkind: Endpoints\nmetadata:\n  name: database\nsubsets: []\n',
      says: says('v1', 'Endpoints', '1.33', 'no removal is planned', '1.36', 'EndpointSlice of `discovery.k8s.io/v1`'),
      severity: 'info',
    },
    {
      kubernetesVersion: '1.24',
      code: 'apiVersion: ⟦policy/v1beta1⟧\nkind: PodSecurityPolicy\n',
      says: '`policy/v1beta1` of PodSecurityPolicy is deprecated since Kubernetes 1.21 (removed in 1.25) without a replacement so far, and the target is 1.24.',
    },
    {
      kubernetesVersion: '1.15',
      path: 'web.json',
      code: '{"kind": "Deployment", "apiVersion": ⟦"apps/v1beta2"⟧}',
      says: says('apps/v1beta2', 'Deployment', '1.9', 'removed in 1.16', '1.15', '`apps/v1`'),
      fixed: '{"kind": "Deployment", "apiVersion": "apps/v1"}',
    },
  ],
});

import { dashboardTiller } from '../../../server/src/rules/kubernetes/dashboard-tiller.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const containers = (image: string): string => `containers:\n  - name: a\n    image: ${image}\n`;
const service = (name: string, selector: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  selector: ${selector}\n`;
const labelled = (labels: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ⟦web⟧\n  labels: ${labels}\nspec:\n  containers: []\n`;
const dashboard = (resource: string): string =>
  `${resource} runs the Kubernetes dashboard. Remove it, or keep it out of clusters that matter.`;
const tiller = (resource: string): string =>
  `${resource} runs Tiller, which lets every pod change the cluster. Remove it and use Helm 3.`;

testRule(dashboardTiller, {
  clean: [
    pod(containers('grafana/dashboard:1')),
    pod(containers('ghcr.io/example/distiller:1')),
    pod(containers('{{ .Values.image }}')),
    pod(containers('example/tillerman:1')),
    service('distillery', '{ app: helm }'),
    service('kubernetes-dashboard', '{ k8s-app: kubernetes-dashboard }'),
    labelled('{ app: helm }').replaceAll(/[⟦⟧]/g, ''),
    'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: tiller\n',
  ],
  caught: [
    { code: pod(containers('⟦kubernetesui/dashboard:v2.7.0⟧')), says: dashboard('Pod `web`') },
    { code: deployment(containers('⟦k8s.gcr.io/kubernetes-dashboard-amd64:v1.10.1⟧')), says: dashboard('Deployment `web`') },
    { code: labelled('{ k8s-app: kubernetes-dashboard }'), says: dashboard('Pod `web`') },
    { code: labelled('{ app: kubernetes-dashboard }'), says: dashboard('Pod `web`') },
    { code: cronJob(containers('⟦"gcr.io/kubernetes-helm/tiller:v2.16.1"⟧')), says: tiller('CronJob `web`') },
    { code: list(containers('⟦example.com/helm/tiller@sha256:0123456789abcdef0123456789abcdef⟧')), says: tiller('Pod `web`') },
    { code: labelled('{ app: helm, name: tiller }'), says: tiller('Pod `web`') },
    {
      code: service('⟦tiller-deploy⟧', '{ app: helm, name: tiller }'),
      says: 'Service `tiller-deploy` makes Tiller reachable in the cluster. Remove it and use Helm 3.',
    },
    {
      code: service('⟦helm⟧', '{ name: tiller }'),
      says: 'Service `helm` makes Tiller reachable in the cluster. Remove it and use Helm 3.',
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "image": ⟦"docker.io/kubernetesui/dashboard-web:1.6.0"⟧}]}}',
      says: dashboard('Pod'),
    },
  ],
});

import { ingressNginxVersion } from '../../../server/src/rules/kubernetes/ingress-nginx-version.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const containers = (image: string): string => `containers:\n  - name: controller\n    image: ${image}\n`;
const NIGHTMARE = (version: string): string =>
  `Version ${version} of ingress-nginx lets everyone who reaches its admission webhook run code (CVE-2025-1974, 2025-03-24). Update to 1.11.5 or 1.12.1 at least, and plan to replace it: the project has ended.`;
const FEBRUARY = (version: string): string =>
  `Version ${version} of ingress-nginx lets whoever may write an Ingress run code through its annotations (CVE-2026-1580, 2026-02-02). Update to 1.13.7 or 1.14.3 at least, and plan to replace it: the project has ended.`;
const MARCH = (version: string): string =>
  `Version ${version} of ingress-nginx lets whoever may write an Ingress run code through \`rewrite-target\` (CVE-2026-3288, 2026-03-09). Update to 1.13.8 or 1.14.4 or 1.15.0 at least, and plan to replace it: the project has ended.`;
const RETIRED =
  'The project ingress-nginx gives no more security updates since March 2026. Replace the controller by a Gateway API implementation or another controller.';

testRule(ingressNginxVersion, {
  clean: [
    pod(containers('nginx/nginx-ingress:3.6.1')),
    pod(containers('registry.k8s.io/ingress-nginx/kube-webhook-certgen:v1.4.0')),
    pod(containers('example.com/my-nginx-ingress-controllers:1.0.0')),
    pod(containers('"registry.k8s.io/ingress-nginx/controller:{{ .Values.tag }}"')),
    pod(containers('nginx:1.10.0')),
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  image: registry.k8s.io/ingress-nginx/controller:v1.10.0\n',
  ],
  caught: [
    { code: pod(containers('⟦registry.k8s.io/ingress-nginx/controller:v1.11.4⟧')), says: NIGHTMARE('1.11.4') },
    {
      code: deployment(containers('⟦registry.k8s.io/ingress-nginx/controller:v1.12.0@sha256:0123456789abcdef0123456789abcdef⟧')),
      says: NIGHTMARE('1.12.0'),
    },
    {
      code: deployment(containers('⟦quay.io/kubernetes-ingress-controller/nginx-ingress-controller:0.26.1⟧')),
      says: NIGHTMARE('0.26.1'),
    },
    { code: list(containers('⟦mirror.example.com/ingress-nginx/controller-chroot:v1.9.6⟧')), says: NIGHTMARE('1.9.6') },
    { code: pod(containers('⟦registry.k8s.io/ingress-nginx/controller:v1.11.5⟧')), says: FEBRUARY('1.11.5') },
    { code: pod(containers('⟦registry.k8s.io/ingress-nginx/controller:v1.13.3⟧')), says: FEBRUARY('1.13.3') },
    { code: pod(containers('⟦registry.k8s.io/ingress-nginx/controller:v1.14.3⟧')), says: MARCH('1.14.3') },
    { code: cronJob(containers('⟦registry.k8s.io/ingress-nginx/controller:v1.15.1⟧')), says: RETIRED },
    { code: pod(containers('⟦registry.k8s.io/ingress-nginx/controller⟧')), says: RETIRED },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "image": ⟦"bitnami/nginx-ingress-controller:1.14.4"⟧}]}}',
      says: RETIRED,
    },
  ],
});

import { imageRegistry } from '../../../server/src/rules/kubernetes/image-registry.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const moved = (registry: string) => `The registry \`${registry}\` is retired. Use \`registry.k8s.io\`, which has its images.`;
const registry = (image: string, host: string) => `\`${image}\` comes from \`${host}\`, which the configuration does not allow.`;
const image = (reference: string) => `containers:\n  - name: app\n    image: ${reference}\n`;

testRule(imageRegistry, {
  clean: [
    pod(image('nginx:1.27')),
    pod(image('registry.k8s.io/pause:3.9')),
    pod(image('mirror.example.com/k8s.gcr.io/pause:3.9')),
    pod(image('k8s.gcr.io.example.com/pause:3.9')),
    pod(image('gcr.io/google_containers_2/pause:3.9')),
    pod(image('{{ .Values.registry }}/pause:3.9')),
    pod(image('"{{ .Values.registry }}/pause:3.9"')),
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  image: k8s.gcr.io/pause:3.9\n',
    { code: pod(image('ghcr.io/team/app:1')), allowedRegistries: ['ghcr.io/team'] },
    { code: pod(image('nginx')), allowedRegistries: ['docker.io/library'] },
    { code: pod(image('docker.io/nginx@sha256:0')), allowedRegistries: ['docker.io'] },
    { code: pod(image('${REGISTRY}/app:1')), allowedRegistries: ['ghcr.io'] },
    { code: pod(image('auto')), allowedRegistries: ['ghcr.io'] },
    { code: pod(image('ko://github.com/o/app/cmd')), allowedRegistries: ['ghcr.io'] },
    { code: pod(image('')), allowedRegistries: ['ghcr.io'] },
  ],
  caught: [
    {
      code: deployment(image('⟦k8s.gcr.io⟧/kube-state-metrics/kube-state-metrics:v2.6.0 # why')),
      says: moved('k8s.gcr.io'),
      fixed: deployment(image('registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.6.0 # why')),
    },
    {
      code: cronJob(`initContainers:\n  - image: "⟦k8s.gcr.io⟧/pause"\n`),
      says: moved('k8s.gcr.io'),
      fixed: cronJob(`initContainers:\n  - image: "registry.k8s.io/pause"\n`),
    },
    {
      code: list(image('⟦gcr.io/google_containers⟧/busybox:1.27')),
      says: moved('gcr.io/google_containers'),
      fixed: list(image('registry.k8s.io/busybox:1.27')),
    },
    {
      code: pod(image('"⟦docker.pkg.github.com⟧/o/r/app:1"')),
      says: 'The registry `docker.pkg.github.com` is retired. Take the image from where its maker publishes it now.',
    },
    {
      code: pod('volumes:\n  - name: data\n    image:\n      reference: ⟦k8s.gcr.io⟧/data:1\n'),
      says: moved('k8s.gcr.io'),
      fixed: pod('volumes:\n  - name: data\n    image:\n      reference: registry.k8s.io/data:1\n'),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"image": "⟦k8s.gcr.io⟧/pause:3.9"}]}}',
      says: moved('k8s.gcr.io'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"image": "registry.k8s.io/pause:3.9"}]}}',
    },
    { code: pod(image('⟦nginx⟧:1.27')), allowedRegistries: ['ghcr.io'], says: registry('nginx', 'docker.io') },
    {
      code: deployment(image("'⟦quay.io⟧/o/app@sha256:1'")),
      allowedRegistries: ['ghcr.io', 'registry.k8s.io'],
      says: registry('quay.io/o/app', 'quay.io'),
    },
    {
      code: pod('ephemeralContainers: [ { name: a, image: ⟦ghcr.io/other/app⟧:1 } ]\n'),
      allowedRegistries: ['ghcr.io/team'],
      says: '`ghcr.io/other/app` comes from `ghcr.io`, of which the configuration allows other repositories only.',
    },
    {
      code: pod('x: &i ⟦docker.io⟧/o/a:1\ncontainers:\n  - image: *i\n  - image: *i\n'),
      allowedRegistries: ['ghcr.io'],
      says: registry('docker.io/o/a', 'docker.io'),
    },
  ],
});

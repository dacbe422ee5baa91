import { imageDigest } from '../../../server/src/rules/kubernetes/image-digest.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const says = (image: string) => `\`${image}\` may be another image tomorrow. Add its digest.`;
const image = (reference: string) => `containers:\n  - name: app\n    image: ${reference}\n`;
const digest = `@sha256:${'0'.repeat(64)}`;

testRule(imageDigest, {
  clean: [
    pod(image(`nginx${digest}`)),
    pod(image(`nginx:1.27${digest}`)),
    pod(image('{{ .Values.image }}:1')),
    pod(image('"{{ .Values.image }}:1"')),
    pod(image('app:$(TAG)')),
    pod(image('auto')),
    pod(image('IMAGE')),
    pod(image('')),
    pod('containers:\n  - name: app\n'),
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  image: nginx:1\n',
  ],
  caught: [
    {
      code: deployment(image('⟦nginx:1.27⟧ # why')),
      says: says('nginx:1.27'),
      fixed: deployment(image(`nginx:1.27${digest} # why`)),
    },
    {
      code: cronJob(image('⟦"ghcr.io/o/app:2"⟧')),
      says: says('ghcr.io/o/app:2'),
      fixed: cronJob(image(`"ghcr.io/o/app:2${digest}"`)),
    },
    { code: pod(image('⟦nginx⟧')), says: says('nginx') },
    {
      code: list(`initContainers:\n  - image: ⟦a:1⟧\nephemeralContainers:\n  - image: ⟦b:latest⟧\n`),
      says: [says('a:1'), says('b:latest')],
      fixed: list(`initContainers:\n  - image: a:1${digest}\nephemeralContainers:\n  - image: b:latest${digest}\n`),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"image": ⟦"a:1"⟧}]}}',
      says: says('a:1'),
      fixed: `{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"image": "a:1${digest}"}]}}`,
    },
  ],
});

import { imageTagLatest } from '../../../server/src/rules/kubernetes/image-tag-latest.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const untagged = (image: string) => `Image \`${image}\` has no tag, which means \`latest\`. Name the version.`;
const latest = (image: string) => `Image \`${image}\` has the tag \`latest\`, which changes with every push. Name the version.`;
const image = (reference: string) => `containers:\n  - name: app\n    image: ${reference}\n`;
const digest = '@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

testRule(imageTagLatest, {
  clean: [
    pod(image('nginx:1.27')),
    pod(image(`nginx${digest}`)),
    pod(image(`nginx:latest${digest}`)),
    pod(image('registry.example.com:5000/team/app:2')),
    pod(image('${IMAGE}')),
    pod(image('IMAGE_PLACEHOLDER')),
    pod(image('nginx:$(TAG)')),
    pod(image('{{ .Values.image }}')),
    pod(image('"{{ .Values.image }}:latest"')),
    pod(image('auto')),
    pod(image('ko://github.com/o/app/cmd')),
    pod(image('gcr.io/PROJECT_ID/app')),
    pod(image('IMAGE_NAME')),
    pod(image('""')),
    pod(image('')),
    'apiVersion: example.com/v1\nkind: App\nspec:\n  containers:\n    - image: nginx\n',
    { path: 'pod.json', code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "image": "a:1"}]}}' },
  ],
  caught: [
    { code: pod(image('⟦nginx⟧')), says: untagged('nginx') },
    { code: deployment(image('"nginx:⟦latest⟧" # why')), says: latest('nginx') },
    { code: cronJob(image('⟦registry.example.com:5000/app⟧')), says: untagged('registry.example.com:5000/app') },
    {
      code: list(`initContainers:\n  - image: 'ghcr.io/o/app:⟦latest⟧'\ncontainers:\n  - image: ghcr.io/o/app:v3\n`),
      says: latest('ghcr.io/o/app'),
      fixed: list(`initContainers:\n  - image: 'ghcr.io/o/app:v3'\ncontainers:\n  - image: ghcr.io/o/app:v3\n`),
    },
    {
      code: pod(image("'⟦nginx⟧'")),
      files: {
        'a.yaml': pod(image('nginx:1.27')),
        'b.yaml': pod(image('nginx:1.26')),
        'c.yaml': pod(image('nginx:1.27')),
        'd.yaml': pod(image('nginx:latest')),
      },
      says: untagged('nginx'),
      fixed: pod(image("'nginx:1.27'")),
      alternatives: { 'Use the tag `1.26`': pod(image("'nginx:1.26'")) },
    },
    { code: pod('ephemeralContainers: [ { name: a, image: ⟦busybox⟧ } ]\n'), says: untagged('busybox') },
    { code: pod('x: &i ⟦nginx⟧\ncontainers:\n  - name: a\n    image: *i\n'), says: untagged('nginx') },
    { code: pod('containers:\n  - name: {{ .name }}\n    image: redis:⟦latest⟧\n'), says: latest('redis') },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "image": "nginx:⟦latest⟧"}]}}',
      files: { 'a.yaml': pod(image('nginx:1.27')) },
      says: latest('nginx'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "image": "nginx:1.27"}]}}',
    },
    {
      code: pod('containers:\n  - name: a\n    image: >-\n      nginx\n').replace('>-\n        nginx', '⟦>-\n        nginx⟧'),
      says: untagged('nginx'),
    },
  ],
});

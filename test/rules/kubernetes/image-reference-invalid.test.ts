import { imageReferenceInvalid } from '../../../server/src/rules/kubernetes/image-reference-invalid.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const image = (reference: string) => `containers:\n  - name: app\n    image: ${reference}\n`;
const digest = `sha256:${'0a'.repeat(32)}`;

testRule(imageReferenceInvalid, {
  clean: [
    pod(image('nginx')),
    pod(image(`registry.example.com:5000/team/app:v1_2@${digest}`)),
    pod(image('Registry.Example.com/app:V1')),
    pod(image('gcr.io/PROJECT_ID/app:TAG')),
    pod(image('IMAGE_NAME')),
    pod(image('gcr.io/$PROJECT/App:1')),
    pod(image('<account>.dkr.ecr.eu-west-1.amazonaws.com/app')),
    pod(image('"{{ .Values.image }}:{{ .Values.tag }}"')),
    pod(image('{{ .Values.image }}:')),
    pod(image('ko://github.com/o/App/cmd')),
    pod(image('//services/app:image')),
    pod(image('')),
    'apiVersion: apps.openshift.io/v1\nkind: DeploymentConfig\nspec:\n  template:\n    spec:\n      containers:\n        - { name: app, image: "" }\n',
    pod(image('5')),
    'apiVersion: example.com/v1\nkind: App\nspec:\n  containers:\n    - image: A B\n',
  ],
  caught: [
    {
      code: pod('containers:\n  - name: app\n    ⟦image⟧: ""\n'),
      says: 'Container `app` has an empty image, and Kubernetes rejects it. Name one.',
    },
    {
      code: pod(image('⟦http://⟧nginx:1.27')),
      says: 'The name of an image begins with a registry or a path, not with `http://`.',
    },
    { code: deployment(image('⟦ghcr.io/Team/App⟧:1')), says: 'The name of an image is in lower case: `ghcr.io/team/app`.' },
    { code: cronJob(image('"⟦nginx ⟧:1.27"')), says: '`nginx ` is no name that an image can have.' },
    { code: list(image('nginx:⟦1.27+build⟧ # why')), says: '`1.27+build` is no tag that an image can have.' },
    { code: pod(image('"nginx⟦:⟧"')), says: 'Behind the `:` in `nginx:` something is missing.' },
    {
      code: pod(image('nginx@⟦sha256:abc⟧')),
      says: '`sha256:abc` is no digest: it is sha256, a colon and 64 hexadecimal digits in lower case.',
    },
    {
      code: pod(image('⟦" nginx:1.27"⟧')),
      says: 'Kubernetes rejects an image with white space before or after its name. Delete it.',
    },
    { code: pod(image('⟦nginx/⟧')), says: '`nginx/` is no name that an image can have.' },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"initContainers": [{"image": "⟦Nginx⟧:1"}]}}',
      says: 'The name of an image is in lower case: `nginx`.',
    },
  ],
});

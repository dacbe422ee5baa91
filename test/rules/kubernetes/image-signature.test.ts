import { imageSignature } from '../../../server/src/rules/kubernetes/image-signature.ts';
import { testRule } from '../../support/rule-tester.ts';
import { pod } from './pods.ts';

const image = (reference: string): string => pod(`containers:\n- name: app\n  image: ${reference}\n`);
const kyverno = (pattern: string): string =>
  `apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: { name: signed }\nspec:\n  rules:\n  - name: a\n    verifyImages:\n    - imageReferences: ['${pattern}']\n`;
const sigstore = (glob: string): string =>
  `apiVersion: policy.sigstore.dev/v1beta1\nkind: ClusterImagePolicy\nmetadata: { name: signed }\nspec:\n  images:\n  - glob: '${glob}'\n`;

testRule(imageSignature, {
  clean: [
    image('registry.example/a:1'),
    { code: image('registry.example/team/a:1'), files: { 'policies/signed.yaml': kyverno('registry.example/*') } },
    { code: image('nginx:1.29'), files: { 'signed.yaml': kyverno('docker.io/library/*') } },
    {
      code: image('registry.example/team/a@sha256:' + 'a'.repeat(64)),
      files: { 'signed.yaml': sigstore('registry.example/**') },
    },
    { code: image('{{ .Values.image }}'), files: { 'signed.yaml': sigstore('registry.example/**') } },
    { code: image('a:1'), files: { 'signed.yaml': sigstore('*') } },
    {
      code: image('a:1'),
      files: { 'other.yaml': 'apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: { name: x }\nspec: { rules: [] }\n' },
    },
  ],
  caught: [
    {
      code: image('⟦nginx:1.29⟧'),
      files: { 'signed.yaml': kyverno('registry.example/*') },
      says: 'No policy of the workspace verifies the signature of `nginx:1.29`. Add one that covers it.',
    },
    {
      code: image('⟦registry.example/team/a:1⟧'),
      files: { 'signed.yaml': sigstore('registry.example/*') },
      says: 'No policy of the workspace verifies the signature of `registry.example/team/a:1`. Add one that covers it.',
    },
    {
      code: image('⟦"ghcr.io/org/a:1"⟧'),
      files: {
        'signed.yaml':
          'apiVersion: policies.kyverno.io/v1\nkind: ImageValidatingPolicy\nmetadata: { name: a }\nspec:\n  matchImageReferences:\n  - glob: registry.example/*\n',
      },
      says: 'No policy of the workspace verifies the signature of `ghcr.io/org/a:1`. Add one that covers it.',
    },
  ],
});

import { runtimeClass } from '../../../server/src/rules/kubernetes/runtime-class.ts';
import { testRule } from '../../support/rule-tester.ts';
import { pod } from './pods.ts';

const missing = (workload: string) =>
  `${workload} runs on the kernel of its node. Name a \`runtimeClassName\` with isolation, such as gVisor or Kata Containers.`;
const shared = (name: string) =>
  `The runtime class \`${name}\` shares the kernel of the node. Use one with isolation, such as gVisor or Kata Containers.`;
const sandbox = (spec: string, key = 'spec') =>
  `apiVersion: agents.x-k8s.io/v1alpha1\nkind: Sandbox\nmetadata:\n  name: s\nspec:\n  podTemplate:\n    ${key}:\n${spec}      containers:\n        - name: app\n          image: a:1\n`;

testRule(runtimeClass, {
  clean: [
    sandbox('      runtimeClassName: gvisor\n'),
    sandbox('      runtimeClassName: kata-qemu\n'),
    sandbox('      runtimeClassName: our-own\n'),
    sandbox('      runtimeClassName: {{ .Values.class }}\n'),
    pod('containers:\n  - name: app\n    image: a:1\n'),
    'apiVersion: example.com/v1\nkind: Sandbox\nspec: { podTemplate: { spec: { containers: [] } } }\n',
  ],
  caught: [
    { code: sandbox('', '⟦spec⟧'), says: missing('Sandbox `s`') },
    { code: sandbox('      ⟦runtimeClassName⟧:\n'), says: missing('Sandbox `s`') },
    { code: sandbox('      runtimeClassName: ⟦runc⟧\n'), says: shared('runc') },
    {
      code: 'apiVersion: extensions.agents.x-k8s.io/v1alpha1\nkind: SandboxTemplate\nspec: { podTemplate: { ⟦spec⟧: { containers: [] } } }\n',
      says: missing('SandboxTemplate'),
    },
  ],
});

import { duplicateEnvVar } from '../../../server/src/rules/kubernetes/duplicate-env-var.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const env = (items: string) => `containers:\n  - name: app\n    image: a:1\n    env:\n${items.replaceAll(/^(?=.)/gm, '      ')}`;
const same = (variable: string) => `Container \`app\` sets \`${variable}\` again below, to the same value. Delete one.`;
const other = (variable: string, container = 'app') =>
  `Container \`${container}\` sets \`${variable}\` again below, so this value has no effect. Delete one.`;
const used = (variable: string) =>
  `Container \`app\` sets \`${variable}\` again below, and \`$(${variable})\` in between means this value. Give one of the two another name.`;

testRule(duplicateEnvVar, {
  clean: [
    pod(env('- name: A\n  value: b\n- name: B\n  value: b\n')),
    pod(env('- name: A\n- name: a\n')),
    pod(env('- name: ""\n- name: ""\n- value: x\n- value: x\n')),
    pod(env('- name: {{ .a }}\n- name: {{ .a }}\n')),
    pod(env('{{ if .x }}\n- name: A\n  value: b\n{{ else }}\n- name: A\n  value: c\n{{ end }}\n')),
    pod('containers:\n  - name: a\n    env: [ { name: A } ]\n  - name: b\n    env: [ { name: A } ]\n'),
    pod(
      'containers:\n  - name: a\n    env: { name: A }\n    envFrom:\n      - configMapRef: { name: A }\n      - configMapRef: { name: A }\n',
    ),
    'apiVersion: example.com/v1\nkind: App\nspec:\n  env:\n    - name: A\n    - name: A\n',
  ],
  caught: [
    {
      code: pod(env('- name: ⟦A⟧ # one\n  value: b\n- name: B\n  value: b\n- name: A\n  value: c\n')),
      says: other('A'),
      fixed: pod(env('- name: B\n  value: b\n- name: A\n  value: c\n')),
    },
    {
      code: deployment(env('- name: ⟦A⟧\n  value: b\n- name: "A"\n  value: "b"\n')),
      says: same('A'),
      fixed: deployment(env('- name: "A"\n  value: "b"\n')),
    },
    {
      code: cronJob(
        env(
          '- name: ⟦A⟧\n  valueFrom: { secretKeyRef: { name: s, key: k } }\n- name: A\n  valueFrom: { secretKeyRef: { name: s, key: k } }\n',
        ),
      ),
      says: same('A'),
      fixed: cronJob(env('- name: A\n  valueFrom: { secretKeyRef: { name: s, key: k } }\n')),
    },
    {
      code: list(env('- name: ⟦A⟧\n  value: "1"\n- name: ⟦A⟧\n  value: "2"\n- name: A\n  value: "3"\n')),
      says: [other('A'), other('A')],
      fixed: list(env('- name: A\n  value: "3"\n')),
    },
    { code: pod(env('- name: ⟦A⟧\n  value: b\n- name: B\n  value: $(A)/c\n- name: A\n  value: c\n')), says: used('A') },
    { code: pod(env('- name: ⟦A⟧\n  value: /b\n- name: A\n  value: $(A):/c\n')), says: used('A') },
    {
      code: pod(env('- name: B\n  value: $(A)\n- name: ⟦A⟧\n  value: b\n- name: A\n  value: c\n- name: C\n  value: $(A)\n')),
      says: other('A'),
      fixed: pod(env('- name: B\n  value: $(A)\n- name: A\n  value: c\n- name: C\n  value: $(A)\n')),
    },
    {
      code: pod('initContainers:\n  - name: i\n    env: [ { name: ⟦A⟧, value: b }, { name: A, value: c } ]\n'),
      says: other('A', 'i'),
      fixed: pod('initContainers:\n  - name: i\n    env: [ { name: A, value: c } ]\n'),
    },
    {
      code: pod(env('- name: ⟦A⟧\n  value: b\n- name: A\n  value: c\n{{ if .x }}\n- name: D\n{{ end }}\n')),
      says: other('A'),
      fixed: pod(env('- name: A\n  value: c\n{{ if .x }}\n- name: D\n{{ end }}\n')),
    },
    {
      code: pod(
        'x: &e\n  - name: ⟦A⟧\n    value: b\n  - name: A\n    value: c\ncontainers:\n  - name: app\n    env: *e\n  - name: app\n    env: *e\n',
      ),
      says: other('A'),
      fixed: pod('x: &e\n  - name: A\n    value: c\ncontainers:\n  - name: app\n    env: *e\n  - name: app\n    env: *e\n'),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "env": [{"name": ⟦"A"⟧, "value": "b"}, {"name": "A", "value": "c"}]}]}}',
      says: other('A'),
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "env": [{"name": "A", "value": "c"}]}]}}',
    },
  ],
});

import { tektonPinnedBundle } from '../../../server/src/rules/kubernetes/tekton-pinned-bundle.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (bundle: string) => `The bundle \`${bundle}\` may hold other steps tomorrow. Add its digest.`;
const run = (kind: string, spec: string) =>
  `apiVersion: tekton.dev/v1\nkind: ${kind}\nmetadata:\n  name: web\nspec:\n  ${spec.replaceAll('\n', '\n  ')}\n`;
const digest = `@sha256:${'0'.repeat(64)}`;
const resolved = (value: string) =>
  `taskRef:\n  resolver: bundles\n  params:\n    - name: bundle\n      value: ${value}\n    - name: kind\n      value: task`;

testRule(tektonPinnedBundle, {
  clean: [
    run('TaskRun', 'taskRef:\n  name: build'),
    run('TaskRun', resolved(`ghcr.io/o/tasks:1${digest}`)),
    run('TaskRun', resolved('{{ .bundle }}')),
    run('TaskRun', resolved('$(params.bundle)')),
    run('TaskRun', resolved('ghcr.io/o/tasks:1').replace('bundles', 'git')),
    run('TaskRun', resolved('ghcr.io/o/tasks:1')).replace('tekton.dev', 'example.com'),
    run('PipelineRun', 'pipelineRef: { name: build }'),
  ],
  caught: [
    {
      code: run('TaskRun', resolved('⟦ghcr.io/o/tasks:1⟧ # why')),
      says: says('ghcr.io/o/tasks:1'),
      fixed: run('TaskRun', resolved(`ghcr.io/o/tasks:1${digest} # why`)),
    },
    {
      code: run('PipelineRun', 'pipelineRef:\n  name: build\n  bundle: ⟦"ghcr.io/o/tasks:1"⟧').replace('v1', 'v1beta1'),
      says: says('ghcr.io/o/tasks:1'),
      fixed: run('PipelineRun', `pipelineRef:\n  name: build\n  bundle: "ghcr.io/o/tasks:1${digest}"`).replace('v1', 'v1beta1'),
    },
    {
      code: run('PipelineRun', 'pipelineSpec:\n  tasks:\n    - taskRef: { bundle: ⟦ghcr.io/o/tasks⟧ }'),
      says: says('ghcr.io/o/tasks'),
    },
    {
      path: 'pipeline.json',
      code: '{"apiVersion": "tekton.dev/v1", "kind": "Pipeline", "spec": {"finally": [{"taskRef": {"bundle": ⟦"a/b:1"⟧}}]}}',
      says: says('a/b:1'),
      fixed: `{"apiVersion": "tekton.dev/v1", "kind": "Pipeline", "spec": {"finally": [{"taskRef": {"bundle": "a/b:1${digest}"}}]}}`,
    },
  ],
});

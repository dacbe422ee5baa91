import { requiredLabels } from '../../../server/src/rules/kubernetes/required-labels.ts';
import { testRule } from '../../support/rule-tester.ts';

const missing = (name: string, what = 'label', resource = 'ConfigMap `web`') =>
  `${resource} has no ${what} \`${name}\`, which the configuration asks for.`;
const map = (metadata: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n${metadata}data: {}\n`;
const marked = (metadata: string) => map(metadata).replace('name: web', 'name: ⟦web⟧');
const pod = (name: string, metadata: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n${metadata}spec:\n  containers: [{ name: a, image: b }]\n`;
const team = { team: 'text' } as const;

testRule(requiredLabels, {
  clean: [
    pod('web', '  labels: { app: web }\n'),
    pod('web', '  labels:\n    app.kubernetes.io/part-of: shop\n'),
    pod('web', '  labels: {{ .labels }}\n'),
    pod('"{{ .Values.name }}"', ''),
    'apiVersion: batch/v1\nkind: Job\nmetadata: { name: a }\nspec:\n  template:\n    metadata: { labels: { owner: b } }\n    spec: { containers: [{ name: a, image: b }] }\n',
    map(''),
    { code: map('  labels:\n    team: shop\n'), requiredLabels: team },
    { code: map('  labels: {{ toYaml .labels }}\n'), requiredLabels: team },
    { code: map('  labels:\n    team: {{ .team }}\n'), requiredLabels: team },
    { code: map('  labels:\n    {{- include "labels" . }}\n'), requiredLabels: team },
    { code: map('  annotations: { mail: a@b.example }\n'), requiredAnnotations: { mail: 'email' } },
    { code: map('  labels: &l { team: x }\n  annotations: *l\n'), requiredLabels: team, requiredAnnotations: team },
    { code: 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n', requiredLabels: team },
    { code: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 2\n', requiredLabels: team },
  ],
  caught: [
    {
      code: pod('⟦web⟧', '  labels: { managed-by: me }\n'),
      says: 'Pod `web` has no label that says what it belongs to. Add `app.kubernetes.io/name`.',
      fixed: pod('web', '  labels: { managed-by: me, app.kubernetes.io/name: web }\n'),
    },
    {
      code: pod('⟦web⟧', ''),
      says: 'Pod `web` has no label that says what it belongs to. Add `app.kubernetes.io/name`.',
      fixed: pod('web', '  labels:\n    app.kubernetes.io/name: web\n'),
    },
    { code: marked(''), requiredLabels: team, says: missing('team') },
    {
      code: marked('  labels:\n    app: web\n'),
      requiredLabels: team,
      files: { 'a.yaml': map('  labels: { team: payments }\n'), 'b.yaml': map('  labels: { team: "1" }\n') },
      says: missing('team'),
      fixed: map('  labels:\n    app: web\n    team: payments\n'),
    },
    {
      code: marked('  labels: { a: b }\n'),
      requiredLabels: { 'example.com/team': 'text' },
      files: {
        'a.yaml': map('  labels: { example.com/team: warehouse }\n'),
        'b.yaml': map('  labels: { example.com/team: payments }\n'),
      },
      says: missing('example.com/team'),
      fixed: map('  labels: { a: b, example.com/team: payments }\n'),
      alternatives: { 'Add `example.com/team: warehouse`': map('  labels: { a: b, example.com/team: warehouse }\n') },
    },
    {
      code: marked('  labels:\n    team:\n'),
      requiredLabels: team,
      says: missing('team'),
    },
    {
      code: marked('  labels:\n    mail: a@b.example\n'),
      requiredAnnotations: { mail: 'email' },
      says: missing('mail', 'annotation'),
    },
    { code: map('  labels:\n    ⟦team⟧: ""\n'), requiredLabels: team, says: 'The label `team` is empty.' },
    {
      code: map('  annotations: { mail: ⟦nobody⟧ }\n'),
      requiredAnnotations: { mail: 'email' },
      says: 'The annotation `mail` must be an e-mail address.',
    },
    {
      path: 'a.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": ⟦"a"⟧}}',
      requiredLabels: team,
      says: missing('team', 'label', 'Pod `a`'),
    },
  ],
});

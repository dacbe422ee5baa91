import { envValueFromMissing } from '../../../server/src/rules/kubernetes/env-value-from-missing.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents, named } from './cross-file.ts';
import { pod } from './pods.ts';

const settings = named('v1', 'ConfigMap', 'settings', 'data:\n  log-level: info\n  url: x\n');
const secret = named('v1', 'Secret', 'db', 'stringData: { password: x }\n');
const env = (source: string): string =>
  pod(`containers:\n- name: app\n  image: a:1\n  env:\n  - name: A\n    valueFrom:\n      ${source}\n`);
const envFrom = (source: string): string => pod(`containers:\n- name: app\n  image: a:1\n  envFrom:\n  - ${source}\n`);

testRule(envValueFromMissing, {
  clean: [
    documents(env('configMapKeyRef: { name: settings, key: url }'), settings),
    env('configMapKeyRef: { name: settings, key: url }'),
    documents(env('configMapKeyRef: { name: other, key: url, optional: true }'), settings),
    documents(env('configMapKeyRef: { name: settings, key: none, optional: true }'), settings),
    documents(env('secretKeyRef: { name: db, key: password }'), secret),
    documents(envFrom('secretRef: { name: db }'), secret),
    documents(env('configMapKeyRef: { name: settings, key: "{{ .Values.key }}" }'), settings),
    // The keys of a generated one, and of one that a template writes, are not known.
    {
      path: 'base/pod.yaml',
      code: env('configMapKeyRef: { name: settings, key: none }'),
      files: {
        'base/kustomization.yaml':
          'resources: [pod.yaml, config.yaml]\nconfigMapGenerator:\n- name: settings\n  behavior: merge\n  literals: [none=1]\n',
        'base/config.yaml': settings,
      },
    },
    {
      code: env('configMapKeyRef: { name: settings, key: none }'),
      files: { 'config.yaml': named('v1', 'ConfigMap', 'settings', 'data:\n  {{- toYaml .Values.data | nindent 2 }}\n') },
    },
  ],
  caught: [
    {
      code: documents(env('configMapKeyRef: { name: ⟦setting⟧, key: url }'), settings),
      says: 'A variable comes from the ConfigMap `setting`, which no file here defines. Did you mean `settings`?',
      fixed: documents(env('configMapKeyRef: { name: settings, key: url }'), settings),
    },
    {
      code: envFrom('configMapRef: { name: ⟦elsewhere⟧ }'),
      files: { 'config.yaml': documents(settings, named('v1', 'ConfigMap', 'more')) },
      says: 'A variable comes from the ConfigMap `elsewhere`, which no file here defines. Create it or correct the name.',
    },
    {
      code: env('configMapKeyRef:\n        name: settings\n        key: ⟦log_level⟧'),
      files: { 'config.yaml': settings },
      says: 'The ConfigMap `settings` has no key `log_level`. Did you mean `log-level`?',
      fixed: env('configMapKeyRef:\n        name: settings\n        key: log-level'),
    },
    {
      code: documents(env('secretKeyRef: { name: db, key: ⟦user⟧ }'), secret),
      says: 'The Secret `db` has no key `user`. Did you mean `password`?',
      fixed: documents(env('secretKeyRef: { name: db, key: password }'), secret),
    },
    {
      code: documents(env('configMapKeyRef: { name: settings, key: ⟦timeout⟧ }'), settings),
      says: 'The ConfigMap `settings` has no key `timeout`. Add it there or correct it here.',
    },
  ],
});

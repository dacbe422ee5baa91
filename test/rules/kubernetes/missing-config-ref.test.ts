import { missingConfigRef } from '../../../server/src/rules/kubernetes/missing-config-ref.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents, named } from './cross-file.ts';
import { deployment, pod } from './pods.ts';

const configMap = (name: string): string => named('v1', 'ConfigMap', name, 'data: { a: b }\n');
const containers = 'containers:\n- name: app\n  image: a:1\n';
const volume = (source: string): string => `volumes:\n- name: v\n  ${source}\n${containers}`;

testRule(missingConfigRef, {
  clean: [
    documents(pod(volume('configMap: { name: settings }')), configMap('settings')),
    pod(volume('configMap: { name: settings }')),
    documents(pod(volume('configMap: { name: other, optional: true }')), configMap('settings')),
    documents(pod(volume('secret: { secretName: tls }')), configMap('settings')),
    documents(pod(volume('configMap: { name: kube-root-ca.crt }')), configMap('settings')),
    {
      code: pod(volume('configMap: { name: settings }')),
      files: { 'other.yaml': configMap('other'), 'far/away.yaml': configMap('settings') },
    },
    {
      code: pod(volume('configMap: { name: settings }')),
      files: { 'other.yaml': named('v1', 'ConfigMap', '{{ .Release.Name }}', 'data: {}\n') },
    },
    {
      path: 'base/pod.yaml',
      code: pod(volume('configMap: { name: settings }')),
      files: {
        'base/kustomization.yaml': 'resources: [pod.yaml, other.yaml]\nconfigMapGenerator:\n- name: settings\n  files: [a.txt]\n',
        'base/other.yaml': configMap('other'),
      },
    },
    // What controllers make.
    documents(
      pod(volume('secret: { secretName: web-tls }')),
      named('v1', 'Secret', 'db'),
      named('cert-manager.io/v1', 'Certificate', 'web', 'spec: { secretName: web-tls }\n'),
    ),
    documents(
      pod(volume('secret: { secretName: api }')),
      named('v1', 'Secret', 'db'),
      named('external-secrets.io/v1', 'ExternalSecret', 'api'),
    ),
    documents(
      pod(volume('persistentVolumeClaim: { claimName: data-db-0 }')),
      named('v1', 'PersistentVolumeClaim', 'cache'),
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: db }\nspec:\n  selector: {}\n  volumeClaimTemplates:\n  - metadata: { name: data }\n  template:\n    spec: { containers: [] }\n',
    ),
  ],
  caught: [
    {
      code: documents(pod(volume('configMap: { name: ⟦setings⟧ }')), configMap('settings'), configMap('other')),
      says: 'Pod `web` mounts the ConfigMap `setings`, which no file here defines. Did you mean `settings`?',
      fixed: documents(pod(volume('configMap: { name: settings }')), configMap('settings'), configMap('other')),
    },
    {
      code: deployment(volume('secret:\n    secretName: ⟦tls⟧ # of the site')),
      files: { 'secrets.yaml': documents(named('v1', 'Secret', 'database'), named('v1', 'Secret', 'queue')) },
      says: 'Deployment `web` mounts the Secret `tls`, which no file here defines. Create it or correct the name.',
    },
    {
      code: documents(pod(volume('projected: { sources: [{ configMap: { name: ⟦b⟧ } }] }')), configMap('a')),
      says: 'Pod `web` mounts the ConfigMap `b`, which no file here defines. Did you mean `a`?',
      fixed: documents(pod(volume('projected: { sources: [{ configMap: { name: a } }] }')), configMap('a')),
    },
    {
      code: documents(pod(volume('persistentVolumeClaim: { claimName: ⟦data⟧ }')), named('v1', 'PersistentVolumeClaim', 'dat4')),
      says: 'Pod `web` mounts the PersistentVolumeClaim `data`, which no file here defines. Did you mean `dat4`?',
      fixed: documents(pod(volume('persistentVolumeClaim: { claimName: dat4 }')), named('v1', 'PersistentVolumeClaim', 'dat4')),
    },
  ],
});

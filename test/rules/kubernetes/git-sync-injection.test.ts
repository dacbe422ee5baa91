import { gitSyncInjection } from '../../../server/src/rules/kubernetes/git-sync-injection.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const says = (setting: string, container = 'sync') =>
  `Container \`${container}\` lets git-sync run what \`${setting}\` names instead of git. Delete the setting.`;
const sync = (fields: string, image = 'registry.k8s.io/git-sync/git-sync:v4.2.3') =>
  `containers:\n  - name: sync\n    image: ${image}\n    ${fields.replaceAll('\n', '\n    ')}\n`;

testRule(gitSyncInjection, {
  clean: [
    pod(sync('env:\n  - name: GITSYNC_REPO\n    value: https://github.com/o/r')),
    pod(sync('env:\n  - name: GITSYNC_GIT\n    value: /usr/bin/git')),
    pod(sync('env:\n  - name: GITSYNC_GIT\n    value: ""')),
    pod(sync('env:\n  - name: GITSYNC_GIT\n    value: {{ .git }}')),
    pod(sync('args: [ --repo=https://x/y, --git=git, --git-config=a:b ]')),
    pod(sync('args: [ --git=/tmp/x ]', 'alpine:3.22')),
    pod(sync('args: [ --git ]')),
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  GITSYNC_GIT: /tmp/x\n',
  ],
  caught: [
    { code: deployment(sync('env:\n  - name: GITSYNC_GIT\n    value: ⟦/tmp/x⟧ # why')), says: says('GITSYNC_GIT') },
    {
      code: pod(sync('env:\n  - name: ⟦GITSYNC_GIT⟧\n    valueFrom: { configMapKeyRef: { name: m, key: git } }')),
      says: says('GITSYNC_GIT'),
    },
    { code: cronJob(sync('args:\n  - --repo=https://x/y\n  - ⟦"--git=/tmp/x"⟧')), says: says('--git') },
    { code: list(sync('command: [ /git-sync, ⟦-git⟧, /tmp/x ]')), says: says('--git') },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"initContainers": [{"name": "i", "env": [{"name": "GITSYNC_GIT", "value": ⟦"sh"⟧}]}]}}',
      says: says('GITSYNC_GIT', 'i'),
    },
  ],
});

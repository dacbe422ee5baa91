import { procMountRestricted } from '../../../server/src/rules/kubernetes/proc-mount-restricted.ts';
import { testRule } from '../../support/rule-tester.ts';
import { app, appWith, cronJob, deployment, pod } from './pods.ts';

const says =
  '`procMount` opens the parts of `/proc` to container `app` that the runtime hides, which the Restricted Pod Security Standard forbids. Delete the setting.';

testRule(procMountRestricted, {
  clean: [
    pod(`hostUsers: false\n${app}`),
    pod(`hostUsers: false\n${appWith('procMount: Default\n')}`),
    pod(appWith('procMount: Unmasked\n')),
    { code: pod(`hostUsers: false\n${appWith('procMount: Unmasked\n')}`), kubernetesVersion: '1.34' },
    pod(`hostUsers: {{ .Values.users }}\n${appWith('procMount: Unmasked\n')}`),
  ],
  caught: [
    { code: pod(`hostUsers: false\n${appWith('procMount: ⟦Unmasked⟧\n')}`), says, fixed: pod(`hostUsers: false\n${app}`) },
    {
      code: deployment(`hostUsers: false\n${appWith('procMount: ⟦Unmasked⟧\n', 'initContainers')}containers: []\n`),
      says,
      fixed: deployment('hostUsers: false\ninitContainers:\n  - name: app\n    image: a:1\ncontainers: []\n'),
    },
    {
      code: cronJob(`hostUsers: false\n${appWith('{ runAsUser: 1, procMount: ⟦Unmasked⟧ }\n')}`),
      kubernetesVersion: '1.35',
      says,
      fixed: cronJob(`hostUsers: false\n${appWith('{ runAsUser: 1 }\n')}`),
    },
  ],
});

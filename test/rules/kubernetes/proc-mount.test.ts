import { procMount } from '../../../server/src/rules/kubernetes/proc-mount.ts';
import { testRule } from '../../support/rule-tester.ts';
import { app, appWith, cronJob, deployment, list, pod } from './pods.ts';

const says = '`procMount` opens the parts of `/proc` to container `app` that the runtime hides. Delete the setting.';

testRule(procMount, {
  clean: [
    pod(app),
    pod(appWith('procMount: Default\n')),
    pod(appWith('procMount:\n')),
    pod(appWith('procMount: {{ .Values.proc }}\n')),
    // Not a field of pods.
    pod(`securityContext: { procMount: Unmasked }\n${app}`),
    pod(`hostUsers: false\n${appWith('procMount: Unmasked\n')}`),
    { code: pod(`hostUsers: false\n${appWith('procMount: Unmasked\n')}`), kubernetesVersion: '1.35' },
  ],
  caught: [
    {
      code: pod(appWith('procMount: ⟦Unmasked⟧\n')),
      says,
      fixed: pod(app),
      alternatives: { 'Set `procMount: Default`': pod(appWith('procMount: Default\n')) },
    },
    {
      code: deployment(`${appWith('runAsUser: 1\nprocMount: ⟦Unmasked⟧ # nested\n', 'initContainers')}containers: []\n`),
      says,
      fixed: deployment(`${appWith('runAsUser: 1\n', 'initContainers')}containers: []\n`),
    },
    {
      code: cronJob(appWith('{ procMount: ⟦"Unmasked"⟧, runAsUser: 1 }\n')),
      says,
      fixed: cronJob(appWith('{ runAsUser: 1 }\n')),
    },
    {
      code: list(appWith('procMount: ⟦unknown⟧\n', 'ephemeralContainers')),
      says,
      fixed: list('ephemeralContainers:\n  - name: app\n    image: a:1\n'),
    },
    {
      code: pod(`hostUsers: false\n${appWith('procMount: ⟦Unmasked⟧\n')}`),
      kubernetesVersion: '1.34',
      says,
      fixed: pod(`hostUsers: false\n${app}`),
    },
    { code: pod(`hostUsers: true\n${appWith('procMount: ⟦Unmasked⟧\n')}`), says, fixed: pod(`hostUsers: true\n${app}`) },
    {
      code: pod('x: &sc { procMount: ⟦Unmasked⟧ }\ncontainers:\n  - { name: app, image: a:1, securityContext: *sc }\n'),
      says,
      fixed: pod('x: &sc { procMount: Default }\ncontainers:\n  - { name: app, image: a:1, securityContext: *sc }\n'),
    },
  ],
});

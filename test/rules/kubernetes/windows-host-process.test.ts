import { windowsHostProcess } from '../../../server/src/rules/kubernetes/windows-host-process.ts';
import { testRule } from '../../support/rule-tester.ts';
import { app, appWith, cronJob, deployment, list, pod } from './pods.ts';

const says = (subject: string) => `\`hostProcess: true\` runs ${subject} as a process of its Windows node. Delete the setting.`;

testRule(windowsHostProcess, {
  clean: [
    pod(app),
    pod(`securityContext:\n  windowsOptions:\n    hostProcess: false\n${app}`),
    pod(`securityContext:\n  windowsOptions:\n    runAsUserName: me\n${app}`),
    pod(appWith('windowsOptions: {}\n')),
    pod(appWith('windowsOptions:\n  hostProcess: {{ .Values.host }}\n')),
    pod(appWith('hostProcess: true\n')),
    pod(appWith('windowsOptions:\n  hostProcess: "true"\n')),
  ],
  caught: [
    {
      code: pod(`os: { name: windows }\nsecurityContext:\n  windowsOptions:\n    hostProcess: ⟦true⟧\n${app}`),
      says: says('Pod `web`'),
      fixed: pod(`os: { name: windows }\n${app}`),
      alternatives: {
        'Set `hostProcess: false`': pod(
          `os: { name: windows }\nsecurityContext:\n  windowsOptions:\n    hostProcess: false\n${app}`,
        ),
      },
    },
    {
      code: deployment(appWith('windowsOptions:\n  hostProcess: ⟦yes⟧ # agent\n  runAsUserName: me\n')),
      says: says('container `app`'),
      fixed: deployment(appWith('windowsOptions:\n  runAsUserName: me\n')),
    },
    {
      code: cronJob(`${appWith('windowsOptions: { hostProcess: ⟦true⟧ }\n', 'initContainers')}containers: []\n`),
      says: says('container `app`'),
      fixed: cronJob('initContainers:\n  - name: app\n    image: a:1\ncontainers: []\n'),
    },
    {
      code: list(appWith('{ windowsOptions: { hostProcess: ⟦true⟧, runAsUserName: a } }\n', 'ephemeralContainers')),
      says: says('container `app`'),
      fixed: list(appWith('{ windowsOptions: { runAsUserName: a } }\n', 'ephemeralContainers')),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"securityContext": {"windowsOptions": {"hostProcess": ⟦true⟧}}, "containers": []}}',
      says: says('Pod'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": []}}',
    },
  ],
});

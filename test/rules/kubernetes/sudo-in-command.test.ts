import { sudoInCommand } from '../../../server/src/rules/kubernetes/sudo-in-command.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const says = (program = 'sudo') =>
  `Container \`app\` becomes root with \`${program}\`. Run it as the user that it needs with \`runAsUser\`.`;
const app = (text: string, kind = 'containers') => `${kind}:\n  - name: app\n    image: a:1\n${text}`;

testRule(sudoInCommand, {
  clean: [
    pod(app('    command: [sh, -c, "echo no sudo here"]\n')),
    pod(app('    command: [/bin/pseudo]\n')),
    pod(app('    command: [apt-get, install, sudo]\n')),
    pod(app('    command: [sh, -c, "apt-get install -y sudo"]\n')),
    pod(app('    command: [sh, -c, "# sudo rm -rf /\\ntrue"]\n')),
    pod(app('    command: ["{{ .command }}"]\n    args: [--sudo]\n')),
    pod(app('    env: [{ name: SUDO, value: sudo }]\n')),
    pod(app('    command: sudo\n')),
    pod(app('    command: [{{ .command }}, sudo]\n')),
  ],
  caught: [
    { code: pod(app('    command: [⟦sudo⟧, /app/run]\n')), says: says() },
    { code: deployment(app('    command:\n      - ⟦/usr/bin/sudo⟧\n    args: [-E, run]\n')), says: says() },
    { code: cronJob(app('    args: [⟦"sudo"⟧, -u, app, run]\n', 'initContainers')), says: says() },
    { code: pod(app('    command: [sh, -c, "cd /x && ⟦sudo⟧ chown app ."]\n')), says: says() },
    {
      code: list(app('    command: [/bin/bash, -ec]\n    args:\n      - |\n        set -x\n        ⟦sudo⟧ sysctl -w a=1\n')),
      says: says(),
    },
    { code: pod(app('    command: [sh, -c, "⟦doas⟧ run"]\n', 'ephemeralContainers')), says: says('doas') },
    { code: pod(app('    command: [env, A=b, ⟦sudo⟧, run]\n')), says: says() },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "command": [⟦"sudo"⟧, "run"]}]}}',
      says: says(),
    },
  ],
});

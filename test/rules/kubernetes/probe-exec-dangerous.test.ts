import { probeExecDangerous } from '../../../server/src/rules/kubernetes/probe-exec-dangerous.ts';
import { testRule } from '../../support/rule-tester.ts';
import { deployment, list, pod } from './pods.ts';

const app = (command: string, probe = 'livenessProbe') =>
  `containers:\n  - name: app\n    image: a:1\n    ${probe}:\n      exec:\n        command: ${command}\n`;
const says = (program: string, reason: string, probe = 'livenessProbe') =>
  `The \`${probe}\` of container \`app\` runs \`${program}\`, which ${reason}.`;
const request = 'starts a process for a request that the kubelet can make; use `httpGet`';
const java = 'stops the threads of the Java program it looks at';

testRule(probeExecDangerous, {
  clean: [
    pod(app('[cat, /tmp/healthy]')),
    pod(app('[pg_isready, -U, postgres]')),
    pod(app('[sh, -c, "redis-cli ping | grep PONG"]')),
    pod(app('[curl, --unix-socket, /run/app.sock, http://localhost/health]')),
    pod(app('[sh, -c, "curl -sf -X POST http://localhost/check"]')),
    pod(app('[sh, -c, "echo kubectl"]')),
    pod(app('[sh, /kubectl]')),
    pod(app('[{{ .command }}]')),
    pod(app('[]')),
    pod(
      'containers:\n  - name: app\n    image: a:1\n    command: [kubectl, proxy]\n    lifecycle: { preStop: { exec: { command: [kubectl] } } }\n',
    ),
  ],
  caught: [
    {
      code: pod(app('[⟦/usr/bin/kubectl⟧, get, pods]')),
      says: says('kubectl', 'asks the API server every few seconds and fails when that is busy'),
    },
    {
      code: deployment(app('[⟦curl⟧, -f, http://localhost:8080/health]', 'readinessProbe')),
      says: says('curl', request, 'readinessProbe'),
    },
    {
      code: list(app("[/bin/sh, -c, ⟦'wget -qO- http://127.0.0.1/ || exit 1'⟧]", 'startupProbe')),
      says: says('wget', request, 'startupProbe'),
    },
    { code: pod(app('\n          - bash\n          - -ec\n          - ⟦jcmd 1 VM.version⟧')), says: says('jcmd', java) },
    {
      code: pod(app('[sh, -c, ⟦"ps aux | grep app"⟧]')),
      says: says('ps', 'reads every process and says only that one exists, not that it works'),
    },
    { code: pod(app('[⟦ls⟧, /tmp/ready]')), says: says('ls', 'says only that a file exists, not that the program works') },
  ],
});

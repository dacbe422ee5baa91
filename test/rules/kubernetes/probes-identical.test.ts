import { probesIdentical } from '../../../server/src/rules/kubernetes/probes-identical.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const probes = (live: string, ready: string) =>
  `containers:\n  - name: app\n    image: a:1\n    livenessProbe: ${live}\n    readinessProbe: ${ready}\n`;
const mark = (text: string) => text.replace('livenessProbe', '⟦livenessProbe⟧');
const says =
  'The liveness probe of container `app` asks the same as its readiness probe and is no more patient, so load restarts it. Raise its `failureThreshold`.';
const http = '{ httpGet: { path: /health, port: 80 } }';

testRule(probesIdentical, {
  clean: [
    pod(probes(http, '{ httpGet: { path: /ready, port: 80 } }')),
    pod(probes(http, '{ tcpSocket: { port: 80 } }')),
    pod(probes('{ httpGet: { path: /health, port: 80 }, failureThreshold: 6 }', http)),
    pod(probes('{ httpGet: { path: /health, port: 80 }, periodSeconds: 30 }', http)),
    pod(probes('{ httpGet: { path: /health, port: 80 }, periodSeconds: {{ .p }} }', http)),
    pod(probes('{ httpGet: { path: {{ .p }}, port: 80 } }', '{ httpGet: { path: {{ .p }}, port: 80 } }')),
    pod(probes('{}', '{}')),
    pod('containers:\n  - name: app\n    image: a:1\n    livenessProbe: { tcpSocket: { port: 80 } }\n'),
    pod(probes('{ exec: { command: [a, b] } }', '{ exec: { command: [b, a] } }')),
  ],
  caught: [
    { code: mark(pod(probes(http, http))), says },
    { code: mark(deployment(probes('{ httpGet: { port: 80, path: / } }', '{ httpGet: { scheme: HTTP, port: 80 } }'))), says },
    { code: mark(cronJob(probes('&p { tcpSocket: { port: http } }', '*p'))), says },
    {
      code: mark(
        list(
          probes(
            '\n      exec:\n        command: [cat, /tmp/x]',
            '\n      exec:\n        command:\n          - cat\n          - "/tmp/x"',
          ),
        ),
      ),
      says,
    },
    { code: mark(pod(probes('{ grpc: { port: 9000 }, initialDelaySeconds: 30 }', '{ grpc: { port: 9000 } }'))), says },
    { code: mark(pod(probes('{ grpc: { port: 9000 }, failureThreshold: 1 }', '{ grpc: { port: 9000 } }'))), says },
  ],
});

import { probePortMissing } from '../../../server/src/rules/kubernetes/probe-port-missing.ts';
import { testRule } from '../../support/rule-tester.ts';
import { deployment, list, pod } from './pods.ts';

const app = (probe: string, ports = '[{ name: http, containerPort: 8080 }]') =>
  `containers:\n  - name: app\n    image: a:1\n    ports: ${ports}\n    ${probe}\n`;
const named = (port: string, probe = 'livenessProbe') =>
  `The \`${probe}\` of container \`app\` asks the port \`${port}\`, which the container does not declare, so it always fails. Name one of its \`ports\`.`;
const misspelt = (port: string, nearest: string) =>
  `The \`readinessProbe\` of container \`app\` asks the port \`${port}\`, which the container does not declare. Did you mean \`${nearest}\`?`;
const number = (port: string, probe = 'livenessProbe') =>
  `The \`${probe}\` of container \`app\` asks port ${port}, which no container of the pod declares. Check the number, or declare it.`;

testRule(probePortMissing, {
  clean: [
    pod(app('livenessProbe: { httpGet: { port: http } }')),
    pod(app('livenessProbe: { httpGet: { port: 8080 } }')),
    pod(app('livenessProbe: { tcpSocket: { port: 1, host: db.example.com } }')),
    pod(app('livenessProbe: { exec: { command: [x] } }')),
    pod(app('livenessProbe: { httpGet: { port: {{ .port }} } }')),
    pod(app('livenessProbe: { httpGet: { port: web } }', '{{ .ports }}')),
    pod(app('livenessProbe: { httpGet: { port: web } }', '[{ name: {{ .n }}, containerPort: 1 }]')),
    pod(
      `${app('livenessProbe: { tcpSocket: { port: 9 } }')}  - name: other\n    image: b:1\n    ports: [{ containerPort: 9 }]\n`,
    ),
    pod('containers:\n  - name: app\n    livenessProbe: { tcpSocket: { port: 9 } }\n'),
    pod(app('livenessProbe: { httpGet: { port: ${PORT} } }')),
  ],
  caught: [
    {
      code: pod(app('readinessProbe: { httpGet: { port: ⟦htpp⟧ } }')),
      says: misspelt('htpp', 'http'),
      fixed: pod(app('readinessProbe: { httpGet: { port: http } }')),
    },
    {
      code: deployment(app('readinessProbe: { httpGet: { port: ⟦"https"⟧ } }')),
      says: misspelt('https', 'http'),
      fixed: deployment(app('readinessProbe: { httpGet: { port: "http" } }')),
    },
    {
      code: pod(app('livenessProbe: { tcpSocket: { port: ⟦metrics⟧ } }')),
      says: named('metrics'),
      fixed: pod(app('livenessProbe: { tcpSocket: { port: http } }')),
    },
    {
      code: pod(
        `${app('livenessProbe: { tcpSocket: { port: ⟦metrics⟧ } }')}  - name: other\n    image: b:1\n    ports: [{ name: metrics, containerPort: 9 }]\n`,
      ),
      says: named('metrics'),
      fixed: pod(
        `${app('livenessProbe: { tcpSocket: { port: 9 } }')}  - name: other\n    image: b:1\n    ports: [{ name: metrics, containerPort: 9 }]\n`,
      ),
    },
    { code: pod(app('livenessProbe: { tcpSocket: { port: ⟦web⟧ } }', '[]')), says: named('web') },
    {
      code: list(app("startupProbe: { httpGet: { port: ⟦'8080'⟧ } }")),
      says: 'The port `8080` in the `startupProbe` of container `app` is in quotes, so Kubernetes takes it for a name and rejects it. Write the bare number.',
      fixed: list(app('startupProbe: { httpGet: { port: 8080 } }')),
    },
    {
      code: pod(app('livenessProbe: { httpGet: { port: ⟦8081⟧ } }', '\n      - containerPort: 8080')),
      says: number('8081'),
      severity: 'info',
      fixed: pod(app('livenessProbe: { httpGet: { port: 8081 } }', '\n      - containerPort: 8080\n      - containerPort: 8081')),
    },
    {
      code: pod('containers:\n  - name: app\n    image: a:1\n    startupProbe:\n      grpc:\n        port: ⟦9000⟧\n'),
      says: number('9000', 'startupProbe'),
      severity: 'info',
      fixed: pod(
        'containers:\n  - name: app\n    image: a:1\n    startupProbe:\n      grpc:\n        port: 9000\n    ports:\n      - containerPort: 9000\n',
      ),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "image": "b", "ports": [{"containerPort": 80}], "livenessProbe": {"tcpSocket": {"port": ⟦81⟧}}}]}}',
      says: number('81'),
      severity: 'info',
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "image": "b", "ports": [{"containerPort": 80}, { "containerPort": 81 }], "livenessProbe": {"tcpSocket": {"port": 81}}}]}}',
    },
  ],
});

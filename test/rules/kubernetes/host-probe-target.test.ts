import { hostProbeTarget } from '../../../server/src/rules/kubernetes/host-probe-target.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const says = (handler: string, host: string) =>
  `The \`${handler}\` of container \`app\` makes the node connect to \`${host}\`. Delete \`host\`, so that the pod is asked.`;
const app = (text: string, kind = 'containers') => `${kind}:\n  - name: app\n    image: a:1\n${text}`;

testRule(hostProbeTarget, {
  clean: [
    pod(app('    livenessProbe: { httpGet: { port: 80 } }\n')),
    pod(app('    livenessProbe: { httpGet: { port: 80, host: "" } }\n')),
    pod(app('    readinessProbe:\n      tcpSocket:\n        port: 80\n        host:\n')),
    pod(app('    startupProbe: { grpc: { port: 80 }, host: x }\n')),
    pod(app('    livenessProbe: { httpGet: { port: 80, host: {{ .host }} } }\n')),
    pod(app('    livenessProbe: { httpGet: { port: 80, httpHeaders: [{ name: Host, value: x }] } }\n')),
    { kubernetesVersion: '1.33', code: pod(app('    livenessProbe: { httpGet: { port: 80, host: 127.0.0.1 } }\n')) },
    pod(app('    lifecycle: { preStop: { exec: { command: [host] } } }\n')),
  ],
  caught: [
    {
      code: pod(app('    livenessProbe:\n      httpGet:\n        host: ⟦127.0.0.1⟧\n        port: 80\n')),
      says: says('livenessProbe', '127.0.0.1'),
      fixed: pod(app('    livenessProbe:\n      httpGet:\n        port: 80\n')),
    },
    {
      kubernetesVersion: '1.34',
      code: deployment(app('    readinessProbe: { tcpSocket: { port: 80, host: ⟦example.com⟧ } }\n')),
      says: says('readinessProbe', 'example.com'),
      fixed: deployment(app('    readinessProbe: { tcpSocket: { port: 80 } }\n')),
    },
    {
      code: cronJob(
        app('    startupProbe:\n      tcpSocket:\n        port: 80\n        host: ⟦"::1"⟧ # local\n', 'initContainers'),
      ),
      says: says('startupProbe', '::1'),
      fixed: cronJob(app('    startupProbe:\n      tcpSocket:\n        port: 80\n', 'initContainers')),
    },
    {
      code: list(
        app(
          '    lifecycle:\n      postStart: { httpGet: { host: ⟦a⟧, port: 1 } }\n      preStop: { tcpSocket: { host: ⟦b⟧, port: 1 } }\n',
        ),
      ),
      says: [says('postStart', 'a'), says('preStop', 'b')],
      fixed: list(app('    lifecycle:\n      postStart: { httpGet: { port: 1 } }\n      preStop: { tcpSocket: { port: 1 } }\n')),
    },
    {
      code: pod(app('    livenessProbe: { httpGet: { port: 80, host: ⟦10⟧ } }\n', 'ephemeralContainers')),
      says: says('livenessProbe', '10'),
      fixed: pod(app('    livenessProbe: { httpGet: { port: 80 } }\n', 'ephemeralContainers')),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "livenessProbe": {"httpGet": {"host": ⟦"x"⟧, "port": 80}}}]}}',
      says: says('livenessProbe', 'x'),
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "livenessProbe": {"httpGet": {"port": 80}}}]}}',
    },
  ],
});

import { hostPort } from '../../../server/src/rules/kubernetes/host-port.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const says = (port: string, container = 'app') =>
  `Container \`${container}\` occupies the port ${port} of its node. Delete \`hostPort\` and use a Service.`;
const ports = (text: string, kind = 'containers') => `${kind}:\n  - name: app\n    image: a:1\n    ports:\n${text}`;

testRule(hostPort, {
  clean: [
    pod(ports('      - containerPort: 80\n')),
    pod(ports('      - containerPort: 80\n        hostPort: 0\n')),
    pod(ports('      - containerPort: 80\n        hostPort:\n')),
    pod(ports('      - containerPort: 80\n        hostPort: {{ .Values.port }}\n')),
    pod(ports('      - containerPort: 80\n        hostPort: "80"\n')),
    pod(`hostNetwork: true\n${ports('      - containerPort: 80\n')}`),
    'apiVersion: v1\nkind: Service\nspec:\n  ports:\n    - port: 80\n      hostPort: 80\n',
    pod('containers:\n  - name: app\n    image: a:1\n    ports: none\n'),
  ],
  caught: [
    {
      code: pod(ports('      - containerPort: 80\n        hostPort: ⟦8080⟧ # public\n        protocol: TCP\n')),
      says: says('8080'),
      fixed: pod(ports('      - containerPort: 80\n        protocol: TCP\n')),
    },
    {
      code: deployment(
        ports('      - hostPort: ⟦53⟧\n        containerPort: 53\n      - containerPort: 54\n        hostPort: ⟦54⟧\n'),
      ),
      says: [says('53'), says('54')],
      fixed: deployment(ports('      - containerPort: 53\n      - containerPort: 54\n')),
    },
    {
      code: cronJob(ports('      - { containerPort: 1, hostPort: ⟦1⟧, name: x }\n', 'initContainers')),
      says: says('1'),
      fixed: cronJob(ports('      - { containerPort: 1, name: x }\n', 'initContainers')),
    },
    {
      code: list(ports('      - containerPort: 9\n        hostPort: ⟦9⟧\n', 'ephemeralContainers')),
      says: says('9'),
      fixed: list(ports('      - containerPort: 9\n', 'ephemeralContainers')),
    },
    {
      code: pod('containers:\n  - name: {{ .name }}\n    ports:\n      - containerPort: 80\n        hostPort: ⟦80⟧\n'),
      says: says('80', 'containers[0]'),
      fixed: pod('containers:\n  - name: {{ .name }}\n    ports:\n      - containerPort: 80\n'),
    },
    {
      code: pod(`hostNetwork: true\n${ports('      - hostPort: ⟦80⟧\n')}`),
      says: says('80'),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "ports": [{"hostPort": ⟦80⟧, "containerPort": 80}]}]}}',
      says: says('80'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "ports": [{"containerPort": 80}]}]}}',
    },
  ],
});

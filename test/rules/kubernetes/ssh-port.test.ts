import { sshPort } from '../../../server/src/rules/kubernetes/ssh-port.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const CONTAINER = 'Container `app` exposes the SSH port 22. Remove the server and use `kubectl exec`.';
const service = (port: string, name = 'Service `s`') =>
  `${name} exposes the SSH port ${port}. Remove it and use \`kubectl exec\`.`;
const ports = (text: string, kind = 'containers') => `${kind}:\n  - name: app\n    image: a:1\n    ports:\n${text}`;
const exposes = (text: string) => `apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec:\n  ports:\n${text}`;

testRule(sshPort, {
  clean: [
    pod(ports('      - containerPort: 2200\n')),
    pod(ports('      - containerPort: 22\n        protocol: UDP\n')),
    pod(ports('      - containerPort: {{ .Values.port }}\n')),
    pod(ports('      - containerPort: 80\n        hostPort: 22\n')),
    exposes('    - port: 80\n      targetPort: 8080\n'),
    exposes('    - port: 22\n      protocol: UDP\n'),
    exposes('    - port: 80\n      nodePort: 30022\n'),
    'apiVersion: serving.knative.dev/v1\nkind: Service\nspec: { ports: [{ port: 22 }] }\n',
  ],
  caught: [
    { code: pod(ports('      - containerPort: ⟦22⟧\n')), says: CONTAINER },
    { code: deployment(ports('      - { containerPort: ⟦22⟧, protocol: TCP }\n', 'initContainers')), says: CONTAINER },
    { code: cronJob(ports('      - name: ssh\n        containerPort: ⟦22⟧ # admin\n')), says: CONTAINER },
    { code: list(ports('      - containerPort: ⟦0x16⟧\n')), says: CONTAINER },
    { code: exposes('    - port: ⟦22⟧\n      targetPort: ssh\n'), says: service('22') },
    { code: exposes('    - port: 80\n      targetPort: ⟦22⟧\n'), says: service('22') },
    { code: exposes('    - { name: ssh, port: ⟦2222⟧ }\n'), says: service('2222') },
    {
      path: 'service.json',
      code: '{"apiVersion": "v1", "kind": "Service", "spec": {"ports": [{"port": ⟦22⟧}]}}',
      says: service('22', 'Service'),
    },
  ],
});

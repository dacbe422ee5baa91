import { privilegedPort } from '../../../server/src/rules/kubernetes/privileged-port.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const says = (port: string) =>
  `Container \`app\` listens on port ${port}, which needs privileges. Use a port from 1024 on and map it in the Service.`;
const ports = (text: string, kind = 'containers') => `${kind}:\n  - name: app\n    image: a:1\n    ports:\n${text}`;

testRule(privilegedPort, {
  clean: [
    pod(ports('      - containerPort: 1024\n')),
    pod(ports('      - containerPort: 8080\n        hostPort: 80\n')),
    pod(ports('      - containerPort: {{ .Values.port }}\n')),
    pod(ports('      - containerPort: 0\n')),
    pod(ports('      - containerPort: "80"\n')),
    'apiVersion: v1\nkind: Service\nspec: { ports: [{ port: 80 }] }\n',
  ],
  caught: [
    { code: pod(ports('      - containerPort: ⟦80⟧\n')), says: says('80') },
    { code: deployment(ports('      - name: dns\n        containerPort: ⟦53⟧\n        protocol: UDP\n')), says: says('53') },
    { code: cronJob(ports('      - { containerPort: ⟦1023⟧ }\n', 'initContainers')), says: says('1023') },
    { code: list(ports('      - containerPort: ⟦443⟧ # TLS\n      - containerPort: 8443\n')), says: says('443') },
  ],
});

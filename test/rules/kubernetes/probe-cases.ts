import type { Caught, Clean } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const app = 'containers:\n  - name: app\n    image: a:1\n';
const marked = app.replace('app', '⟦app⟧');

/** What a rule about a missing probe accepts and catches; `more` is what its fix writes behind the port, on lines of their own. */
export const missingProbeCases = (
  field: string,
  says: (container: string) => string,
  more: string,
): { readonly clean: readonly Clean[]; readonly caught: readonly Caught[] } => {
  const extra = `      ${more}\n`;
  return {
    clean: [
      pod(`${app}    ${field}: { exec: { command: [x] } }\n`),
      pod(`x: &probe { tcpSocket: { port: 1 } }\n${app}    ${field}: *probe\n`),
      pod(`${app}    ${field}: {{ .Values.probe }}\n`),
      pod(`${app}    ${field}: { {{ .Values.probe }} }\n`),
      pod(`${app}    ${field}:\n      {{- toYaml .Values.probe | nindent 6 }}\n`),
      pod(`x: {{ .x }}\n${app}`),
      pod('containers:\n  - name: app\n'),
      // What ends by itself.
      cronJob(`restartPolicy: Never\n${app}`),
      cronJob(app),
      pod(`restartPolicy: Never\n${app}`),
      pod(`restartPolicy: OnFailure\n${app}`),
      'apiVersion: batch/v1\nkind: Job\nmetadata: { name: j }\nspec:\n  template:\n    spec:\n      containers: [ { name: a, image: b } ]\n',
      pod('initContainers:\n  - name: init\n    image: i:1\n    restartPolicy: Always\ncontainers: []\n'),
      'apiVersion: serving.knative.dev/v1\nkind: Service\nspec: { template: { spec: { containers: [ { name: a, image: b } ] } } }\n',
      'apiVersion: apps/v1\nkind: Deployment\nspec: { template: { spec: { containers: [ { name: a, image: b } ] } } }\n',
    ],
    caught: [
      { code: pod(marked), says: says('app') },
      { code: pod(`${app}    ⟦${field}⟧: {}\n`), says: says('app') },
      { code: pod(`restartPolicy: Always\n${app}    ⟦${field}⟧:\n`), says: says('app') },
      {
        code: deployment(`${marked}    ports:\n      - containerPort: 8080\n`),
        says: says('app'),
        fixed: deployment(
          `${app}    ports:\n      - containerPort: 8080\n    ${field}:\n      tcpSocket:\n        port: 8080\n${extra}`,
        ),
      },
      {
        code: list(`${marked}    ports: [{ containerPort: 53, protocol: UDP }, { name: http, containerPort: 8080 }]\n`),
        says: says('app'),
        fixed: list(
          `${app}    ports: [{ containerPort: 53, protocol: UDP }, { name: http, containerPort: 8080 }]\n    ${field}:\n      tcpSocket:\n        port: http\n${extra}`,
        ),
      },
      { code: pod(`${marked}    ports: [{ containerPort: 53, protocol: UDP }]\n`), says: says('app') },
      {
        code: `apiVersion: apps/v1\nkind: DaemonSet\nmetadata: { name: d }\nspec:\n  selector: {}\n  template:\n    spec:\n      containers: [ { name: ⟦a⟧, image: b }, { name: ⟦c⟧, image: d } ]\n`,
        says: [says('a'), says('c')],
      },
      {
        path: 'pod.json',
        code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": ⟦"a"⟧, "image": "b", "ports": [{"containerPort": 80}]}]}}',
        says: says('a'),
        fixed: `{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "image": "b", "ports": [{"containerPort": 80}], "${field}": { "tcpSocket": { "port": 80 }, "${more.replace(':', '":')} }}]}}`,
      },
    ],
  };
};

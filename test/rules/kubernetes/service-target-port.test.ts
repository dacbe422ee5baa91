import { serviceTargetPort } from '../../../server/src/rules/kubernetes/service-target-port.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents, service, workload } from './cross-file.ts';

const web = workload(
  'web',
  '{ app: web }',
  '        image: a:1\n        ports:\n        - name: http\n          containerPort: 8080\n        - name: metrics\n          containerPort: 9090\n',
);
const target = (port: string): string =>
  service('web', `  selector: { app: web }\n  ports:\n  - port: 80\n    targetPort: ${port}\n`);

testRule(serviceTargetPort, {
  clean: [
    documents(target('http'), web),
    documents(target('8080'), web),
    target('http'),
    target('${PORT}'),
    workload(
      'web',
      '{ app: web }',
      '        image: a:1\n        ports: [{ name: "", containerPort: 1 }, { name: "${NAME}", containerPort: 2 }]\n',
    ),
    documents(target('{{ .Values.port }}'), web),
    // Declares no ports at all, on purpose.
    documents(target('8080'), workload('web', '{ app: web }')),
    documents(service('web', '  ports:\n  - port: 80\n    targetPort: none\n'), web),
    documents(
      target('admin'),
      web,
      workload('web-admin', '{ app: web }', '        image: a:1\n        ports: [{ name: admin, containerPort: 1 }]\n'),
    ),
    {
      code: target('https'),
      files: {
        'web.yaml': workload(
          'web',
          '{ app: web }',
          '        image: a:1\n        ports:\n        - name: {{ .Values.portName }}\n          containerPort: 1\n',
        ),
      },
    },
  ],
  caught: [
    {
      code: target('⟦"8080"⟧'),
      says: '`8080` in quotes is looked for as the name of a port, and no name is all digits. Write it without quotes.',
      fixed: target('8080'),
    },
    { code: target('⟦70000⟧'), says: 'Port 70000 does not exist. Ports are 1 to 65535.' },
    {
      code: service('web', '  ports:\n  - port: ⟦65536⟧\n'),
      says: 'Port 65536 does not exist. Ports are 1 to 65535.',
    },
    {
      code: documents(target('⟦htpp⟧'), web),
      says: 'No container of Deployment `web` has a port named `htpp`. Did you mean `http`?',
      fixed: documents(target('http'), web),
    },
    {
      code: target('⟦admin⟧'),
      files: { 'web.yaml': web },
      says: 'No container of Deployment `web` has a port named `admin`.',
    },
    {
      code: documents(target('⟦8000⟧'), web),
      says: 'No container of Deployment `web` declares port 8000.',
      severity: 'info',
    },
    {
      // Without a target the port itself is it.
      code: documents(
        service('web', '  selector: { app: web }\n  ports:\n  - port: ⟦80⟧\n'),
        workload('web', '{ app: web }', '        image: a:1\n        ports: [{ containerPort: 8080 }]\n'),
      ),
      says: 'No container of Deployment `web` declares port 80. Did you mean `8080`?',
      severity: 'info',
    },
    {
      code: service('web', '  ports:\n  - port: 80\n    targetPort: ⟦an-endless-name-of-a-port⟧\n'),
      says: '`an-endless-name-of-a-port` is no name of a port: at most 15 lower-case letters, digits and single dashes, at least one letter.',
    },
    {
      code: service('web', '  ports:\n  - port: 80\n    targetPort: ⟦HTTP⟧\n'),
      says: '`HTTP` is no name of a port: at most 15 lower-case letters, digits and single dashes, at least one letter.',
    },
    {
      code: workload(
        'web',
        '{ app: web }',
        '        image: a:1\n        ports: [{ name: ⟦an-endless-name-of-a-port⟧, containerPort: 80 }]\n',
      ),
      says: '`an-endless-name-of-a-port` is no name of a port: at most 15 lower-case letters, digits and single dashes, at least one letter.',
    },
  ],
});

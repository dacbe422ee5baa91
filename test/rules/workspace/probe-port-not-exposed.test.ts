import { probePortNotExposed } from '../../../server/src/rules/workspace/probe-port-not-exposed.ts';
import { testRule } from '../../support/rule-tester.ts';

const pod = (probe: string, ports = '[{ containerPort: 8080 }]', more = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: app\n      image: shop/api:1.0\n      ports: ${ports}\n      livenessProbe:\n        ${probe}\n${more}`;
const node = (...lines: string[]) => ({ 'api/Dockerfile': ['FROM node:22', ...lines, ''].join('\n') });
const files = node('EXPOSE 8080');
const near = (port: string, meant: string, probe = 'livenessProbe'): string =>
  `The \`${probe}\` of container \`app\` asks port ${port}, which the pod does not declare and the image built from api/Dockerfile does not expose. Did you mean ${meant}?`;
const other = (port: string, exposed: string): string =>
  `The \`livenessProbe\` of container \`app\` asks port ${port}, which the pod does not declare and the image built from api/Dockerfile does not expose (it exposes ${exposed}).`;

testRule(probePortNotExposed, {
  clean: [
    { code: pod('httpGet: { path: /, port: 8080 }'), files },
    { code: pod('httpGet: { path: /, port: http }'), files },
    { code: pod('exec: { command: [x] }'), files },
    { code: pod('tcpSocket: { port: 3000 }'), files: {} },
    { code: pod('tcpSocket: { port: 3000 }'), files: node() },
    { code: pod('tcpSocket: { port: 9000 }'), files: node('EXPOSE 8080 9000') },
    { code: pod('tcpSocket: { port: 9000 }', '[{ containerPort: 8080 }, { containerPort: 9000 }]'), files },
    // Another container of the pod has it.
    {
      code: pod(
        'httpGet: { port: 15020 }',
        '[]',
        '    - name: proxy\n      image: proxy:1\n      ports: [{ containerPort: 15020 }]\n',
      ),
      files,
    },
    {
      code: pod('httpGet: { port: 15020 }', '[]', '    - name: proxy\n      image: proxy:1\n      ports: "{{ ports }}"\n'),
      files,
    },
    { code: pod('httpGet: { port: 3000, host: example.org }'), files },
    { code: pod('httpGet: { port: "{{ port }}" }'), files },
    { code: pod('httpGet: { port: "3000" }'), files },
    { code: pod('grpc: { port: 3000 }', '[]', '      args: [--health, "3000"]\n'), files },
    { code: pod('grpc: { port: 3000 }', '[]', '      env: [{ name: HEALTH, value: ":3000" }]\n'), files },
    { code: pod('tcpSocket: { port: 3000 }'), files: { 'api/Dockerfile': 'FROM httpd:2\nEXPOSE 8080\n' } },
  ],
  caught: [
    {
      code: pod('httpGet: { path: /, port: ⟦3000⟧ }'),
      files,
      says: near('3000', '8080'),
      fixed: pod('httpGet: { path: /, port: 8080 }'),
    },
    {
      code: pod('tcpSocket: { port: ⟦3000⟧ }', '[]'),
      files,
      says: near('3000', '8080'),
      fixed: pod('tcpSocket: { port: 8080 }', '[]'),
    },
    {
      code: pod('grpc:\n          port: ⟦3000⟧ # health'),
      files: node('EXPOSE 8080 9090'),
      says: near('3000', '8080'),
      fixed: pod('grpc:\n          port: 8080 # health'),
    },
    { code: pod('tcpSocket: { port: ⟦3000⟧ }', '[]'), files: node('EXPOSE 8080 9090'), says: other('3000', '8080, 9090') },
    { code: pod('tcpSocket: { port: ⟦53⟧ }', '[]'), files: node('EXPOSE 53/udp 8080'), says: other('53', '53/udp, 8080') },
    {
      code: pod('exec: { command: [x] }', '[]', '      readinessProbe: { httpGet: { port: ⟦81⟧ } }\n'),
      files: node('EXPOSE 80'),
      says: near('81', '80', 'readinessProbe'),
      fixed: pod('exec: { command: [x] }', '[]', '      readinessProbe: { httpGet: { port: 80 } }\n'),
    },
  ],
});

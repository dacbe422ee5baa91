import { containerPortNotExposed } from '../../../server/src/rules/workspace/container-port-not-exposed.ts';
import { testRule } from '../../support/rule-tester.ts';

const head = (kind = 'Pod') =>
  kind === 'Pod'
    ? 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n'
    : `apiVersion: batch/v1\nkind: ${kind}\nmetadata:\n  name: web\nspec:\n`;
const pod = (ports: string, more = '', volumes = ''): string =>
  `${head()}  containers:\n    - name: app\n      image: shop/api:1.0\n${more}      ports:\n${ports}${volumes}`;
const port = (number: string, more = ''): string => `        - containerPort: ${number}\n${more}`;
const node = (...lines: string[]) => ({ 'api/Dockerfile': ['FROM node:22', ...lines, ''].join('\n') });
const files = node('EXPOSE 8080');
const other = (declared: string, exposed: string, dockerfile = 'api/Dockerfile'): string =>
  `Container \`app\` declares port ${declared}, but the image built from ${dockerfile} exposes ${exposed}. Make them agree.`;
const near = (declared: string, exposed: string, dockerfile = 'api/Dockerfile'): string =>
  `Container \`app\` declares port ${declared}, but the image built from ${dockerfile} exposes ${exposed}. Did you mean \`${exposed}\`?`;
const env = (...items: string[]) => `      env:\n${items.map((item) => `        - { ${item} }\n`).join('')}`;

testRule(containerPortNotExposed, {
  clean: [
    { code: pod(port('8080')), files },
    { code: pod(port('3000')), files: {} },
    // Nothing is exposed, or not all is known.
    { code: pod(port('3000')), files: node('CMD ["node"]') },
    { code: pod(port('3000')), files: node('ARG PORT', 'EXPOSE $PORT 8080') },
    { code: pod(port('3000')), files: { 'api/Dockerfile': 'FROM {{ base }}\nEXPOSE 8080\n' } },
    // The base image exposes ports of its own, or may.
    { code: pod(port('80')), files: { 'api/Dockerfile': 'FROM nginx:1.29\nEXPOSE 8443\n' } },
    { code: pod(port('80')), files: { 'api/Dockerfile': 'FROM registry.example/base:1\nEXPOSE 8443\n' } },
    { code: pod(port('80')), files: { 'api/Dockerfile': 'ARG BASE\nFROM $BASE\nEXPOSE 8443\n' } },
    // One of several is enough.
    { code: pod(port('8080') + port('9090')), files },
    { code: pod(port('9090')), files: node('EXPOSE 8080 9090/tcp') },
    { code: pod(port('7005')), files: node('EXPOSE 7000-7010') },
    { code: pod(port('5353', '          protocol: UDP\n')), files: node('EXPOSE 5353/udp') },
    // Where EXPOSE leaves the protocol out, the number counts.
    { code: pod(port('5353', '          protocol: UDP\n')), files: node('EXPOSE 5353') },
    { code: pod(port('4000')), files: node('ENV PORT=4000', 'EXPOSE ${PORT}') },
    // The manifest tells the program where to listen.
    { code: pod(port('3000'), '      command: [node, other.js]\n'), files },
    { code: pod(port('3000'), '      args: ["--port", "3000"]\n'), files },
    { code: pod(port('3000'), env('name: PORT, value: "3000"')), files },
    { code: pod(port('3000'), env('name: LISTEN, value: "0.0.0.0:3000"')), files },
    { code: pod(port('3000'), env('name: PORT, valueFrom: { configMapKeyRef: { name: a, key: b } }')), files },
    { code: pod(port('3000'), '      envFrom: [{ configMapRef: { name: a } }]\n'), files },
    {
      code: pod(
        port('3000'),
        '      volumeMounts: [{ name: conf, mountPath: /etc/app }]\n',
        '  volumes: [{ name: conf, configMap: { name: a } }]\n',
      ),
      files,
    },
    // Not literal.
    { code: pod(port('"{{ .Values.port }}"')), files },
    { code: pod(port('{{ .Values.port }}')), files },
    { code: pod(port('3000') + port('"x"')), files },
    // A container that does not serve.
    `${head()}  containers: []\n`,
    {
      code: `${head('Job')}  template:\n    spec:\n      containers:\n        - { name: app, image: "shop/api:1", ports: [{ containerPort: 3000 }] }\n`,
      files,
    },
    {
      code: `${head()}  initContainers:\n    - { name: app, image: "shop/api:1", ports: [{ containerPort: 3000 }] }\n  containers: []\n`,
      files,
    },
    // Knative tells the program its port.
    {
      code: 'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: a }\nspec:\n  template:\n    spec:\n      containers: [{ name: app, image: "shop/api:1", ports: [{ containerPort: 3000 }] }]\n',
      files,
    },
    // A patch may add what is not here.
    {
      code: pod(port('3000')),
      path: 'k8s/app.yaml',
      files: {
        ...files,
        'k8s/kustomization.yaml': 'resources: [app.yaml]\npatches: [{ path: patch.yaml }]\n',
        'k8s/patch.yaml':
          'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, command: [x] }] }\n',
      },
    },
    // Another stage is built.
    {
      code: pod(port('3000')),
      files: {
        'api/Dockerfile': 'FROM node:22 AS prod\nFROM node:22\nEXPOSE 8080\n',
        'compose.yaml': 'services: { api: { build: { context: api, target: prod }, image: shop/api } }\n',
      },
    },
  ],
  caught: [
    { code: pod(port('⟦3000⟧')), files, says: near('3000', '8080'), fixed: pod(port('8080')) },
    {
      code: pod(port('⟦"3000"⟧'.replaceAll('"', ''), '          name: http\n')),
      files: { 'Dockerfile.api': 'FROM golang:1 AS build\nEXPOSE 1\nFROM scratch\nEXPOSE 8080/tcp\n' },
      says: near('3000', '8080', 'Dockerfile.api'),
      fixed: pod(port('8080', '          name: http\n')),
    },
    {
      code: pod(
        port('⟦3000⟧'),
        env('name: PORT, value: "8080"', 'name: DEBUG, valueFrom: { secretKeyRef: { name: a, key: b } }'),
      ),
      files,
      says: near('3000', '8080'),
      fixed: pod(port('8080'), env('name: PORT, value: "8080"', 'name: DEBUG, valueFrom: { secretKeyRef: { name: a, key: b } }')),
    },
    { code: pod(port('⟦3000⟧')), files: node('EXPOSE 8080 9090'), says: other('3000', '8080, 9090') },
    { code: pod(port('⟦3000⟧')), files: node('EXPOSE 1 2 3 4 5 6'), says: other('3000', '1, 2, 3, 4, 5 …') },
    { code: pod(port('⟦3000⟧')), files: node('EXPOSE 7000-7010'), says: other('3000', '7000-7010') },
    { code: pod(port('⟦3000⟧') + port('3001')), files, says: other('3000, 3001', '8080') },
    // The node's port would have to follow.
    { code: pod(port('⟦3000⟧', '          hostPort: 3000\n')), files, says: near('3000', '8080') },
    {
      code: pod(port('⟦5353⟧')),
      files: node('EXPOSE 5353/udp'),
      says: near('5353', '5353/udp'),
      fixed: pod(port('5353', '          protocol: UDP\n')),
    },
    {
      code: '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[{"name":"app","image":"shop/api:1","ports":[{"containerPort":⟦3000⟧}]}]}}',
      path: 'app.json',
      files,
      says: near('3000', '8080'),
      fixed:
        '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[{"name":"app","image":"shop/api:1","ports":[{"containerPort":8080}]}]}}',
    },
    // A volume without configuration changes nothing.
    {
      code: pod(
        port('⟦3000⟧'),
        '      volumeMounts: [{ name: tmp, mountPath: /tmp }]\n',
        '  volumes: [{ name: tmp, emptyDir: {} }]\n',
      ),
      files: node('ARG PORT=8080', 'EXPOSE $PORT'),
      says: near('3000', '8080'),
      fixed: pod(
        port('8080'),
        '      volumeMounts: [{ name: tmp, mountPath: /tmp }]\n',
        '  volumes: [{ name: tmp, emptyDir: {} }]\n',
      ),
    },
  ],
});

import type { Caught, Clean } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const inNamespace = (text: string): string => text.replace('name: web', 'name: web\n  namespace: own');

const app = 'containers:\n  - name: app\n    image: a:1\n';
const has = (key: string, name: string, value = '1') => `${app}    resources:\n      ${key}:\n        ${name}: ${value}\n`;
const range = (key: string, name: string, type = 'Container') =>
  `---\napiVersion: v1\nkind: LimitRange\nmetadata:\n  name: r\nspec:\n  limits:\n    - type: ${type}\n      ${key}:\n        ${name}: 1\n`;

/** What a rule about a request or limit accepts and catches whatever the amount. */
export const amountCases = (
  key: 'requests' | 'limits',
  name: 'cpu' | 'memory',
  value: string,
  says: (container: string) => string,
  /** Where the container has no amounts at all. */
  bare = says,
): { readonly clean: readonly Clean[]; readonly caught: readonly Caught[] } => {
  const other = name === 'cpu' ? 'memory' : 'cpu';
  const otherKey = key === 'limits' ? 'requests' : 'limits';
  return {
    clean: [
      pod(has(key, name)),
      pod(has(key, name, '"500M"')),
      pod(has(key, name, '{{ .Values.amount }}')),
      pod(`${app}    resources: {{ .Values.resources }}\n`),
      pod(`x: {{ .x }}\n${app}`),
      deployment(`${app}    resources: { ${key}: { ${name}: 2 } }\n`),
      // A patch.
      pod('containers:\n  - name: app\n'),
      'apiVersion: apps/v1\nkind: Deployment\nspec: { template: { spec: { containers: [ { name: a, image: b } ] } } }\n',
      // The pod has the amount itself.
      pod(`resources:\n  ${key}:\n    ${name}: 1\n${app}`),
      // Merged in, or an alias.
      pod(`x: &all\n  ${key}: { ${name}: 1 }\n${app}    resources: *all\n`),
      pod(`x: &all\n  ${key}: { ${name}: 1 }\n${app}    resources:\n      <<: *all\n      claims: []\n`),
      // The namespace gives it.
      pod(app) + range(key === 'limits' ? 'default' : 'defaultRequest', name),
      pod(app) + range('max', name),
      'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec:\n  containers: [ { name: a, image: b } ]\n',
      `apiVersion: v1\nkind: Pod\nspec:\n  containers: []\n  ephemeralContainers:\n    - name: debug\n      image: d:1\n`,
    ],
    caught: [
      {
        code: pod(app.replace('app', '⟦app⟧')),
        says: bare('app'),
        fixed: pod(`${app}    resources:\n      ${key}:\n        ${name}: ${value}\n`),
      },
      {
        code: deployment(`${app}    ⟦resources⟧: {}\n    ports: []\n`),
        says: bare('app'),
        fixed: deployment(`${app}    resources: { ${key}: { ${name}: ${value} } }\n    ports: []\n`),
      },
      {
        code: cronJob(`${app}    resources:\n      ⟦${key}⟧: # few\n        ${other}: 1\n`),
        says: says('app'),
        fixed: cronJob(`${app}    resources:\n      ${key}: # few\n        ${other}: 1\n        ${name}: ${value}\n`),
      },
      {
        code: list(`initContainers:\n- image: i:1\n  name: ⟦init⟧\n${has(key, name)}`),
        says: bare('init'),
        fixed: list(
          `initContainers:\n- image: i:1\n  name: init\n  resources:\n    ${key}:\n      ${name}: ${value}\n${has(key, name)}`,
        ),
      },
      {
        code: pod(
          `${app}    resources:\n      ⟦${key}⟧:\n        ${name}:\n      ${otherKey}: {}\n`.replace(
            `⟦${key}⟧:\n        ${name}`,
            `${key}:\n        ⟦${name}⟧`,
          ),
        ),
        says: says('app'),
        fixed: pod(`${app}    resources:\n      ${key}:\n        ${name}: ${value}\n      ${otherKey}: {}\n`),
      },
      // The default is another namespace's, of another amount, or of another type.
      {
        code:
          inNamespace(pod(app.replace('app', '⟦app⟧'))) + range('max', name).replace('name: r', 'name: r\n  namespace: other'),
        says: bare('app'),
        fixed:
          inNamespace(pod(`${app}    resources:\n      ${key}:\n        ${name}: ${value}\n`)) +
          range('max', name).replace('name: r', 'name: r\n  namespace: other'),
      },
      {
        code: pod(app.replace('app', '⟦app⟧')) + range('default', other) + range('max', name, 'Pod'),
        says: bare('app'),
        fixed:
          pod(`${app}    resources:\n      ${key}:\n        ${name}: ${value}\n`) +
          range('default', other) +
          range('max', name, 'Pod'),
      },
      {
        path: 'pod.json',
        code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": ⟦"a"⟧, "image": "b"}]}}',
        says: bare('a'),
        fixed: `{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "image": "b", "resources": { "${key}": { "${name}": "${value}" } }}]}}`,
      },
    ],
  };
};

import { healthcheckNotAProbe } from '../../../server/src/rules/workspace/healthcheck-not-a-probe.ts';
import { testRule } from '../../support/rule-tester.ts';

const pod = (more = '', image = 'shop/api:1.0'): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: app\n      image: ${image}\n${more}`;
const check = (healthcheck: string, shell = '') => ({ 'api/Dockerfile': `FROM node:22\n${shell}HEALTHCHECK ${healthcheck}\n` });
const files = check('CMD ["node", "health.js"]');
const SAYS =
  'Kubernetes ignores the HEALTHCHECK of the image built from api/Dockerfile, and container `app` has no probe. Give it one with the same command.';
const caught = (healthcheck: string, command: string, readiness: string, liveness = readiness, shell = '') => {
  const probe = (field: string, more: string): string =>
    pod(`      ${field}:\n        exec:\n          command:\n${command.replaceAll(/^/gm, '            - ')}\n${more}`);
  return {
    code: pod('', '⟦shop/api:1.0⟧'),
    files: check(healthcheck, shell),
    says: SAYS,
    fixed: probe('readinessProbe', readiness),
    alternatives: { 'Add a `livenessProbe` with the same command': probe('livenessProbe', liveness) },
  };
};
const DEFAULTS = '        periodSeconds: 30\n        timeoutSeconds: 30\n';

testRule(healthcheckNotAProbe, {
  clean: [
    { code: pod(), files: {} },
    { code: pod(), files: { 'api/Dockerfile': 'FROM node:22\n' } },
    { code: pod(), files: check('NONE') },
    { code: pod('      livenessProbe: { exec: { command: [x] } }\n'), files },
    { code: pod('      readinessProbe: { exec: { command: [x] } }\n'), files },
    { code: pod('      startupProbe: { exec: { command: [x] } }\n'), files },
    { code: pod('      livenessProbe: "{{ probe }}"\n'), files },
    { code: pod('      {{- include "probes" . }}\n'), files },
    // Another program runs.
    { code: pod('      command: [node, worker.js]\n'), files },
    { code: pod('      args: [worker]\n'), files },
    // It ends by itself.
    { code: `${pod()}  restartPolicy: Never\n`, files },
    {
      code: 'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a }\nspec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: app, image: "shop/api:1" }] } } } } }\n',
      files,
    },
    { code: `${pod()}  os:\n    name: windows\n`, files },
    // A patch may add a probe.
    {
      code: pod(),
      path: 'k8s/app.yaml',
      files: {
        ...files,
        'k8s/kustomization.yaml':
          'resources: [app.yaml]\npatches:\n  - target: { kind: Pod }\n    patch: |-\n      - { op: add, path: /spec/containers/0/livenessProbe, value: {} }\n',
      },
    },
    // Only the final stage runs.
    { code: pod(), files: { 'api/Dockerfile': 'FROM node:22\nHEALTHCHECK CMD x\nFROM node:22\n' } },
  ],
  caught: [
    caught('CMD ["node", "health.js"]', 'node\nhealth.js', DEFAULTS),
    caught(
      '--interval=1m30s --timeout=3s --retries=5 --start-period=20s CMD curl -f "http://localhost:$PORT/" || exit 1',
      'sh\n"-c"\n"curl -f \\"http://localhost:$PORT/\\" || exit 1"',
      '        periodSeconds: 90\n        timeoutSeconds: 3\n        failureThreshold: 5\n',
      '        initialDelaySeconds: 20\n        periodSeconds: 90\n        timeoutSeconds: 3\n        failureThreshold: 5\n',
    ),
    caught(
      '--interval=500ms --timeout=0s --retries=3 CMD x',
      'bash\n"-ec"\nx',
      DEFAULTS.replace('30', '1'),
      undefined,
      'SHELL ["bash", "-ec"]\n',
    ),
    // Without knowing all of it, no probe is offered.
    { code: pod('', '⟦shop/api:1.0⟧'), files: check('--interval=soon CMD x'), says: SAYS },
    {
      code: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  selector: { matchLabels: { a: b } }\n  template:\n    metadata: { labels: { a: b } }\n    spec:\n      containers: [{ name: app, image: ⟦"shop/api:1"⟧ }]\n',
      files,
      says: SAYS,
      fixed:
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  selector: { matchLabels: { a: b } }\n  template:\n    metadata: { labels: { a: b } }\n    spec:\n      containers: [{ name: app, image: "shop/api:1", readinessProbe: { exec: { command: [node, health.js] }, periodSeconds: 30, timeoutSeconds: 30 } }]\n',
      alternatives: {
        'Add a `livenessProbe` with the same command':
          'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  selector: { matchLabels: { a: b } }\n  template:\n    metadata: { labels: { a: b } }\n    spec:\n      containers: [{ name: app, image: "shop/api:1", livenessProbe: { exec: { command: [node, health.js] }, periodSeconds: 30, timeoutSeconds: 30 } }]\n',
      },
    },
  ],
});

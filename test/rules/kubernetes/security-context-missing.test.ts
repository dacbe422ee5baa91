import { securityContextMissing } from '../../../server/src/rules/kubernetes/security-context-missing.ts';
import { testRule } from '../../support/rule-tester.ts';
import { app, appWith, cronJob, deployment, list, pod } from './pods.ts';

const says = (container = 'app') =>
  `Container \`${container}\` has no security context, and neither has its pod: it lacks \`runAsNonRoot\`, \`allowPrivilegeEscalation: false\`, \`capabilities.drop: [ALL]\` and \`seccompProfile\`. Add them.`;
const POD = 'Harden the whole pod to the Restricted Pod Security Standard';
const own = 'allowPrivilegeEscalation: false\ncapabilities:\n  drop:\n    - ALL\n';
const all = `runAsNonRoot: true\n${own}seccompProfile:\n  type: RuntimeDefault\n`;
const shared = 'securityContext:\n  runAsNonRoot: true\n  seccompProfile:\n    type: RuntimeDefault\n';

testRule(securityContextMissing, {
  clean: [
    pod(`securityContext:\n  runAsNonRoot: true\n${app}`),
    pod(appWith('readOnlyRootFilesystem: true\n')),
    pod(`os: { name: windows }\n${app}`),
    pod('containers:\n  - name: app\n'),
    pod('containers:\n  - name: app\n    image: {{ .Values.image }}\n'),
    pod(`securityContext: {{- toYaml .Values.podSecurityContext | nindent 4 }}\n${app}`),
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: patch }\nspec: { template: { spec: { containers: [ { name: a, image: b } ] } } }\n',
    pod('x: &sc { runAsUser: 1 }\ncontainers:\n  - name: app\n    image: a:1\n    securityContext: *sc\n'),
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: r }\nrules: []\n',
    pod('containers: []\n'),
  ],
  caught: [
    {
      code: pod('containers:\n  - name: ⟦app⟧\n    image: a:1\n'),
      says: says(),
      fixed: pod(appWith(all)),
      alternatives: { [POD]: pod(`${shared}${appWith(own)}`) },
    },
    // Comments, ports and what else stands behind; dashes below their key.
    {
      code: deployment(
        '# about the containers\ncontainers:\n# the one\n- name: ⟦app⟧ # main\n  image: a:1\n  ports:\n  - containerPort: 80 # http\nvolumes:\n- name: data\n  emptyDir: {}\n',
      ),
      says: says(),
      fixed: deployment(
        '# about the containers\ncontainers:\n# the one\n- name: app # main\n  image: a:1\n  ports:\n  - containerPort: 80 # http\n  securityContext:\n    runAsNonRoot: true\n    allowPrivilegeEscalation: false\n    capabilities:\n      drop:\n      - ALL\n    seccompProfile:\n      type: RuntimeDefault\nvolumes:\n- name: data\n  emptyDir: {}\n',
      ),
      alternatives: {
        [POD]: deployment(
          '# about the containers\ncontainers:\n# the one\n- name: app # main\n  image: a:1\n  ports:\n  - containerPort: 80 # http\n  securityContext:\n    allowPrivilegeEscalation: false\n    capabilities:\n      drop:\n      - ALL\nvolumes:\n- name: data\n  emptyDir: {}\nsecurityContext:\n  runAsNonRoot: true\n  seccompProfile:\n    type: RuntimeDefault\n',
        ),
      },
    },
    // Four columns.
    {
      code: 'apiVersion: batch/v1\nkind: Job\nmetadata:\n    name: web\nspec:\n    template:\n        spec:\n            restartPolicy: Never\n            containers:\n            -   name: ⟦app⟧\n                image: a:1\n',
      says: says(),
      fixed:
        'apiVersion: batch/v1\nkind: Job\nmetadata:\n    name: web\nspec:\n    template:\n        spec:\n            restartPolicy: Never\n            containers:\n            -   name: app\n                image: a:1\n                securityContext:\n                    runAsNonRoot: true\n                    allowPrivilegeEscalation: false\n                    capabilities:\n                        drop:\n                        - ALL\n                    seccompProfile:\n                        type: RuntimeDefault\n',
      alternatives: {
        [POD]:
          'apiVersion: batch/v1\nkind: Job\nmetadata:\n    name: web\nspec:\n    template:\n        spec:\n            restartPolicy: Never\n            securityContext:\n                runAsNonRoot: true\n                seccompProfile:\n                    type: RuntimeDefault\n            containers:\n            -   name: app\n                image: a:1\n                securityContext:\n                    allowPrivilegeEscalation: false\n                    capabilities:\n                        drop:\n                        - ALL\n',
      },
    },
    // One finding for each container; the pod's fix covers all of them.
    {
      code: cronJob(
        'restartPolicy: Never\ninitContainers:\n  - name: ⟦init⟧\n    image: i:1\ncontainers:\n  - image: a:1\n    name: ⟦app⟧\n',
      ),
      says: [says('init'), says()],
      fixed: cronJob(
        `restartPolicy: Never\n${appWith(all, 'initContainers').replace('app', 'init').replace('a:1', 'i:1')}${appWith(all).replace('name: app\n    image: a:1', 'image: a:1\n    name: app')}`,
      ),
      alternatives: {
        [POD]: cronJob(
          `restartPolicy: Never\n${shared}${appWith(own, 'initContainers').replace('app', 'init').replace('a:1', 'i:1')}${appWith(own).replace('name: app\n    image: a:1', 'image: a:1\n    name: app')}`,
        ),
      },
    },
    // Empty ones, with comments.
    {
      code: list(
        'securityContext: {} # todo\ncontainers:\n  - name: app\n    image: a:1\n    ⟦securityContext⟧: # later\n    tty: true\n',
      ),
      says: says(),
      fixed: list(
        `securityContext: {} # todo\n${appWith(all).replace('securityContext:', 'securityContext: # later')}    tty: true\n`,
      ),
      alternatives: {
        [POD]: list(
          `securityContext: # todo\n  runAsNonRoot: true\n  seccompProfile:\n    type: RuntimeDefault\n${appWith(own).replace('securityContext:', 'securityContext: # later')}    tty: true\n`,
        ),
      },
    },
    // A container that asks for capabilities, or a privileged one beside it: what the pod then should have is for a person to decide.
    {
      code: pod(
        `${appWith('privileged: true\n', 'initContainers').replace('app', 'init')}containers:\n  - name: ⟦app⟧\n    image: a:1\n`,
      ),
      says: says(),
      fixed: pod(`${appWith('privileged: true\n', 'initContainers').replace('app', 'init')}${appWith(all)}`),
      alternatives: {},
    },
    // What a neighbour says already stays.
    {
      code: pod(
        `${appWith('runAsNonRoot: false\nallowPrivilegeEscalation: false\nseccompProfile: { type: Unconfined } # debug\n', 'initContainers').replace('app', 'init')}containers:\n  - name: ⟦app⟧\n    image: a:1\n`,
      ),
      says: says(),
      fixed: pod(
        `${appWith('runAsNonRoot: false\nallowPrivilegeEscalation: false\nseccompProfile: { type: Unconfined } # debug\n', 'initContainers').replace('app', 'init')}${appWith(all)}`,
      ),
      alternatives: {
        [POD]: pod(
          `${shared}${appWith('runAsNonRoot: true\nallowPrivilegeEscalation: false\nseccompProfile: { type: RuntimeDefault } # debug\ncapabilities:\n  drop:\n    - ALL\n', 'initContainers').replace('app', 'init')}${appWith(own)}`,
        ),
      },
    },
    // In a user namespace of its own the user does not matter.
    {
      code: pod('hostUsers: false\ncontainers:\n  - name: ⟦app⟧\n    image: a:1\n'),
      says: 'Container `app` has no security context, and neither has its pod: it lacks `allowPrivilegeEscalation: false`, `capabilities.drop: [ALL]` and `seccompProfile`. Add them.',
      fixed: pod(`hostUsers: false\n${appWith(`${own}seccompProfile:\n  type: RuntimeDefault\n`)}`),
      alternatives: {
        [POD]: pod(`hostUsers: false\nsecurityContext:\n  seccompProfile:\n    type: RuntimeDefault\n${appWith(own)}`),
      },
    },
    {
      code: pod('containers: [ { name: ⟦app⟧, image: a:1 } ]\n'),
      says: says(),
      fixed: pod(
        'containers: [ { name: app, image: a:1, securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }, seccompProfile: { type: RuntimeDefault } } } ]\n',
      ),
      alternatives: {
        [POD]: pod(
          `${shared}containers: [ { name: app, image: a:1, securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } } } ]\n`,
        ),
      },
    },
    {
      path: 'pod.json',
      code: '{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "spec": {\n    "restartPolicy": "Never",\n    "containers": [\n      {\n        "name": ⟦"app"⟧,\n        "image": "a:1"\n      }\n    ]\n  }\n}\n',
      says: says(),
      fixed:
        '{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "spec": {\n    "restartPolicy": "Never",\n    "containers": [\n      {\n        "name": "app",\n        "image": "a:1",\n        "securityContext": {\n          "runAsNonRoot": true,\n          "allowPrivilegeEscalation": false,\n          "capabilities": { "drop": ["ALL"] },\n          "seccompProfile": { "type": "RuntimeDefault" }\n        }\n      }\n    ]\n  }\n}\n',
      alternatives: {
        [POD]:
          '{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "spec": {\n    "restartPolicy": "Never",\n    "securityContext": { "runAsNonRoot": true, "seccompProfile": { "type": "RuntimeDefault" } },\n    "containers": [\n      {\n        "name": "app",\n        "image": "a:1",\n        "securityContext": {\n          "allowPrivilegeEscalation": false,\n          "capabilities": { "drop": ["ALL"] }\n        }\n      }\n    ]\n  }\n}\n',
      },
    },
    {
      code: 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: r }\nspec:\n  template:\n    spec:\n      containers:\n        - name: ⟦app⟧\n          image: a:1\n',
      says: says(),
      fixed:
        'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: r }\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: a:1\n          securityContext:\n            runAsNonRoot: true\n            allowPrivilegeEscalation: false\n            capabilities:\n              drop:\n                - ALL\n            seccompProfile:\n              type: RuntimeDefault\n',
    },
  ],
});

import { allowPrivilegeEscalation } from '../../../server/src/rules/kubernetes/allow-privilege-escalation.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const allowed = 'Container `app` allows its processes to gain privileges. Set `allowPrivilegeEscalation: false`.';
const unset =
  'Container `app` does not forbid its processes to gain privileges, and the default allows it. Set `allowPrivilegeEscalation: false`.';
const conflict = (privilege: string) =>
  `Kubernetes rejects container \`app\`: \`allowPrivilegeEscalation: false\` contradicts ${privilege}. Remove one of the two.`;
const implied = (privilege: string) =>
  `Container \`app\` has ${privilege}, with which its processes gain every privilege. Remove it.`;
const harden = 'Harden the container to the Restricted Pod Security Standard';
const hardened = 'runAsNonRoot: true\ncapabilities:\n  drop:\n    - ALL\nseccompProfile:\n  type: RuntimeDefault\n';
const container = (context: string) =>
  `containers:\n  - name: app\n    image: a:1\n    securityContext:\n${context.replaceAll(/^(?=.)/gm, '      ')}`;

testRule(allowPrivilegeEscalation, {
  clean: [
    pod(container('allowPrivilegeEscalation: false\n')),
    pod(`os: { name: windows }\n${container('runAsUser: 1\n')}`),
    pod('containers:\n  - name: app\n'),
    pod('containers:\n  - name: app\n    image: {{ .Values.image }}\n'),
    pod(container('allowPrivilegeEscalation: {{ .Values.escalate }}\n')),
    pod(container('allowPrivilegeEscalation: "false"\n')),
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: patched }\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: a:2\n',
    pod('x: &sc { allowPrivilegeEscalation: false }\ncontainers:\n  - name: app\n    image: a:1\n    securityContext: *sc\n'),
    pod(
      'x: &sc { allowPrivilegeEscalation: no }\ncontainers:\n  - name: app\n    image: a:1\n    securityContext:\n      <<: *sc\n      runAsUser: 1\n',
    ),
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: r }\nrules: []\n',
  ],
  caught: [
    {
      code: pod(container('allowPrivilegeEscalation: ⟦true⟧ # sudo\n')),
      says: allowed,
      fixed: pod(container('allowPrivilegeEscalation: false # sudo\n')),
    },
    {
      code: pod('containers:\n  - name: ⟦app⟧\n    image: a:1 # keep\n'),
      says: unset,
      fixed: pod(
        'containers:\n  - name: app\n    image: a:1 # keep\n    securityContext:\n      allowPrivilegeEscalation: false\n',
      ),
    },
    {
      code: deployment('containers:\n- image: a:1\n  name: "⟦app⟧"\n'.replace('"⟦app⟧"', '⟦"app"⟧')),
      says: unset,
      fixed: deployment('containers:\n- image: a:1\n  name: "app"\n  securityContext:\n    allowPrivilegeEscalation: false\n'),
    },
    {
      code: cronJob('containers:\n  - name: app\n    image: a:1\n    ⟦securityContext⟧:\n    tty: true\n'),
      says: unset,
      fixed: cronJob(
        'containers:\n  - name: app\n    image: a:1\n    securityContext:\n      allowPrivilegeEscalation: false\n    tty: true\n',
      ),
    },
    {
      code: list('initContainers:\n  - name: app\n    image: a:1\n    ⟦securityContext⟧: {} # todo\ncontainers: []\n'),
      says: unset,
      fixed: list(
        'initContainers:\n  - name: app\n    image: a:1\n    securityContext: { allowPrivilegeEscalation: false } # todo\ncontainers: []\n',
      ),
    },
    {
      code: pod(container('runAsUser: 1\ncapabilities:\n  drop: [ALL]\n').replace('securityContext', '⟦securityContext⟧')),
      says: unset,
      fixed: pod(container('runAsUser: 1\ncapabilities:\n  drop: [ALL]\nallowPrivilegeEscalation: false\n')),
    },
    {
      code: pod('ephemeralContainers:\n  - {name: ⟦app⟧, image: a:1}\n'),
      says: unset,
      fixed: pod('ephemeralContainers:\n  - {name: app, image: a:1, securityContext: { allowPrivilegeEscalation: false }}\n'),
    },
    {
      code: pod(container('privileged: true\nallowPrivilegeEscalation: ⟦false⟧\n')),
      says: conflict('`privileged: true`'),
      fixed: pod(container(`privileged: false\nallowPrivilegeEscalation: false\n${hardened}`)),
    },
    {
      code: pod(container('capabilities: { add: [CAP_SYS_ADMIN] }\nallowPrivilegeEscalation: ⟦false⟧\n')),
      says: conflict('the capability `CAP_SYS_ADMIN`'),
    },
    // With the name that is usual Kubernetes accepts the pair, and it is void.
    {
      code: pod(container('capabilities: { add: [⟦SYS_ADMIN⟧] }\nallowPrivilegeEscalation: false\n')),
      says: implied('the capability `SYS_ADMIN`'),
    },
    {
      code: pod(container('privileged: ⟦true⟧\n')),
      says: implied('`privileged: true`'),
      fixed: pod(
        container(`privileged: false\n${hardened.replace('capabilities', 'allowPrivilegeEscalation: false\ncapabilities')}`),
      ),
    },
    {
      code: deployment(container('privileged: true\nallowPrivilegeEscalation: ⟦true⟧\n')),
      says: allowed,
      fixed: deployment(container(`privileged: false\nallowPrivilegeEscalation: false\n${hardened}`)),
    },
    // What else the container asks for is for a person to decide.
    {
      code: pod(container('privileged: ⟦true⟧\ncapabilities: { add: [NET_ADMIN] }\n')),
      says: implied('`privileged: true`'),
    },
    {
      code: pod(
        `securityContext:\n  seccompProfile:\n    type: Localhost\n    localhostProfile: p.json\n${container('allowPrivilegeEscalation: ⟦true⟧ # sudo\nrunAsUser: 7\n')}`,
      ),
      says: allowed,
      fixed: pod(
        `securityContext:\n  seccompProfile:\n    type: Localhost\n    localhostProfile: p.json\n${container('allowPrivilegeEscalation: false # sudo\nrunAsUser: 7\n')}`,
      ),
      alternatives: {
        [harden]: pod(
          `securityContext:\n  seccompProfile:\n    type: Localhost\n    localhostProfile: p.json\n${container('allowPrivilegeEscalation: false # sudo\nrunAsUser: 7\nrunAsNonRoot: true\ncapabilities:\n  drop:\n    - ALL\n')}`,
        ),
      },
    },
    {
      path: 'pod.json',
      code: '{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "spec": {\n    "containers": [\n      {\n        "name": ⟦"app"⟧,\n        "image": "a:1"\n      }\n    ]\n  }\n}\n',
      says: unset,
      fixed:
        '{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "spec": {\n    "containers": [\n      {\n        "name": "app",\n        "image": "a:1",\n        "securityContext": { "allowPrivilegeEscalation": false }\n      }\n    ]\n  }\n}\n',
    },
  ],
});

import { capabilitiesDropAll } from '../../../server/src/rules/kubernetes/capabilities-drop-all.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const kept = 'Container `app` keeps the default Linux capabilities. Drop `ALL`.';
const partly = 'Container `app` drops single capabilities and keeps the others. Drop `ALL`.';
const added = (capability: string) =>
  `Container \`app\` adds the capability \`${capability}\`. Only \`NET_BIND_SERVICE\` may be added.`;
const container = (context: string) =>
  `containers:\n  - name: app\n    image: a:1\n    securityContext:\n${context.replaceAll(/^(?=.)/gm, '      ')}`;

testRule(capabilitiesDropAll, {
  clean: [
    pod(container('capabilities:\n  drop: [ALL]\n')),
    pod(container('capabilities:\n  drop: ["all"]\n')),
    pod(container('capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] }\n')),
    pod(container('capabilities: { drop: [cap_all] }\n')),
    pod(`os:\n  name: windows\n${container('runAsUser: 1\n')}`),
    pod('containers:\n  - name: app\n'),
    pod(container('capabilities:\n  drop: {{ .Values.drop }}\n')),
    pod('containers:\n  - name: app\n    image: {{ .image }}\n    securityContext: {}\n'),
    pod('x: &drop [ALL]\ncontainers:\n  - name: app\n    image: a:1\n    securityContext: { capabilities: { drop: *drop } }\n'),
    pod(container('capabilities:\n- wrong\n')),
  ],
  caught: [
    {
      code: pod('containers:\n  - name: ⟦app⟧\n    image: a:1\n'),
      says: kept,
      fixed: pod(
        'containers:\n  - name: app\n    image: a:1\n    securityContext:\n      capabilities:\n        drop:\n          - ALL\n',
      ),
    },
    {
      code: deployment('containers:\n- name: app\n  image: a:1\n  ⟦securityContext⟧:\n    runAsUser: 1\n'),
      says: kept,
      fixed: deployment(
        'containers:\n- name: app\n  image: a:1\n  securityContext:\n    runAsUser: 1\n    capabilities:\n      drop:\n      - ALL\n',
      ),
    },
    {
      code: cronJob(container('capabilities:\n  ⟦drop⟧:\n    - NET_RAW # ping\n')),
      says: partly,
      fixed: cronJob(container('capabilities:\n  drop:\n    - NET_RAW # ping\n    - ALL\n')),
    },
    {
      code: list(container('capabilities: { ⟦drop⟧: [NET_RAW] }\n')),
      says: partly,
      fixed: list(container('capabilities: { drop: [NET_RAW, ALL] }\n')),
    },
    {
      code: pod(container('capabilities:\n  ⟦drop⟧: []\n')),
      says: partly,
      fixed: pod(container('capabilities:\n  drop: [ALL]\n')),
    },
    {
      code: pod(
        container('capabilities:\n  drop: [ALL]\n  add:\n    - NET_BIND_SERVICE\n    - ⟦SYS_TIME⟧\n    - ⟦CHOWN⟧ # volumes\n'),
      ),
      says: [added('SYS_TIME'), added('CHOWN')],
      fixed: pod(container('capabilities:\n  drop: [ALL]\n  add:\n    - NET_BIND_SERVICE\n')),
    },
    {
      code: pod(container('capabilities:\n  drop: [ALL]\n  add: ["⟦NET_ADMIN⟧"]\n'.replace('"⟦NET_ADMIN⟧"', '⟦"NET_ADMIN"⟧'))),
      says: added('NET_ADMIN'),
      fixed: pod(container('capabilities:\n  drop: [ALL]\n')),
    },
    {
      code: pod(
        'initContainers:\n  - name: app\n    image: a:1\n    securityContext:\n      ⟦capabilities⟧:\n        add: [NET_BIND_SERVICE]\n',
      ),
      says: kept,
      fixed: pod(
        'initContainers:\n  - name: app\n    image: a:1\n    securityContext:\n      capabilities:\n        add: [NET_BIND_SERVICE]\n        drop:\n          - ALL\n',
      ),
    },
    // What a privileged container drops has no effect, but the standard wants it all the same.
    {
      code: pod(container('privileged: true\n').replace('securityContext', '⟦securityContext⟧')),
      says: kept,
      fixed: pod(container('privileged: true\ncapabilities:\n  drop:\n    - ALL\n')),
      alternatives: {
        'Harden the container to the Restricted Pod Security Standard': pod(
          container(
            'privileged: false\nrunAsNonRoot: true\nallowPrivilegeEscalation: false\ncapabilities:\n  drop:\n    - ALL\nseccompProfile:\n  type: RuntimeDefault\n',
          ),
        ),
      },
    },
    {
      code: pod(container('capabilities: { ⟦drop⟧: [NET_RAW] }\nrunAsNonRoot: true\n')),
      says: partly,
      fixed: pod(container('capabilities: { drop: [NET_RAW, ALL] }\nrunAsNonRoot: true\n')),
      alternatives: {
        'Harden the container to the Restricted Pod Security Standard': pod(
          container(
            'capabilities: { drop: [NET_RAW, ALL] }\nrunAsNonRoot: true\nallowPrivilegeEscalation: false\nseccompProfile:\n  type: RuntimeDefault\n',
          ),
        ),
      },
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": ⟦"app"⟧, "image": "b"}]}}',
      says: kept,
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "image": "b", "securityContext": { "capabilities": { "drop": ["ALL"] } }}]}}',
    },
  ],
});

import assert from 'node:assert/strict';
import { createAnalyzer } from '../../server/src/index.ts';

const POD = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  automountServiceAccountToken: false
  containers:
    - name: app
      image: registry.example/web:1.2.3
`;
const PARTS = [
  'kubernetes/allow-privilege-escalation',
  'kubernetes/capabilities-drop-all',
  'kubernetes/read-only-root-filesystem',
  'kubernetes/run-as-non-root',
  'kubernetes/seccomp-profile',
];

const PRIVILEGED = POD.replace('    - name', '    - securityContext: { privileged: true }\n      name');
const PRIVILEGES = [
  'kubernetes/allow-privilege-escalation',
  'kubernetes/capabilities-drop-all',
  'kubernetes/capability-net-raw',
  'kubernetes/privileged-container',
];

const rulesIn = (text: string, config: object): readonly string[] =>
  createAnalyzer({ config, today: '2026-11-23' })
    .analyze([{ path: 'web.yaml', text }])
    .findings.map(({ rule }) => rule);

const shown = (rules: readonly string[], wanted: readonly string[]): readonly string[] =>
  wanted.filter((rule) => rules.includes(rule));

describe('a missing security context', () => {
  it('is one finding in the recommended profile', () => {
    const rules = rulesIn(POD, {});
    assert.equal(rules.filter((rule) => rule === 'kubernetes/security-context-missing').length, 1);
    assert.deepEqual(shown(rules, PARTS), []);
  });

  it('is one finding in the profiles of references that are as brief', () => {
    assert.deepEqual(shown(rulesIn(PRIVILEGED, { profile: 'cis' }), PRIVILEGES), ['kubernetes/privileged-container']);
    assert.deepEqual(shown(rulesIn(PRIVILEGED, { profile: 'nsa' }), PRIVILEGES), ['kubernetes/privileged-container']);
    assert.ok(shown(rulesIn(PRIVILEGED, { profile: 'pss-restricted' }), PRIVILEGES).length > 1);
  });

  it('is told in its parts by every other profile', () => {
    assert.deepEqual(shown(rulesIn(POD, { profile: 'strict' }), PARTS), PARTS);
    assert.deepEqual(shown(rulesIn(POD, { profile: 'all' }), PARTS), PARTS);
    const restricted = PARTS.filter((rule) => !rule.endsWith('read-only-root-filesystem'));
    assert.deepEqual(shown(rulesIn(POD, { profile: 'pss-restricted' }), restricted), restricted);
  });

  it('is told in its parts when someone turned the whole off, and in a part that someone set', () => {
    assert.deepEqual(shown(rulesIn(POD, { rules: { 'kubernetes/security-context-missing': 'off' } }), PARTS), PARTS);
    assert.deepEqual(shown(rulesIn(POD, { rules: { 'kubernetes/seccomp-profile': 'high' } }), PARTS), [
      'kubernetes/seccomp-profile',
    ]);
  });

  it('is told in its parts where a context exists', () => {
    const text = POD.replace('  containers', '  securityContext: { runAsNonRoot: true }\n  containers');
    const rules = rulesIn(text, {});
    assert.ok(!rules.includes('kubernetes/security-context-missing'));
    assert.deepEqual(
      shown(rules, PARTS),
      PARTS.filter((rule) => !rule.endsWith('run-as-non-root')),
    );
  });

  it('leaves no suppression of a part unused', () => {
    const text = POD.replace(
      '    - name',
      '    # larboard-ignore kubernetes/allow-privilege-escalation: it calls ping\n    - name',
    );
    assert.ok(!rulesIn(text, {}).includes('larboard/suppression-unused'));
  });
});

/** A pod with more in its spec, and more in its container. */
const podWith = (spec: string, container = ''): string =>
  POD.replace('  containers', `${spec}  containers`).replace('    - name: app\n', `    - name: app\n${container}`);
const volumeOf = (path: string): string => `  volumes:\n    - name: v\n      hostPath: { path: ${path} }\n`;
const mounted = (readOnly: boolean): string =>
  `      volumeMounts:\n        - { name: v, mountPath: /v, readOnly: ${readOnly} }\n`;
const NODE_FILES = [
  'kubernetes/container-runtime-socket',
  'kubernetes/host-path',
  'kubernetes/host-path-sensitive',
  'kubernetes/host-path-writable',
];
const RBAC = 'apiVersion: rbac.authorization.k8s.io/v1\n';
const BINDING = `---\n${RBAC}kind: ClusterRoleBinding\nmetadata: { name: b }\nroleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: NAME }\nsubjects: [{ kind: ServiceAccount, name: app, namespace: ci }]\n`;
const BOUND = POD.replace('name: web', 'name: web, namespace: ci').replace(
  'automountServiceAccountToken: false',
  'serviceAccountName: app',
);

describe('one cause with several rules', () => {
  const cases: readonly (readonly [what: string, text: string, rules: readonly string[], left: readonly string[]])[] = [
    ['a socket', podWith(volumeOf('/var/run/docker.sock'), mounted(false)), NODE_FILES, ['container-runtime-socket']],
    ['a folder with a socket', podWith(volumeOf('/run'), mounted(false)), NODE_FILES, ['container-runtime-socket']],
    ['a system directory', podWith(volumeOf('/etc'), mounted(false)), NODE_FILES, ['host-path-sensitive']],
    ['a directory that is mounted for writing', podWith(volumeOf('/data'), mounted(false)), NODE_FILES, ['host-path-writable']],
    ['a directory that is mounted for reading', podWith(volumeOf('/data'), mounted(true)), NODE_FILES, ['host-path']],
    [
      'the network of the node',
      podWith('  hostNetwork: true\n', '      ports: [{ containerPort: 80, hostPort: 80 }]\n'),
      ['kubernetes/host-network', 'kubernetes/host-port'],
      ['host-network'],
    ],
    ['no amount of memory', POD, ['kubernetes/memory-limits', 'kubernetes/memory-requests'], ['memory-limits']],
    [
      'no request of memory',
      podWith('', '      resources: { limits: { memory: 1Gi } }\n'),
      ['kubernetes/memory-limits', 'kubernetes/memory-requests'],
      ['memory-requests'],
    ],
    [
      'ingress-nginx',
      POD.replace('registry.example/web:1.2.3', 'k8s.gcr.io/ingress-nginx/controller'),
      ['kubernetes/image-registry', 'kubernetes/image-tag-latest', 'kubernetes/ingress-nginx-version'],
      ['ingress-nginx-version'],
    ],
    [
      'a star for verbs',
      `${RBAC}kind: ClusterRole\nmetadata: { name: a }\nrules: [{ apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: ["*"] }]\n`,
      ['kubernetes/rbac-escalate', 'kubernetes/rbac-wildcard'],
      ['rbac-wildcard'],
    ],
    [
      'a workload that is an administrator',
      BOUND + BINDING.replace('NAME', 'cluster-admin'),
      ['kubernetes/rbac-cluster-admin-binding', 'kubernetes/workload-takeover-role'],
      ['rbac-cluster-admin-binding'],
    ],
    [
      'capabilities of a privileged container',
      PRIVILEGED.replace('privileged: true', 'privileged: true, capabilities: { add: [SYS_ADMIN] }'),
      ['kubernetes/capabilities-baseline', 'kubernetes/capability-sys-admin', 'kubernetes/privileged-container'],
      ['privileged-container'],
    ],
  ];
  for (const [what, text, rules, left] of cases) {
    it(`tells ${what} once`, () => {
      assert.deepEqual(
        shown(rulesIn(text, {}), rules),
        left.map((name) => `kubernetes/${name}`),
      );
    });
  }
});

describe('a name that is known to be malicious', () => {
  const told = (path: string, text: string, config: object = {}): readonly string[] =>
    createAnalyzer({ config, today: '2026-11-23' })
      .analyze([{ path, text }])
      .findings.map(({ rule, severity }) => `${severity} ${rule}`)
      .filter((one) => /malicious|wrong-package-name|typosquat|confusable/.test(one));
  const BAD = ['critical dependencies/malicious-package'];

  it('is one finding in the recommended profile', () => {
    for (const name of ['crossenv', 'd3.js', 'jquery.js', 'mongose', 'nodemailer.js'])
      assert.deepEqual(told('package.json', `{"private":true,"dependencies":{"${name}":"1.0.0"}}`), BAD, name);
    for (const name of ['python3-dateutil', 'jeIlyfish', 'colourama'])
      assert.deepEqual(told('requirements.txt', `${name}==1.0\n`), BAD, name);
    assert.deepEqual(told('go.mod', 'module example.com/m\n\ngo 1.26.0\n\nrequire github.com/boltdb-go/bolt v1.3.1\n'), BAD);
  });

  it('is told by each rule elsewhere', () => {
    assert.equal(told('package.json', '{"private":true,"dependencies":{"crossenv":"1.0.0"}}', { profile: 'all' }).length, 2);
  });
});

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

const rulesIn = (text: string, config: object): readonly string[] =>
  createAnalyzer({ config })
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

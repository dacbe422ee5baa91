import assert from 'node:assert/strict';
import { RULES } from '../../../server/src/rules/index.ts';
import { findingsOf } from '../../support/rule-tester.ts';
import { binding, role, rule } from './roles.ts';

const ABOUT_RIGHTS = [
  'configmap-write',
  'create-pods',
  'create-pv',
  'csr-approval',
  'delete',
  'escalate',
  'modify-status',
  'node-proxy',
  'pod-exec',
  'port-forward',
  'secrets-access',
  'token-create',
  'webhook-config',
].map((name) => `kubernetes/rbac-${name}`);

/** The rules that speak about a text, each with the rule whose finding tells the cause. */
const said = (text: string): readonly (readonly [string, string | undefined])[] =>
  findingsOf(
    RULES.filter(({ meta }) => meta.id.startsWith('kubernetes/rbac-')),
    text,
    '1.34',
  ).map(({ rule: id, summedUpBy }) => [id, summedUpBy] as const);

describe('a role that allows everything', () => {
  it('grants every right, all within the finding about the star', () => {
    const findings = said(role(rule('"*"', '"*"', '"*"'), 'ClusterRole'));
    assert.deepEqual(findings.map(([id]) => id).sort(), [...ABOUT_RIGHTS, 'kubernetes/rbac-wildcard'].sort());
    for (const [id, summedUpBy] of findings)
      assert.equal(summedUpBy, id === 'kubernetes/rbac-wildcard' ? undefined : 'kubernetes/rbac-wildcard');
  });

  it('grants what its group has', () => {
    const findings = said(role(rule('admissionregistration.k8s.io', '"*"', 'update'), 'ClusterRole'));
    assert.deepEqual(findings, [
      ['kubernetes/rbac-webhook-config', 'kubernetes/rbac-wildcard'],
      ['kubernetes/rbac-wildcard', undefined],
    ]);
  });

  it('grants Secrets and nothing else to who only reads', () => {
    const findings = said(role(rule('""', '"*"', 'get'), 'ClusterRole')).map(([id]) => id);
    assert.deepEqual(findings, ['kubernetes/rbac-secrets-access', 'kubernetes/rbac-wildcard']);
  });
});

describe('a binding of the administrators’ group to their role', () => {
  it('is within the finding about the group', () => {
    assert.deepEqual(said(binding('ClusterRole cluster-admin', ['Group system:masters'], 'ClusterRoleBinding')), [
      ['kubernetes/rbac-cluster-admin-binding', 'kubernetes/rbac-system-masters'],
      ['kubernetes/rbac-system-masters', undefined],
    ]);
  });
});

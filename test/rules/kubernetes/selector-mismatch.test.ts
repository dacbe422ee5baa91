import assert from 'node:assert/strict';
import { selectorMismatch } from '../../../server/src/rules/kubernetes/selector-mismatch.ts';
import { findingsOf, testRule } from '../../support/rule-tester.ts';

const deployment = (selector: string, labels: string, kind = 'Deployment'): string =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata:\n  name: web\nspec:\n  selector:\n    ${selector}\n  template:\n${labels}    spec:\n      containers:\n        - name: app\n          image: a:1\n`;
const labelled = (labels: string): string => `    metadata:\n      labels:\n        ${labels}\n`;

testRule(selectorMismatch, {
  clean: [
    deployment('matchLabels: { app: web }', labelled('app: web')),
    deployment('matchLabels: { app: web }', labelled('app: web\n        tier: front')),
    deployment('matchLabels: { version: "1" }', labelled('version: 1')),
    deployment('matchExpressions: [{ key: app, operator: Exists }]', labelled('app: web')),
    deployment('matchLabels: { app: web }', labelled('{{- include "labels" . | nindent 8 }}')),
    deployment('matchLabels: { app: "{{ .Values.app }}" }', labelled('app: web')),
    // A patch: the selector is elsewhere.
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  template:\n    spec: { containers: [] }\n',
    'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec:\n  template:\n    spec: { containers: [] }\n',
    'apiVersion: v1\nkind: ReplicationController\nmetadata: { name: web }\nspec:\n  selector: { app: web }\n  template:\n    metadata: { labels: { app: web } }\n    spec: { containers: [] }\n',
    'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec:\n  selector: { app: web }\n',
  ],
  caught: [
    {
      code: deployment('matchLabels: { app: ⟦web⟧ }', labelled('app: webb')),
      says: 'The selector of Deployment `web` asks for `app: web`, but its pod template says `webb`, so Kubernetes rejects it. Make them agree.',
      fixed: deployment('matchLabels: { app: web }', labelled('app: web')),
    },
    {
      code: deployment('matchLabels: { app: web, tier: ⟦"1"⟧ }', labelled('app: web # the site'), 'StatefulSet'),
      says: 'The selector of StatefulSet `web` asks for the label `tier`, which its pod template does not have, so Kubernetes rejects it. Add it there.',
      fixed: deployment(
        'matchLabels: { app: web, tier: "1" }',
        labelled('app: web # the site\n        tier: "1"'),
        'StatefulSet',
      ),
    },
    {
      code: deployment('matchLabels: { app: ⟦web⟧, tier: front }', ''),
      says: 'The selector of Deployment `web` asks for the label `app`, which its pod template does not have, so Kubernetes rejects it. Add it there.',
      fixed: deployment(
        'matchLabels: { app: web, tier: front }',
        '    metadata:\n      labels:\n        app: web\n        tier: front\n',
      ),
    },
    {
      code: deployment('⟦matchExpressions: [{ key: app, operator: NotIn, values: [web] }]⟧', labelled('app: web'), 'DaemonSet'),
      says: 'The selector of DaemonSet `web` does not match the labels of its pod template, so Kubernetes rejects it. Make them agree.',
    },
    {
      code: 'apiVersion: v1\nkind: ReplicationController\nmetadata: { name: web }\nspec:\n  selector: { app: ⟦web⟧ }\n  template:\n    metadata: { labels: { app: api } }\n    spec: { containers: [] }\n',
      says: 'The selector of ReplicationController `web` asks for `app: web`, but its pod template says `api`, so Kubernetes rejects it. Make them agree.',
      fixed:
        'apiVersion: v1\nkind: ReplicationController\nmetadata: { name: web }\nspec:\n  selector: { app: web }\n  template:\n    metadata: { labels: { app: web } }\n    spec: { containers: [] }\n',
    },
    {
      path: 'web.json',
      code: '{"apiVersion":"apps/v1","kind":"Deployment","spec":{"selector":{"matchLabels":{"app":⟦"1"⟧}},"template":{"metadata":{"labels":{"tier":"x"}},"spec":{"containers":[]}}}}',
      says: 'The selector of Deployment asks for the label `app`, which its pod template does not have, so Kubernetes rejects it. Add it there.',
      fixed:
        '{"apiVersion":"apps/v1","kind":"Deployment","spec":{"selector":{"matchLabels":{"app":"1"}},"template":{"metadata":{"labels":{"tier":"x", "app": "1"}},"spec":{"containers":[]}}}}',
    },
  ],
});

describe('the fix of kubernetes/selector-mismatch', () => {
  const kindOfFix = (more: string): string | undefined =>
    findingsOf([selectorMismatch], `${deployment('matchLabels: { app: web }', labelled('app: webb'))}---\n${more}`, '1.36')[0]
      ?.fixes[0]?.applicability;
  const service = (selector: string) =>
    `apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: ${selector} }\n`;

  it('is suggested only where something else picks the pods by the labels that it replaces', () => {
    assert.equal(kindOfFix(service('{ app: webb }')), 'suggested');
    assert.equal(
      kindOfFix(
        'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: web }\nspec: { selector: { matchLabels: { app: webb } } }\n',
      ),
      'suggested',
    );
  });

  it('is safe where others pick the pods by other labels, or by those that it writes', () => {
    assert.equal(kindOfFix(service('{ app: web }')), 'safe');
    assert.equal(kindOfFix(service('{ app: api }')), 'safe');
  });
});

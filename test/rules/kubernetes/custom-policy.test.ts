import assert from 'node:assert/strict';
import { mergeLayers } from '../../../server/src/engine/config/layers.ts';
import { CONFIG_SHAPE } from '../../../server/src/engine/config/schema.ts';
import { fromObject } from '../../../server/src/engine/config/value.ts';
import type { CustomPolicy } from '../../../server/src/engine/custom-policy.ts';
import { RuleNames } from '../../../server/src/engine/rule-names.ts';
import { customPolicy } from '../../../server/src/rules/kubernetes/custom-policy.ts';
import { testRule } from '../../support/rule-tester.ts';
import { deployment, pod } from './pods.ts';

/** The policies of a configuration, and what is wrong with it. */
function configured(...policies: readonly object[]): {
  readonly policies: readonly CustomPolicy[];
  readonly mistakes: readonly string[];
} {
  const mistakes: string[] = [];
  const content = CONFIG_SHAPE.read(fromObject({ policies }), '', (_, message) => mistakes.push(message)) ?? {};
  const layer = { content, folder: '', from: 'file', path: '.larboard.yaml' } as const;
  const config = mergeLayers([layer], new RuleNames([customPolicy]), (_, __, message) => mistakes.push(message));
  return { policies: config.policies, mistakes };
}

const given = (policy: object) => {
  const { policies, mistakes } = configured(policy);
  assert.deepEqual(mistakes, []);
  return { policies };
};

const owner = {
  name: 'team/owner',
  message: 'Say who owns it.',
  path: 'metadata.labels.owner',
  must: 'exist',
  set: 'nobody',
  severity: 'low',
};
const host = {
  name: 'registry',
  message: 'Use our registry',
  path: 'spec.containers[].image',
  pattern: 'registry\\.example/.+',
  kinds: ['v1/Pod'],
};
const replicas = {
  name: 'two',
  message: 'Run two of them.',
  kinds: ['Deployment'],
  expression: 'object.kind == "Deployment" && (!has(object.spec.replicas) || object.spec.replicas >= 2)',
};
const containers = (image: string): string => `containers:\n- name: app\n  image: ${image}\n`;

testRule(customPolicy, {
  clean: [
    pod(containers('a:1')),
    { code: 'apiVersion: v1\nkind: Pod\nmetadata: { labels: { owner: me } }\n', ...given(owner) },
    { code: pod(containers('registry.example/a:1')), ...given(host) },
    { code: deployment(containers('a:1')), ...given(host) },
    { code: pod(containers('{{ .Values.image }}')), ...given(host) },
    { code: pod('hostname: {{ .Values.name }}\n'), ...given(owner) },
    { code: deployment(containers('a:1')), ...given(replicas) },
    { code: deployment(containers('a:1')).replace('spec:\n', 'spec:\n  replicas: 3\n'), ...given(replicas) },
    { code: deployment(containers('a:1')).replace('spec:\n', 'spec:\n  replicas: {{ .Values.replicas }}\n'), ...given(replicas) },
  ],
  caught: [
    {
      code: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  ⟦labels⟧:\n    app: web # the site\n',
      ...given(owner),
      severity: 'low',
      says: 'Say who owns it. This is the policy `team/owner`.',
      fixed: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n    app: web # the site\n    owner: nobody\n',
    },
    {
      code: pod('initContainers:\n- name: a\n  image: a\n' + containers('⟦docker.io/a:1⟧')),
      ...given(host),
      says: 'Use our registry. This is the policy `registry`.',
    },
    {
      code: deployment(containers('a:1')).replace('name: web\nspec:\n', 'name: ⟦web⟧\nspec:\n  replicas: 1\n'),
      ...given(replicas),
      says: 'Run two of them. This is the policy `two`.',
    },
    {
      code: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: s\nspec:\n  ⟦externalIPs⟧: [1.2.3.4]\n',
      ...given({ name: 'no-external', message: 'No external addresses.', path: 'spec.externalIPs', must: 'not-exist' }),
      says: 'No external addresses. This is the policy `no-external`.',
    },
    {
      code: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: a, annotations: { "example.com/tier": ⟦gold⟧ } }\n',
      ...given({
        name: 'tier',
        message: 'Gold is too dear.',
        path: 'metadata.annotations["example.com/tier"]',
        denied: ['gold'],
        set: 'silver',
      }),
      says: 'Gold is too dear. This is the policy `tier`.',
      fixed: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: a, annotations: { "example.com/tier": silver } }\n',
    },
    {
      code: 'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: { type: ⟦NodePort⟧ }\n',
      ...given({ name: 'type', message: 'Inside only.', path: 'spec.type', allowed: ['ClusterIP'] }),
      says: 'Inside only. This is the policy `type`.',
    },
    {
      code: 'apiVersion: v1\nkind: Pod\nmetadata: { name: ⟦web⟧ }\n',
      ...given({ name: 'broken', message: 'x.', expression: 'object.spec.replicas > 1' }),
      severity: 'info',
      says: 'The policy `broken` could not be checked here: No such key: spec.',
    },
  ],
});

describe('policies of a configuration', () => {
  it('tell what is wrong with them', () => {
    const { policies, mistakes } = configured(
      { name: 'a', message: 'x.' },
      { name: 'b', message: 'x.', must: 'exist' },
      { name: 'c', message: 'x.', path: 'a..b', must: 'exist' },
      { name: 'd', message: 'x.', expression: 'object.(' },
      { name: 'e', message: 'x.', path: 'a', pattern: '(' },
      { name: 'f g', message: 'x.', path: 'a', must: 'exist' },
    );
    assert.deepEqual(policies, []);
    assert.match(mistakes.join('\n'), /The policy "a" demands nothing/);
    assert.match(mistakes.join('\n'), /The policy "b" needs a "path"/);
    assert.match(mistakes.join('\n'), /"policies\[2\]\.path" must be a path such as/);
    assert.match(mistakes.join('\n'), /"policies\[3\]\.expression" must be a CEL expression: /);
    assert.match(mistakes.join('\n'), /"policies\[4\]\.pattern" must be a regular expression: /);
    assert.match(mistakes.join('\n'), /"policies\[5\]\.name" must be a short name/);
  });

  it('replace earlier ones of the same name', () => {
    const { policies } = configured(owner, { ...owner, message: 'Other.' });
    assert.deepEqual(
      policies.map(({ message }) => message),
      ['Other.'],
    );
  });
});

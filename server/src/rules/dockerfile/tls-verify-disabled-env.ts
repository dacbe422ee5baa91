import { dockerfileRule } from '../../engine/rule.ts';
import { deletePair } from './support/pairs.ts';
import { disabledBy } from './support/tls.ts';

export const tlsVerifyDisabledEnv = dockerfileRule(
  {
    id: 'dockerfile/tls-verify-disabled-env',
    title: 'Certificate check switched off by a variable',
    why: 'The variable makes a program accept any certificate, in each command of the build and, set with ENV, in every container. Whoever is on the way can then put another file in place of the one that is downloaded. Install the missing certificate authority instead.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      off: '{name}={value} makes {program} accept any certificate. Delete it.',
    },
    aliases: [
      'checkov:CKV2_DOCKER_12',
      'checkov:CKV2_DOCKER_14',
      'checkov:CKV2_DOCKER_16',
      'checkov:CKV2_DOCKER_5',
      'checkov:CKV2_DOCKER_6',
    ],
    references: ['CWE-295'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const instruction of model.instructionsOf('ENV', 'ARG')) {
      for (const pair of instruction.pairs) {
        const value = pair.value && model.expand(pair.value, instruction).value;
        const program = value === undefined ? undefined : disabledBy(pair.name, value);
        if (value === undefined || program === undefined) continue;
        // With other flags in it only a person can say what is left.
        const isShared = pair.name === 'GOFLAGS' && !/^\S+$/.test(value.trim());
        const edit = instruction.isTrigger || isShared ? undefined : deletePair(model.text, instruction, pair);
        const fixes = edit ? [{ title: `Delete ${pair.name}`, applicability: 'safe', edits: [edit] } as const] : [];
        yield { message: 'off', data: { name: pair.name, value, program }, span: pair.span, fixes };
      }
    }
  },
);

import { dockerfileRule } from '../../engine/rule.ts';
import { commands } from './support/commands.ts';
import { disabledVerification } from './support/tls.ts';

export const tlsVerifyDisabledCommand = dockerfileRule(
  {
    id: 'dockerfile/tls-verify-disabled-command',
    title: 'Certificate check switched off',
    why: 'Without the check of the certificate anyone on the way can put another file in place of the one that is downloaded, and it becomes part of the image. Install the missing certificate authority instead.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { off: '`{flag}` makes {command} accept any certificate, so what it downloads can be replaced on the way.' },
    aliases: [
      'checkov:CKV2_DOCKER_12',
      'checkov:CKV2_DOCKER_13',
      'checkov:CKV2_DOCKER_14',
      'checkov:CKV2_DOCKER_15',
      'checkov:CKV2_DOCKER_16',
      'checkov:CKV2_DOCKER_2',
      'checkov:CKV2_DOCKER_3',
      'checkov:CKV2_DOCKER_4',
      'checkov:CKV2_DOCKER_5',
      'checkov:CKV2_DOCKER_6',
    ],
    references: ['CWE-295'],
    fix: 'safe',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ model, file }) {
    for (const { invocation } of commands(model)) {
      for (const { flag, program, span, edit, title } of disabledVerification(invocation, file.text, model.escape)) {
        const fixes = edit ? [{ title, applicability: 'safe', edits: [edit] } as const] : [];
        yield { message: 'off', data: { flag, command: program ?? (invocation.name || 'the command') }, span, fixes };
      }
    }
  },
);

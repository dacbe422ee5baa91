import { dockerfileRule } from '../../engine/rule.ts';
import { repeatedInstructions } from './support/repeated-instruction.ts';

export const multipleHealthcheck = dockerfileRule(
  {
    id: 'dockerfile/multiple-healthcheck',
    title: 'More than one HEALTHCHECK in a stage',
    why: 'Only the last HEALTHCHECK of a stage counts. What an earlier one checks is never looked at, so a broken container may count as healthy.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { repeated: 'Another HEALTHCHECK follows in this stage, so this one has no effect. Delete it.' },
    aliases: [
      'buildkit:MultipleInstructionsDisallowed',
      'droast:DF041',
      'hadolint:DL3012',
      'kics:do_not_use_multiple_healthcheck',
      'trivy:DS-0023',
    ],
    references: ['https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => repeatedInstructions(model, 'HEALTHCHECK'),
);

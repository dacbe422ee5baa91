import { dockerfileRule } from '../../engine/rule.ts';
import { repeatedInstructions } from './support/repeated-instruction.ts';

export const multipleEntrypoint = dockerfileRule(
  {
    id: 'dockerfile/multiple-entrypoint',
    title: 'More than one ENTRYPOINT in a stage',
    why: 'Only the last ENTRYPOINT of a stage counts. What an earlier one starts, a check or a step down to another user perhaps, never runs.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { repeated: 'Another ENTRYPOINT follows in this stage, so this one has no effect. Delete it.' },
    aliases: [
      'buildkit:MultipleInstructionsDisallowed',
      'droast:DF039',
      'hadolint:DL4004',
      'kics:multiple_entrypoint_instructions_listed',
      'semgrep:multiple-entrypoint-instructions',
      'trivy:DS-0007',
    ],
    references: ['https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => repeatedInstructions(model, 'ENTRYPOINT'),
);

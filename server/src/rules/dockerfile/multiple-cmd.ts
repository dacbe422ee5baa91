import { dockerfileRule } from '../../engine/rule.ts';
import { repeatedInstructions } from './support/repeated-instruction.ts';

export const multipleCmd = dockerfileRule(
  {
    id: 'dockerfile/multiple-cmd',
    title: 'More than one CMD in a stage',
    why: 'Only the last CMD of a stage counts. What an earlier one says never runs, and who reads the file may think that it does.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { repeated: 'Another CMD follows in this stage, so this one has no effect. Delete it.' },
    aliases: [
      'buildkit:MultipleInstructionsDisallowed',
      'dockerfile-utils:MULTIPLE_INSTRUCTIONS',
      'droast:DF038',
      'hadolint:DL4003',
      'kics:multiple_cmd_instructions_listed',
      'tally:buildkit/MultipleInstructionsDisallowed',
      'trivy:DS-0016',
    ],
    references: ['https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => repeatedInstructions(model, 'CMD'),
);

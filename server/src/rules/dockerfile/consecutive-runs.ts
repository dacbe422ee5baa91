import { dockerfileRule } from '../../engine/rule.ts';
import type { CommandInstruction } from '../../model/dockerfile/index.ts';
import { joinRuns } from './support/join-runs.ts';

export const consecutiveRuns = dockerfileRule(
  {
    id: 'dockerfile/consecutive-runs',
    title: 'RUN instructions that could be one',
    why: 'Each RUN makes a layer. Those that belong together are easier to read, and smaller, as one.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: {
      run: 'This RUN follows another one. Join them if they belong together.',
    },
    aliases: [
      'droast:DF003',
      'hadolint:DL3059',
      'kics:multiple_run_add_copy_instructions_listed',
      'tally:tally/prefer-run-heredoc',
    ],
    references: ['https://docs.docker.com/build/building/best-practices/#minimize-the-number-of-layers'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    if (model.isTemplate) return;
    for (const [index, instruction] of model.instructions.entries()) {
      const previous = model.instructions[index - 1];
      if (instruction.keyword !== 'RUN' || previous?.keyword !== 'RUN' || written(instruction) !== written(previous)) continue;
      if (instruction.hereDocuments.length > 0 || previous.hereDocuments.length > 0) continue;
      const edit = joinRuns(model, previous, instruction, file.eol);
      const fixes = edit ? [{ title: 'Join it with the RUN before it', applicability: 'suggested', edits: [edit] } as const] : [];
      yield { message: 'run', span: instruction.keywordSpan, fixes };
    }
  },
);

/** The flags, which must be alike in what is joined. */
const written = ({ flags }: CommandInstruction): string =>
  flags.map(({ name, value }) => `${name}=${value?.text ?? ''}`).join(' ');

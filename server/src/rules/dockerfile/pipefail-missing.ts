import { insertion } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import type { CommandInstruction, Invocation, Stage } from '../../model/dockerfile/index.ts';
import { valueOf } from '../../model/shell/index.ts';
import { familyAt } from './support/base-image.ts';
import { commentsStart } from './support/edits.ts';
import { unnoticedPipe } from './support/unnoticed-pipe.ts';

export const pipefailMissing = dockerfileRule(
  {
    id: 'dockerfile/pipefail-missing',
    title: 'A failure before a pipe goes unnoticed',
    why: 'The status of a pipe is that of its last command, so the build goes on with half a file when the command before it failed. With `pipefail` the whole pipe fails.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      pipe: 'If {command} fails, the build goes on. Set `pipefail`, with SHELL or in the script.',
    },
    aliases: [
      'droast:DF057',
      'hadolint:DL4006',
      'kics:shell_running_a_pipe_without_pipefail_flag',
      'semgrep:set-pipefail',
      'tally:hadolint/DL4006',
    ],
    references: ['https://docs.docker.com/build/building/best-practices/#using-pipes'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    if (model.isTemplate) return;
    /** The first RUN of each stage that wants a SHELL before it: one is enough for all. */
    const first = new Map<Stage, CommandInstruction>();
    for (const instruction of model.instructionsOf('RUN')) {
      if (instruction.hereDocuments.length > 0) continue;
      const { shell } = model.stateAt(instruction) ?? {};
      if (shell?.instruction.elements.some(({ value }) => value.includes('pipefail'))) continue;
      const script = model.script(instruction);
      const pipe = script && unnoticedPipe(script.list);
      const stage = model.stageOf(instruction);
      if (!pipe || !stage || setsPipefail(model.invocations(instruction), pipe.span.start)) continue;
      const family = familyAt(stage);
      const fixes: Fix[] = [];
      const program = family === 'alpine' ? '/bin/ash' : family === undefined || family === 'none' ? undefined : '/bin/bash';
      if (program !== undefined && !shell && !instruction.isTrigger) {
        if (!first.has(stage)) first.set(stage, instruction);
        const { span, keywordText } = first.get(stage) ?? instruction;
        const line = `${keywordText === 'run' ? 'shell' : 'SHELL'} ["${program}", "-o", "pipefail", "-c"]${file.eol}`;
        const edits = [insertion(commentsStart(file.text, span.start), line)] as const;
        fixes.push({ title: 'Set pipefail with SHELL', applicability: 'suggested', edits });
      }
      // The /bin/sh of Debian 12 and older does not know the option.
      const [item] = script.list.items;
      if (item && (shell ? model.dialectAt(instruction) !== 'sh' : family === 'alpine')) {
        const edits = [insertion(item.span.start, `set -o pipefail${item.terminator?.kind === '&' ? ';' : ' &&'} `)] as const;
        fixes.push({ title: 'Set pipefail in this RUN', applicability: 'suggested', edits });
      }
      yield { message: 'pipe', data: { command: pipe.command }, span: pipe.span, fixes };
    }
  },
);

/** Whether `set -o pipefail` stands before `offset`, or a `set` whose options nobody knows. */
const setsPipefail = (invocations: readonly Invocation[], offset: number): boolean =>
  invocations.some(
    ({ name, args, span }) =>
      (name === 'set' || name === 'shopt') &&
      span.start < offset &&
      args.some((word) => (valueOf(word) ?? 'pipefail') === 'pipefail'),
  );

import { dockerfileRule } from '../../engine/rule.ts';
import { insertion } from '../../base/edit.ts';
import type { Span } from '../../base/span.ts';
import { baseNameOf, unwrap, valueOf, type AndOr, type Command, type List } from '../../model/shell/index.ts';
import { familyAt } from './support/base-image.ts';
import { lineStart } from './support/edits.ts';

/** Commands that only print what they are given, and do not fail. */
const CANNOT_FAIL: ReadonlySet<string> = new Set(['echo', 'printf', 'yes', 'true', ':', 'pwd', 'env']);

export const pipefailMissing = dockerfileRule(
  {
    id: 'dockerfile/pipefail-missing',
    title: 'A failure before a pipe goes unnoticed',
    why: 'The status of a pipe is that of its last command, so the build goes on with half a file when the command before it failed. With `pipefail` the whole pipe fails.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      pipe: 'If `{command}` fails, the build goes on. Set `pipefail`, with SHELL or in the script.',
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
    for (const instruction of model.effectiveInstructions()) {
      if (instruction.keyword !== 'RUN' || instruction.hereDocuments.length > 0) continue;
      const { start, end } = instruction.span;
      const shell = model.stateAt(instruction)?.shell;
      if (
        file.text.slice(start, end).includes('pipefail') ||
        shell?.instruction.elements.some(({ value }) => value.includes('pipefail'))
      )
        continue;
      const script = model.script(instruction);
      const pipe = script && unnoticed(script.list);
      const stage = model.stageOf(instruction);
      if (!pipe || !stage) continue;
      const family = familyAt(stage);
      const program = family === 'alpine' ? '/bin/ash' : family === undefined || family === 'none' ? undefined : '/bin/bash';
      const line = `${instruction.keywordText === 'run' ? 'shell' : 'SHELL'} ["${program ?? ''}", "-o", "pipefail", "-c"]${file.eol}`;
      const edits = [insertion(lineStart(file.text, start), line)];
      const fixes =
        program !== undefined && !shell && !instruction.isTrigger
          ? [{ title: `Set pipefail with SHELL`, applicability: 'suggested', edits } as const]
          : [];
      yield { message: 'pipe', data: { command: pipe.command }, span: pipe.span, fixes };
    }
  },
);

interface Pipe {
  readonly command: string;
  readonly span: Span;
}

/** The first pipe of a script whose failure nothing looks at. */
function unnoticed({ items }: List): Pipe | undefined {
  for (const item of items) {
    for (const [index, pipeline] of item.pipelines.entries()) {
      const found = isLookedAt(item, index) ? undefined : pipeIn(pipeline.commands, pipeline.operators);
      if (found && !pipeline.negated) return found;
    }
  }
  return undefined;
}

/** Whether `||` follows, so that somebody has thought of a failure. */
const isLookedAt = ({ operators }: AndOr, index: number): boolean => operators[index]?.kind === '||';

function pipeIn(commands: readonly Command[], operators: readonly { readonly span: Span }[]): Pipe | undefined {
  for (const [index, operator] of operators.entries()) {
    const command = commands[index];
    if (!command || !commands[index + 1]) continue;
    const [first] = command.kind === 'simple' ? unwrap(command.words).words : [];
    const name = command.kind === 'simple' ? baseNameOf((first && valueOf(first)) ?? '') : command.kind;
    if (command.kind === 'simple' && CANNOT_FAIL.has(name)) continue;
    return { command: name === '' ? 'a command' : name, span: operator.span };
  }
  // What is done in the branches of a compound command counts as well, its conditions do not.
  for (const command of commands) {
    if (command.kind !== '(' && command.kind !== '{') continue;
    for (const list of command.lists) {
      const found = unnoticed(list);
      if (found) return found;
    }
  }
  return undefined;
}

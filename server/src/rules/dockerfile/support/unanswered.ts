import { lineage, type Dockerfile, type Stage } from '../../../model/dockerfile/index.ts';
import { pipedFrom, readArguments, valueOf, type Arguments, type OptionSpec } from '../../../model/shell/index.ts';
import { runs } from './commands.ts';
import { appendWord } from './edits.ts';
import { mayHoldOptions } from './package-managers.ts';

/** A package manager that asks before it changes anything. */
export interface Asker {
  readonly names: RegExp;
  readonly options: OptionSpec;
  readonly asks: RegExp;
  /** Options that answer, or with which nothing is asked. */
  readonly quiet: RegExp;
  /** The same for options together. */
  readonly isQuiet?: (given: Arguments) => boolean;
  /** A configuration that answers for all commands behind it. */
  readonly configured: RegExp;
}

/** Commands that ask a question which nobody can answer during a build, with the answer as a fix. */
export function* unanswered(model: Dockerfile, asker: Asker) {
  const configured = configuredStages(model, asker.configured);
  for (const { stage, invocations } of runs(model)) {
    for (const invocation of invocations) {
      if (!asker.names.test(invocation.name)) continue;
      const given = readArguments(invocation.args, asker.options);
      const [command] = given.operands;
      const name = command && valueOf(command);
      if (!command || name === undefined || !asker.asks.test(name)) continue;
      if (invocation.args.some((word) => mayHoldOptions(word, model.text))) continue;
      if (given.options.some((option) => asker.quiet.test(option.name)) || asker.isQuiet?.(given)) continue;
      const isFed = invocation.redirections.some(({ operator }) => operator.startsWith('<') || operator.startsWith('0<'));
      // What xargs is fed with are arguments.
      if ((isFed || pipedFrom(invocation)) && !invocation.wrappers.some((wrapper) => wrapper.name === 'xargs')) continue;
      if (configured.size > 0 && lineage(stage).some((each) => (configured.get(each) ?? Infinity) < invocation.span.end))
        continue;
      yield {
        message: 'asks',
        data: { command: `${invocation.name} ${name}` },
        span: command.span,
        fixes: [{ title: 'Add -y', applicability: 'safe', edits: [appendWord(invocation, command, '-y')] }],
      } as const;
    }
  }
}

/** Where each stage first writes a configuration that answers for all commands behind it. */
function configuredStages(model: Dockerfile, pattern: RegExp): ReadonlyMap<Stage, number> {
  const offsets = new Map<Stage, number>();
  for (const instruction of model.instructions) {
    const stage = model.stageOf(instruction);
    if (!stage || offsets.has(stage)) continue;
    const { start, end } = instruction.span;
    const at = model.text.slice(start, end).search(pattern);
    if (at >= 0) offsets.set(stage, start + at);
  }
  return offsets;
}

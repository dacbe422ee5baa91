import type { Span } from '../../../base/span.ts';
import { baseNameOf, isCondition, unwrap, valueOf, type AndOr, type Command, type List } from '../../../model/shell/index.ts';

/** Commands that only print what they are given, and do not fail. */
const CANNOT_FAIL: ReadonlySet<string> = new Set(['echo', 'printf', 'yes', 'true', ':', 'pwd', 'env']);

export interface Pipe {
  /** What may fail, in words. */
  readonly command: string;
  /** Of the operator. */
  readonly span: Span;
}

/** The first pipe of a script whose failure nothing looks at. */
export function unnoticedPipe({ items }: List): Pipe | undefined {
  for (const item of items) {
    const handled = handledIn(item);
    for (const [index, { commands, operators, negated }] of item.pipelines.entries()) {
      const found = negated || handled[index] ? undefined : pipeIn(commands, operators);
      if (found) return found;
    }
  }
  return undefined;
}

/** For each pipeline, whether `||` follows, so that somebody has thought of a failure. Who only gives up then is not told of one. */
function handledIn({ pipelines, operators }: AndOr): readonly boolean[] {
  let isHandled = false;
  return pipelines
    .map((_, index, { length }) => {
      const at = length - 1 - index;
      if (operators[at]?.kind === '||') {
        const next = pipelines[at + 1]?.commands[0];
        isHandled = !(next?.kind === 'simple' && /^(?:exit|false|return)$/.test(nameOf(next)));
      }
      return isHandled;
    })
    .reverse();
}

function pipeIn(commands: readonly Command[], operators: readonly { readonly span: Span }[]): Pipe | undefined {
  for (const [index, { span }] of operators.entries()) {
    const command = commands[index];
    if (!command || !commands[index + 1] || !canFail(command)) continue;
    const name = nameOf(command);
    return { command: name === '' ? 'the command before it' : `\`${name}\``, span };
  }
  // What is done in compound commands counts as well, but not their conditions, nor what is only defined.
  for (const command of commands) {
    if (command.kind === 'simple' || command.kind === 'function') continue;
    for (const [index, list] of command.lists.entries()) {
      const found = isCondition(command, index) ? undefined : unnoticedPipe(list);
      if (found) return found;
    }
  }
  return undefined;
}

/** The base name of a simple command's program; empty when it is not known. */
function nameOf(command: Command): string {
  const [first] = command.kind === 'simple' ? unwrap(command.words).words : [];
  return baseNameOf((first && valueOf(first)) ?? '');
}

function canFail(command: Command): boolean {
  if (command.kind === 'simple') return !CANNOT_FAIL.has(nameOf(command));
  if (command.kind !== '(' && command.kind !== '{') return true;
  return command.lists.some(({ items }) =>
    items.some(({ pipelines }) => pipelines.some(({ commands }) => commands.some(canFail))),
  );
}

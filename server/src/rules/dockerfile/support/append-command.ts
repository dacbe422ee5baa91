import { insertion, type Edit } from '../../../base/edit.ts';
import type { CommandInstruction, Dockerfile, Invocation } from '../../../model/dockerfile/index.ts';
import type { Pipeline } from '../../../model/shell/index.ts';
import { lineStart, nextLine } from './edits.ts';
import { isRoot, userAt } from './user.ts';

/** Whether a command that must be run as root can be appended behind `last`: what is done with sudo may not be possible without it. */
export function mayAppend(model: Dockerfile, last: Invocation, instruction: CommandInstruction): boolean {
  const user = userAt(model, instruction);
  return !last.wrappers.some(({ name }) => name === 'sudo') || (user?.isCertain === true && isRoot(user.name));
}

/** Appends `command` to the commands that `last` is among, in the style in which they are joined; undefined where that could mean something else. */
export function appendCommand(
  { text }: Dockerfile,
  { place }: Invocation,
  instruction: CommandInstruction,
  command: string,
  endsAtFailure: boolean,
): Edit | undefined {
  // Where the exit status is only asked for, one more command would change the answer.
  if (!place || place.isTested) return undefined;
  const { andOr } = place;
  const { end } = andOr.span;
  // Half typed or in the background, one more command would mean something else.
  if (andOr.operators.length >= andOr.pipelines.length || andOr.terminator?.kind === '&') return undefined;
  if (andOr.terminator && andOr === place.list.items.at(-1)) {
    // The last command gives the exit status, which the appended one must not hide; only `set -e` ends the script before it.
    if (!endsAtFailure) return insertion(end, ` && ${command}`);
    if (andOr.pipelines.length > 1) return undefined;
  }
  const start = lineStart(text, andOr.span.start);
  const next = nextLine(text, end);
  const indent = text.slice(start, andOr.span.start);
  const isDocumentLine =
    end > instruction.command.span.end && next > end && indent.trim() === '' && andOr.terminator?.kind === '\n';
  if (isDocumentLine) return insertion(next, `${indent}${command}${text.slice(next - (text[next - 2] === '\r' ? 2 : 1), next)}`);
  // Under `set -e` a failure before `&&` no longer ends the script, so among commands that `;` separates it stays a command of its own.
  if (andOr.terminator) return insertion(end, `; ${command}`);
  const previous = andOr.operators.at(-1)?.kind === '&&' ? andOr.pipelines.at(-2) : undefined;
  return insertion(end, jointOf(text, previous, andOr.pipelines.at(-1)) + command);
}

/**
 * The same right behind the pipeline of `last`, for a command that needs the folder and the programs that were there for `last`: what follows may
 * delete them.
 */
export function insertCommand(
  model: Dockerfile,
  last: Invocation,
  instruction: CommandInstruction,
  command: string,
  endsAtFailure: boolean,
): Edit | undefined {
  const { place } = last;
  if (!place) return undefined;
  const { andOr, pipeline } = place;
  const index = andOr.pipelines.indexOf(pipeline);
  const next = andOr.pipelines[index + 1];
  if (!next) return appendCommand(model, last, instruction, command, endsAtFailure);
  // Between a command and its `||`, one more would change what the answer is.
  if (place.isTested || andOr.operators[index]?.kind !== '&&' || andOr.terminator?.kind === '&') return undefined;
  return insertion(pipeline.span.end, jointOf(model.text, pipeline, next) + command);
}

/** How two pipelines are joined by `&&`, line breaks and indentation included. */
function jointOf(text: string, left: Pipeline | undefined, right: Pipeline | undefined): string {
  const joint = left && right ? text.slice(left.span.end, right.span.start) : '';
  return /^[\s\\`]*&&[\s\\`]*$/.test(joint) ? joint : ' && ';
}

/** Whether `-e` is set, by the script or by SHELL. */
export function endsAtFailure(model: Dockerfile, instruction: CommandInstruction): boolean {
  const shell = model.stateAt(instruction)?.shell?.instruction;
  const { start, end } = instruction.span;
  return (
    /(?:\bset|sh)\s+(?:-\w+\s+)*-[a-z]*e|errexit/.test(model.text.slice(start, end)) ||
    (shell?.elements.some(({ value }) => /^-[a-z]*e|^errexit$/.test(value)) ?? false)
  );
}

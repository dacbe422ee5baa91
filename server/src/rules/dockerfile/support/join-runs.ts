import type { Edit } from '../../../base/edit.ts';
import type { CommandInstruction, Dockerfile } from '../../../model/dockerfile/index.ts';
import { hasCommentLine } from './edits.ts';

/** What changes the shell for the commands behind it, or ends it. */
const LASTS = /^(?:\.|alias|cd|exec|exit|export|popd|pushd|return|set|shopt|source|trap|ulimit|umask|unset)?$/;

/** Joins two RUN instructions that follow each other with `&&`; undefined where that would change what fails, or lose something. */
export function joinRuns(
  model: Dockerfile,
  first: CommandInstruction,
  second: CommandInstruction,
  eol: string,
): Edit | undefined {
  const [one, two] = [model.script(first), model.script(second)];
  if (!one || !two || first.isTrigger || first.hereDocuments.length + second.hereDocuments.length > 0) return undefined;
  if (first.flags.length > 0 || second.flags.length > 0 || one.comments.length > 0 || one.list.items.length !== 1)
    return undefined;
  // So does an assignment without a command.
  const isOver = one.list.items[0]?.pipelines.every(({ commands }) =>
    commands.every((command) => command.kind !== 'simple' || command.words.length > 0),
  );
  if (!isOver || model.invocations(first).some(({ name }) => LASTS.test(name))) return undefined;
  const [only, ...others] = two.list.items;
  const isChain = only?.operators.every(({ kind }) => kind === '&&') && !only.terminator && others.length === 0;
  const between = { start: first.span.end, end: second.command.span.start };
  if (!isChain || one.list.items[0]?.terminator || hasCommentLine(model.text.slice(between.start, between.end))) return undefined;
  return { span: between, newText: ` ${model.escape}${eol}    && ` };
}

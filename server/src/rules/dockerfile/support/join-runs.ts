import type { Edit } from '../../../base/edit.ts';
import type { CommandInstruction, Dockerfile } from '../../../model/dockerfile/index.ts';
import type { List, Script } from '../../../model/shell/index.ts';

/** What changes the shell for the commands behind it, or ends it. */
const LASTS =
  /^(?:\.|alias|cd|declare|eval|exec|exit|export|let|popd|pushd|readonly|return|set|shift|shopt|source|trap|typeset|ulimit|umask|unalias|unset)?$/;

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
  if (leavesTraces(one.list) || setsWhatIsUsed(one, two)) return undefined;
  if (model.invocations(first).some(({ name, wrappers }) => LASTS.test(name) || wrappers.some((each) => each.name === 'exec')))
    return undefined;
  const [only, ...others] = two.list.items;
  const isChain = only?.operators.every(({ kind }) => kind === '&&') && !only.terminator && others.length === 0;
  if (!isChain || one.list.items[0]?.terminator) return undefined;
  const between = { start: first.span.end, end: second.command.span.start };
  // Comments may stand between the lines of an instruction; empty lines had better not.
  const comments = model.text
    .slice(between.start, between.end)
    .split(/\r\n|[\r\n]/)
    .filter((line) => /^[ \t]*#/.test(line));
  const lines = [` ${model.escape}`, ...comments, `${indentation(model, first, second)}&& `];
  return { span: between, newText: lines.join(eol) };
}

/** Whether a list sets variables or functions that live on behind it. */
const leavesTraces = ({ items }: List): boolean =>
  items.some(({ pipelines }) =>
    pipelines.some(({ commands }) =>
      commands.some((command) =>
        command.kind === 'simple'
          ? command.words.length === 0 && command.assignments.length > 0
          : command.kind === 'function' || (command.kind !== '(' && command.lists.some(leavesTraces)),
      ),
    ),
  );

/** What gives a variable its value without an assignment. */
const SETS = /\b(?:for|select|read(?:[ \t]+-\w+)*|getopts[ \t]+\S+)[ \t]+([A-Za-z_]\w*)/g;

/** Whether a script sets a variable that the other one has its own idea of. */
const setsWhatIsUsed = (one: Script, two: Script): boolean =>
  Array.from(one.source.text.matchAll(SETS), ([, name = '']) => name).some((name) =>
    new RegExp(String.raw`\$\{?[#!]?${name}\b`).test(two.source.text),
  );

/** How far continued lines are indented in the two instructions, or else in the file. */
function indentation({ text, escape }: Dockerfile, ...instructions: readonly CommandInstruction[]): string {
  const continued = new RegExp(String.raw`${escape === '\\' ? '\\\\' : escape}[ \t]*(?:\r\n|[\r\n])([ \t]+)(?=[^ \t\r\n#])`);
  for (const { span } of instructions) {
    const found = continued.exec(text.slice(span.start, span.end));
    if (found?.[1] !== undefined) return found[1];
  }
  return continued.exec(text)?.[1] ?? '    ';
}

import { isPosix, dialectOf } from './dialect.ts';
import { MappedTextBuilder, type MappedText } from './mapped-text.ts';
import { baseNameOf } from './names.ts';
import type { Command, Redirection, Word } from './syntax.ts';
import { contentOf, valueOf } from './value.ts';
import { unwrap } from './wrappers.ts';

/**
 * Scripts that a command is given as text: operand of `-c`, arguments of `eval`, a here-document, a here-string, or what the command `before` it in
 * the pipeline prints, where that is plain text.
 */
export function fedScripts(
  name: string,
  args: readonly Word[],
  redirections: readonly Redirection[],
  before: Command | undefined,
): readonly MappedText[] {
  if (name === 'eval') return args.length > 0 ? [joined(args)] : [];
  if (name === 'su' || name === 'runuser') {
    const option = args.findIndex((word) => /^(?:-c|--command)$/.test(valueOf(word) ?? ''));
    const script = option >= 0 ? args[option + 1] : undefined;
    return script ? [contentOf(script)] : standardInput(redirections);
  }
  if (!isPosix(dialectOf(name))) return [];
  const { script, operands } = shellScript(args);
  if (script) return [contentOf(script)];
  if (operands > 0) return [];
  const input = standardInput(redirections);
  return input.length > 0 || before === undefined ? input : printed(before);
}

/** The operand of `-c` among a shell's arguments, and how many other operands there are (a script's path). */
function shellScript(args: readonly Word[]): { readonly script: Word | undefined; readonly operands: number } {
  let command = false;
  let standardInput = false;
  for (let index = 0; index < args.length; index++) {
    const word = args[index];
    if (!word) break;
    const value = valueOf(word);
    if (value === '-') continue;
    if (!value || !/^[-+][A-Za-z-]/.test(value))
      return command ? { script: word, operands: 0 } : { script: undefined, operands: standardInput ? 0 : args.length - index };
    if (value.startsWith('--')) continue;
    if (value.includes('c')) command = true;
    if (value.startsWith('-') && value.includes('s')) standardInput = true;
    if (/[oO]$/.test(value)) index++;
  }
  return { script: undefined, operands: 0 };
}

/** What here-documents and here-strings hold; the last one wins. */
function standardInput(redirections: readonly Redirection[]): readonly MappedText[] {
  const last = redirections.findLast(({ operator }) => /^0?<(?:<[<-]?)?$/.test(operator));
  if (last?.operator.endsWith('<<<')) return last.target ? [contentOf(last.target)] : [];
  const document = last?.hereDocument;
  if (!document) return [];
  const { body, quoted, parts, bodySpan } = document;
  return [quoted ? body : contentOf({ span: bodySpan, parts, source: body })];
}

/** What `cat <<EOF` or `echo …` writes into a pipe. */
function printed(command: Command): readonly MappedText[] {
  if (command.kind !== 'simple') return [];
  const [first, ...args] = unwrap(command.words).words;
  const name = first && baseNameOf(valueOf(first) ?? '');
  const flags = args.findIndex((word) => !/^-[A-Za-z]+$/.test(valueOf(word) ?? ''));
  const operands = flags < 0 ? [] : args.slice(flags);
  if (name === 'cat' && operands.every((word) => valueOf(word) === '-')) return standardInput(command.redirections);
  return name === 'echo' && operands.length > 0 ? [joined(operands)] : [];
}

function joined(words: readonly Word[]): MappedText {
  const builder = new MappedTextBuilder(words[0]?.span.start);
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    if (before) builder.addWhole(' ', before.span.end, Math.max(before.span.end, word.span.start));
    builder.addMapped(contentOf(word));
  }
  return builder.build();
}

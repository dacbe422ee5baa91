import { MappedTextBuilder, type MappedText } from './mapped-text.ts';
import type { Variable, Word, WordPart } from './syntax.ts';

/** The value of a variable, or undefined when it is not known. */
export type Lookup = (name: string) => string | undefined;

/** A value that grows beyond this is treated as unknown: `A=$A$A` doubles with every line. */
export const MAX_VALUE = 65_536;

const NOTHING_KNOWN: Lookup = () => undefined;

/** What a word stands for after quotes and expansions, globs kept as text; undefined when an expansion in it is unknown. */
export function valueOf(word: Pick<Word, 'parts'>, lookup: Lookup = NOTHING_KNOWN): string | undefined {
  let value = '';
  for (const part of word.parts) {
    const piece = partValue(part, lookup);
    if (piece === undefined) return undefined;
    value += piece;
    if (value.length > MAX_VALUE) return undefined;
  }
  return value;
}

function partValue(part: WordPart, lookup: Lookup): string | undefined {
  switch (part.kind) {
    case 'literal':
    case 'glob':
      return part.value;
    case 'single-quoted':
    case 'double-quoted':
      return valueOf(part, lookup);
    case 'variable':
      return variableValue(part, lookup);
    default:
      return undefined;
  }
}

function variableValue({ name, modifier }: Variable, lookup: Lookup): string | undefined {
  const value = lookup(name);
  if (!modifier) return value;
  switch (modifier.operator) {
    case ':-':
    case ':=':
      return value === undefined ? undefined : value === '' ? valueOf(modifier.operand, lookup) : value;
    case '-':
    case '=':
    case ':?':
    case '?':
      return value;
    case ':+':
      return value === undefined ? undefined : value === '' ? '' : valueOf(modifier.operand, lookup);
    default:
      return undefined;
  }
}

/** Whether the shell would split the word's value at white space: it has an expansion outside quotes. */
export const isSplit = (word: Word): boolean =>
  word.parts.some((part) => part.kind === 'variable' || part.kind === 'command-substitution');

/**
 * The text of a word as the script that it is for `sh -c`: quotes and escapes decoded, variables kept, because the inner shell sees what
 * the outer one put there, and command substitutions replaced by an unknown variable, because the outer shell has run them.
 */
export function contentOf(word: Word): MappedText {
  const builder = new MappedTextBuilder(word.span.start);
  addContent(builder, word.parts, word.source);
  return builder.build();
}

function addContent(builder: MappedTextBuilder, parts: readonly WordPart[], source: MappedText): void {
  for (const part of parts) {
    switch (part.kind) {
      case 'literal':
      case 'glob': {
        // An escaped character stands for both its characters, so that an edit cannot tear them apart.
        if (part.kind === 'literal' && part.end - part.start === 1) builder.add(part.value, part.span.start, part.span.end);
        else builder.addMapped(source, part.start, part.end);
        break;
      }
      case 'single-quoted':
      case 'double-quoted':
        addContent(builder, part.parts, source);
        break;
      case 'variable':
        builder.addWhole(`\${${part.name}}`, part.span.start, part.span.end);
        break;
      default:
        builder.addWhole('$__', part.span.start, part.span.end);
    }
  }
}

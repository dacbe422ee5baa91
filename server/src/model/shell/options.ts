import type { Span } from '../../base/span.ts';
import type { Word } from './syntax.ts';
import { valueOf, type Lookup } from './value.ts';

/** Which options of a command take a value in the next word. */
export interface OptionSpec {
  /** Letters: `-o value`; in a cluster the rest of the word is the value. */
  readonly short?: string;
  /** Names without dashes: `--option value`. */
  readonly long?: readonly string[];
  /** Long options start with one dash too (`-name`): no clusters. */
  readonly singleDash?: boolean;
}

export interface Option {
  /** With its dashes: `-y`, `--yes`. */
  readonly name: string;
  /** The option without its value; in a cluster its one letter. */
  readonly span: Span;
  readonly word: Word;
  /** Undefined when it has none or it is not known. */
  readonly value: string | undefined;
  /** The word that holds the value when that is not the option's own. */
  readonly valueWord: Word | undefined;
  /** Whether the word holds other options too. */
  readonly clustered: boolean;
}

export interface Arguments {
  readonly options: readonly Option[];
  readonly operands: readonly Word[];
  /** A word that is not known may hold any option. */
  readonly unknown: boolean;
}

/** Sorts a command's arguments into options and operands, as getopt_long does with permuted arguments. */
export function readArguments(args: readonly Word[], spec: OptionSpec = {}, lookup?: Lookup): Arguments {
  const options: Option[] = [];
  const operands: Word[] = [];
  let unknown = false;
  let onlyOperands = false;
  for (let index = 0; index < args.length; index++) {
    const word = args[index];
    if (!word) break;
    const value = valueOf(word, lookup);
    if (onlyOperands) operands.push(word);
    else if (value === '--') onlyOperands = true;
    else if (value === undefined) {
      const head = literalHead(word);
      if (head.startsWith('--') && head.includes('=')) {
        const name = head.slice(0, head.indexOf('='));
        options.push({ name, span: piece(word, 0, name.length), word, value: undefined, valueWord: undefined, clustered: false });
      } else {
        if (head === '' || head.startsWith('-')) unknown = true;
        operands.push(word);
      }
    } else if (!value.startsWith('-') || value.length < 2) operands.push(word);
    else if (value.startsWith('--') || spec.singleDash) index += readLong(word, value, args[index + 1], spec, lookup, options);
    else index += readCluster(word, value, args[index + 1], spec, lookup, options);
  }
  return { options, operands, unknown };
}

/** Both give how many further words were read. */
function readLong(
  word: Word,
  text: string,
  next: Word | undefined,
  spec: OptionSpec,
  lookup: Lookup | undefined,
  options: Option[],
): number {
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  const takesNext = equals < 0 && next !== undefined && spec.long?.includes(name.replace(/^-+/, '')) === true;
  const value = equals >= 0 ? text.slice(equals + 1) : takesNext ? valueOf(next, lookup) : undefined;
  options.push({
    name,
    span: piece(word, 0, name.length),
    word,
    value,
    valueWord: takesNext ? next : undefined,
    clustered: false,
  });
  return takesNext ? 1 : 0;
}

function readCluster(
  word: Word,
  text: string,
  next: Word | undefined,
  spec: OptionSpec,
  lookup: Lookup | undefined,
  options: Option[],
): number {
  const clustered = text.length > 2;
  for (let at = 1; at < text.length; at++) {
    const letter = text.charAt(at);
    const common = { name: `-${letter}`, span: clustered ? piece(word, at, at + 1) : word.span, word };
    if (!spec.short?.includes(letter)) {
      options.push({ ...common, value: undefined, valueWord: undefined, clustered });
      continue;
    }
    const own = at + 1 < text.length;
    const value = own ? text.slice(at + 1) : next && valueOf(next, lookup);
    options.push({ ...common, value, valueWord: own ? undefined : next, clustered: at > 1 });
    return own || !next ? 0 : 1;
  }
  return 0;
}

/** What a word certainly begins with. */
export function literalHead(word: Word): string {
  let head = '';
  for (const part of word.parts) {
    const known = valueOf({ parts: [part] });
    if (known === undefined) break;
    head += known;
  }
  return head;
}

/** The span of characters of a word's value, exact where the word is one plain text, else the whole word. */
function piece(word: Word, start: number, end: number): Span {
  const first = word.parts[0];
  const plain = first?.kind === 'single-quoted' || first?.kind === 'double-quoted' ? first.parts[0] : first;
  if (plain?.kind !== 'literal' || end > plain.value.length) return word.span;
  return word.source.span(plain.start + start, plain.start + end);
}

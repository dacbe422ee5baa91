import type { ShellReader } from './reader.ts';
import { listOf, readRedirections } from './simple-command.ts';
import type { CompoundCommand, List, Word } from './syntax.ts';
import { arithmeticEnd, readWord } from './words.ts';

type ReadList = (reader: ShellReader, stops: () => boolean) => List;
type Kind = CompoundCommand['kind'];

const RESERVED = /(?:if|then|elif|else|fi|for|select|while|until|do|done|case|esac|in|function|\[\[|[{}])(?=[\s;&|()<>]|$)/y;

/** The reserved word at the reader, if there is one; it is recognised only where a command may start. */
function reservedWord(reader: ShellReader): string | undefined {
  RESERVED.lastIndex = reader.at;
  return RESERVED.exec(reader.text)?.[0];
}

const startsWithReserved =
  (reader: ShellReader, ...words: readonly string[]) =>
  (): boolean =>
    words.includes(reservedWord(reader) ?? '');

/** Reads a compound command if one starts here. */
export function parseCompound(reader: ShellReader, readList: ReadList): CompoundCommand | undefined {
  if (reader.peek() === '(') return nested(reader, '(', () => readParentheses(reader, readList));
  const word = reservedWord(reader);
  switch (word) {
    case '{':
      return nested(reader, '{', () => readBlock(reader, readList, '{', ['}']));
    case 'if':
      return nested(reader, 'if', () => readBlock(reader, readList, 'if', ['then', 'elif', 'else', 'fi']));
    case 'while':
    case 'until':
      return nested(reader, word, () => readBlock(reader, readList, word, ['do', 'done']));
    case 'for':
    case 'select':
      return nested(reader, word, () => readFor(reader, readList, word));
    case 'case':
      return nested(reader, 'case', () => readCase(reader, readList));
    case '[[':
      return nested(reader, '[[', () => readTest(reader));
    case 'function':
      return nested(reader, 'function', () => readNamedFunction(reader, readList));
    default:
      return undefined;
  }
}

interface Contents {
  readonly words?: readonly Word[];
  readonly lists?: readonly List[];
  readonly closed: boolean;
}

function nested(reader: ShellReader, kind: Kind, read: () => Contents & { readonly kind?: Kind }): CompoundCommand {
  const start = reader.at;
  const contents = reader.nested<ReturnType<typeof read>>(read, () => ({ closed: false }));
  const closedAt = reader.span(start).end;
  const redirections = readRedirections(reader);
  const end = Math.max(closedAt, redirections.at(-1)?.span.end ?? 0);
  return {
    kind: contents.kind ?? kind,
    span: { start: reader.span(start).start, end },
    words: contents.words ?? [],
    lists: contents.lists ?? [],
    redirections,
    closed: contents.closed,
  };
}

function readParentheses(reader: ShellReader, readList: ReadList): Contents & { readonly kind?: Kind } {
  const end = reader.peek(1) === '(' ? arithmeticEnd(reader, reader.at) : undefined;
  if (end !== undefined) {
    reader.at = end;
    return { kind: '((', closed: true };
  }
  reader.at++;
  const list = readList(reader, () => reader.peek() === ')');
  const closed = reader.peek() === ')';
  if (closed) reader.at++;
  return { lists: [list], closed };
}

/** Lists between reserved words; the last of `words` closes the command. */
function readBlock(reader: ShellReader, readList: ReadList, opening: string, words: readonly string[]): Contents {
  reader.at += opening.length;
  const lists: List[] = [];
  const stops = startsWithReserved(reader, ...words);
  for (;;) {
    lists.push(readList(reader, stops));
    const word = reservedWord(reader);
    if (reader.atEnd || word === undefined) return { lists, closed: false };
    reader.at += word.length;
    if (word === words.at(-1)) return { lists, closed: true };
  }
}

function readFor(reader: ShellReader, readList: ReadList, opening: string): Contents {
  reader.at += opening.length;
  reader.skipBlanks();
  const words: Word[] = [];
  const arithmetic = reader.startsWith('((') ? arithmeticEnd(reader, reader.at) : undefined;
  if (arithmetic === undefined) readWords(reader, words);
  else reader.at = arithmetic;
  while (reader.peek() === ';') reader.at++;
  reader.skipLines();
  if (words.length === 1 && reservedWord(reader) === 'in') readWords(reader, words);
  while (reader.peek() === ';') reader.at++;
  reader.skipLines();
  const opened = reservedWord(reader);
  if (opened !== 'do' && opened !== '{') return { words, closed: false };
  return { words, ...readBlock(reader, readList, opened, [opened === 'do' ? 'done' : '}']) };
}

function readWords(reader: ShellReader, words: Word[]): void {
  for (;;) {
    reader.skipBlanksAndComment();
    const word = readWord(reader);
    if (word.parts.length === 0) return;
    words.push(word);
  }
}

function readCase(reader: ShellReader, readList: ReadList): Contents {
  reader.at += 'case'.length;
  reader.skipBlanks();
  const words: Word[] = [readWord(reader)];
  const lists: List[] = [];
  reader.skipLines();
  if (reservedWord(reader) === 'in') reader.at += 2;
  const endsClause = (): boolean => reader.startsWith(';;') || reader.startsWith(';&') || reservedWord(reader) === 'esac';
  for (;;) {
    reader.skipLines();
    if (reader.atEnd) return { words, lists, closed: false };
    if (reservedWord(reader) === 'esac') {
      reader.at += 'esac'.length;
      return { words, lists, closed: true };
    }
    const before = reader.at;
    readPatterns(reader, words);
    lists.push(readList(reader, endsClause));
    while (reader.peek() === ';' || (reader.at > before && reader.peek() === '&')) reader.at++;
    if (reader.at === before) reader.at++;
  }
}

/** `(a | b)` or `a | b)`. */
function readPatterns(reader: ShellReader, words: Word[]): void {
  if (reader.peek() === '(') reader.at++;
  for (;;) {
    readWords(reader, words);
    if (reader.peek() !== '|') break;
    reader.at++;
  }
  if (reader.peek() === ')') reader.at++;
}

/** `[[ … ]]`, whose operators are no operators of commands. */
function readTest(reader: ShellReader): Contents {
  reader.at += 2;
  const words: Word[] = [];
  for (;;) {
    reader.skipLines();
    if (reader.atEnd) return { words, closed: false };
    const start = reader.at;
    const word = readWord(reader);
    if (reader.at === start) reader.at++;
    else if (reader.text.slice(start, reader.at) === ']]') return { words, closed: true };
    else words.push(word);
  }
}

function readNamedFunction(reader: ShellReader, readList: ReadList): Contents {
  reader.at += 'function'.length;
  reader.skipBlanks();
  const words = [readWord(reader)];
  reader.skipBlanks();
  if (reader.peek() === '(') {
    reader.at++;
    reader.skipBlanks();
    if (reader.peek() === ')') reader.at++;
  }
  reader.skipLines();
  const body = parseCompound(reader, readList);
  if (!body) return { words, closed: false };
  return { words, lists: [listOf(body)], closed: body.closed };
}

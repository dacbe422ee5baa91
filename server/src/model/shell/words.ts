import { MappedTextBuilder } from './mapped-text.ts';
import { ShellReader } from './reader.ts';
import type { CommandSubstitution, DoubleQuoted, Literal, SingleQuoted, Variable, Word, WordPart } from './syntax.ts';

const WORD_END = /[\s|&;()<>]/;
const PLAIN = /[^\s|&;()<>\\'"$`*?[]+/y;
const PLAIN_IN_QUOTES = /[^"\\$`]+/y;
const PLAIN_IN_BRACES = /[^}\\'"$`]+/y;
const PLAIN_IN_HEREDOC = /[^\\$`]+/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*|[0-9]|[@*#?$!-]/y;
const BRACED_NAME = /[A-Za-z_][A-Za-z0-9_]*|[0-9]+|[@*#?$!-]/y;
const OPERATOR = /:?[-=+?]|##?|%%?|\/[/#%]?|\^\^?|,,?|:|@|\[/y;

/** Reads a word. The reader stands on its first character; a word of no characters is read where none starts. */
export function readWord(reader: ShellReader): Word {
  const start = reader.at;
  const parts: WordPart[] = [];
  while (!reader.atEnd) {
    const char = reader.peek();
    if ((char === '<' || char === '>') && reader.peek(1) === '(' && reader.at === start) {
      parts.push(readSubstitution(reader, 2));
      continue;
    }
    if (WORD_END.test(char)) break;
    const part = readPart(reader, char);
    if (part) parts.push(part);
  }
  return { span: reader.span(start), parts, source: reader.source };
}

function readPart(reader: ShellReader, char: string): WordPart | undefined {
  switch (char) {
    case "'":
      return readSingleQuoted(reader, 1);
    case '"':
      return readDoubleQuoted(reader, 1);
    case '\\':
      return readEscape(reader, () => true);
    case '$':
      return readDollar(reader, false);
    case '`':
      return readBackticks(reader);
    case '*':
    case '?':
    case '[': {
      const start = reader.at++;
      return { kind: 'glob', span: reader.span(start), value: char, start, end: reader.at };
    }
    default:
      return readPlain(reader, PLAIN);
  }
}

function readPlain(reader: ShellReader, pattern: RegExp): Literal {
  const start = reader.at;
  pattern.lastIndex = start;
  const length = pattern.exec(reader.text)?.[0].length ?? 1;
  reader.at = Math.min(start + Math.max(length, 1), reader.end);
  return literal(reader, start, reader.at);
}

const literal = (reader: ShellReader, start: number, end: number, from = start): Literal => ({
  kind: 'literal',
  span: reader.span(from, end),
  value: reader.text.slice(start, end),
  start,
  end,
});

/** A backslash escapes what `escapes` says; before anything else it stays. A joined line gives nothing. */
function readEscape(reader: ShellReader, escapes: (char: string) => boolean): Literal | undefined {
  const start = reader.at;
  const next = reader.peek(1);
  if (next === '\n') {
    reader.at += 2;
    return undefined;
  }
  if (next === '' || !escapes(next)) {
    reader.at++;
    return literal(reader, start, reader.at);
  }
  reader.at += 2;
  return literal(reader, start + 1, reader.at, start);
}

/** `opening` is the length of what opens it: `'` or `$'`. */
function readSingleQuoted(reader: ShellReader, opening: number): SingleQuoted {
  const start = reader.at;
  const from = start + opening;
  let close = reader.text.indexOf("'", from);
  if (opening === 2) while (close > 0 && isEscaped(reader.text, close, from)) close = reader.text.indexOf("'", close + 1);
  const end = close < 0 || close >= reader.end ? reader.end : close;
  reader.at = Math.min(end + 1, reader.end);
  const parts = end > from ? [literal(reader, from, end)] : [];
  return { kind: 'single-quoted', span: reader.span(start), parts };
}

function isEscaped(text: string, at: number, from: number): boolean {
  let backslashes = 0;
  while (at - backslashes > from && text[at - backslashes - 1] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

function readDoubleQuoted(reader: ShellReader, opening: number): DoubleQuoted {
  const start = reader.at;
  reader.at += opening;
  const parts = readQuotedParts(reader, PLAIN_IN_QUOTES, '"');
  if (reader.peek() === '"') reader.at++;
  return { kind: 'double-quoted', span: reader.span(start), parts };
}

/** The parts up to `close` (not consumed) or the reader's end. */
function readQuotedParts(reader: ShellReader, plain: RegExp, close: string): WordPart[] {
  const parts: WordPart[] = [];
  while (!reader.atEnd && reader.peek() !== close) {
    const part = readQuotedPart(reader, plain, close === '' ? '$`\\' : '$`"\\');
    if (part) parts.push(part);
  }
  return parts;
}

/** `escapable`: what a backslash escapes. */
function readQuotedPart(reader: ShellReader, plain: RegExp, escapable: string): WordPart | undefined {
  switch (reader.peek()) {
    case '\\':
      return readEscape(reader, (char) => escapable.includes(char));
    case '$':
      return readDollar(reader, true);
    case '`':
      return readBackticks(reader);
    default:
      return readPlain(reader, plain);
  }
}

/** The parts of an unquoted here-document's body. */
export const readHereDocumentParts = (reader: ShellReader): WordPart[] => readQuotedParts(reader, PLAIN_IN_HEREDOC, '');

function readDollar(reader: ShellReader, quoted: boolean): WordPart {
  const start = reader.at;
  const next = reader.peek(1);
  if (next === '(') return readArithmetic(reader) ?? readSubstitution(reader, 2);
  if (next === '{') return readBraces(reader);
  if (!quoted && next === "'") return readSingleQuoted(reader, 2);
  if (!quoted && next === '"') return readDoubleQuoted(reader, 2);
  NAME.lastIndex = start + 1;
  const name = start + 1 < reader.end ? NAME.exec(reader.text)?.[0] : undefined;
  reader.at = Math.min(start + 1 + (name?.length ?? 0), reader.end);
  if (name === undefined) return literal(reader, start, reader.at);
  return { kind: 'variable', span: reader.span(start), name, nameSpan: reader.span(start + 1) };
}

function readBraces(reader: ShellReader): Variable {
  const start = reader.at;
  reader.at += 2;
  if (reader.peek() === '#' || reader.peek() === '!') {
    BRACED_NAME.lastIndex = reader.at + 1;
    // `${#name}` is a length and `${!name}` an indirection: neither is the variable's value.
    if (BRACED_NAME.test(reader.text) && reader.peek(1) !== '}') reader.at++;
  }
  const prefixed = reader.at > start + 2;
  BRACED_NAME.lastIndex = reader.at;
  const name = reader.atEnd ? '' : (BRACED_NAME.exec(reader.text)?.[0] ?? '');
  const nameStart = reader.at;
  reader.at = Math.min(reader.at + name.length, reader.end);
  const nameSpan = reader.span(nameStart);
  OPERATOR.lastIndex = reader.at;
  const operator = prefixed ? '#' : reader.atEnd ? '' : (OPERATOR.exec(reader.text)?.[0] ?? '');
  if (!prefixed) reader.at = Math.min(reader.at + operator.length, reader.end);
  const operandStart = reader.at;
  const parts = reader.nested(
    () => readOperand(reader),
    () => [],
  );
  const operand: Word = { span: reader.span(operandStart), parts, source: reader.source };
  if (reader.peek() === '}') reader.at++;
  const span = reader.span(start);
  return operator === '' && parts.length === 0
    ? { kind: 'variable', span, name, nameSpan }
    : { kind: 'variable', span, name, nameSpan, modifier: { operator, operand } };
}

function readOperand(reader: ShellReader): WordPart[] {
  const parts: WordPart[] = [];
  while (!reader.atEnd && reader.peek() !== '}') {
    const char = reader.peek();
    const part =
      char === "'"
        ? readSingleQuoted(reader, 1)
        : char === '"'
          ? readDoubleQuoted(reader, 1)
          : readQuotedPart(reader, PLAIN_IN_BRACES, '$`"\\}');
    if (part) parts.push(part);
  }
  return parts;
}

/** `$((…))`, if its parentheses balance; otherwise it is a subshell in a substitution. */
function readArithmetic(reader: ShellReader): WordPart | undefined {
  const start = reader.at;
  const end = reader.peek(2) === '(' ? arithmeticEnd(reader, start + 1) : undefined;
  if (end === undefined) return undefined;
  reader.at = end;
  return { kind: 'arithmetic', span: reader.span(start) };
}

/** Where the `((` at `start` ends, if what closes it is `))`. */
export function arithmeticEnd(reader: ShellReader, start: number): number | undefined {
  if (start >= reader.arithmeticFailedAt) return undefined;
  let open = 0;
  for (let at = start; at < reader.end; at++) {
    const char = reader.text[at];
    if (char === '(') open++;
    else if (char === ')' && --open === 1 && reader.text[at + 1] === ')') return at + 2 <= reader.end ? at + 2 : undefined;
    else if (open === 0) return undefined;
  }
  reader.arithmeticFailedAt = start;
  return undefined;
}

/** `opening` is the length of `$(`, `<(` or `>(`. */
function readSubstitution(reader: ShellReader, opening: number): CommandSubstitution {
  const start = reader.at;
  reader.at += opening;
  const list = reader.nested(
    () => reader.parseSubstitution(reader),
    () => ({ span: reader.span(start), items: [] }),
  );
  return { kind: 'command-substitution', span: reader.span(start), list };
}

function readBackticks(reader: ShellReader): CommandSubstitution {
  const start = reader.at++;
  const content = new MappedTextBuilder(reader.span(reader.at, reader.at).start);
  while (!reader.atEnd && reader.peek() !== '`') {
    const from = reader.at;
    if (reader.peek() === '\\' && '`\\$'.includes(reader.peek(1) || ' ')) {
      const { start: originStart, end: originEnd } = reader.span(from, from + 2);
      content.add(reader.peek(1), originStart, originEnd);
      reader.at += 2;
      continue;
    }
    const next = nextOf(reader.text, from + 1);
    reader.at = Math.min(next, reader.end);
    content.addMapped(reader.source, from, reader.at);
  }
  if (reader.peek() === '`') reader.at++;
  const inner = new ShellReader(content.build(), reader);
  const list = reader.nested(
    () => reader.parseSubstitution(inner),
    () => ({ span: reader.span(start), items: [] }),
  );
  reader.comments.push(...inner.comments);
  return { kind: 'command-substitution', span: reader.span(start), list };
}

const SPECIAL = /[`\\]/g;
function nextOf(text: string, from: number): number {
  SPECIAL.lastIndex = from;
  return SPECIAL.exec(text)?.index ?? text.length;
}

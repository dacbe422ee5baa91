import type { Span } from '../../../base/span.ts';

export type Language = 'groovy' | 'kotlin';

export interface Token {
  /** `mark` is one character of punctuation, or a two-character operator that continues a statement. */
  readonly kind: 'word' | 'string' | 'number' | 'mark' | 'break';
  /** Of a string, what is between its quotes, as written. */
  readonly text: string;
  /** Inside the quotes of a string. */
  readonly span: Span;
  /** The quotes of a string included. */
  readonly outer: Span;
  /** Of a string: whether `$` inserts values into it. */
  readonly inserts: boolean;
  /** Of a string: whether a backslash is only itself. */
  readonly isRaw: boolean;
}

export interface Lexed {
  readonly tokens: readonly Token[];
  readonly comments: readonly Span[];
}

const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const NUMBER = /\d[\w]*(?:\.\d\w*)*/y;
const OPERATOR = /\?\.|\?:|->|==|!=|\+=|&&|\|\||::|\.\.|[^]/y;
/** Behind these a slash divides; elsewhere it opens a string. */
const IS_VALUE: ReadonlySet<string> = new Set([')', ']', '}']);

/**
 * Cuts a build script of Gradle into tokens (https://groovy-lang.org/syntax.html, https://kotlinlang.org/spec/syntax-and-grammar.html). A string that is not closed ends
 * with its line, and so does a comment: a lost quote spoils one line only. Linear.
 */
export function lex(text: string, language: Language): Lexed {
  const tokens: Token[] = [];
  const comments: Span[] = [];
  // Nothing is closed behind these: looking again would take quadratic time.
  const unclosed = new Set<string>();
  const plain = { until: 0 };
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (text.startsWith('#!', at)) comments.push({ start: at, end: (at = lineEnd(text, at)) });
  const push = (kind: Token['kind'], end: number): void => {
    const span = { start: at, end };
    tokens.push({ kind, text: text.slice(at, end), span, outer: span, inserts: false, isRaw: false });
    at = end;
  };
  const pushString = (quote: string, close: number, end: number, inserts: boolean, isRaw: boolean): void => {
    const span = { start: Math.min(at + quote.length, end), end: close };
    tokens.push({
      kind: 'string',
      text: text.slice(span.start, close),
      span,
      outer: { start: at, end },
      inserts,
      isRaw,
    });
    at = end;
  };
  while (at < text.length) {
    const char = text[at] ?? '';
    if (char === ' ' || char === '\t' || char === '\f' || char === '\u00a0' || char === '\ufeff') at++;
    else if (char === '\n' || char === '\r') push('break', char === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1);
    else if (char === '\\' && /[\r\n]/.test(text[at + 1] ?? '')) at += text.startsWith('\r\n', at + 1) ? 3 : 2;
    else if (text.startsWith('//', at)) comments.push({ start: at, end: (at = lineEnd(text, at)) });
    else if (text.startsWith('/*', at)) comments.push({ start: at, end: (at = commentEnd(text, at, language, unclosed)) });
    else if ((char === '"' || char === "'") && isStrayQuote(text, at)) push('mark', at + 1);
    else if (char === '"' || char === "'") {
      const triple = char.repeat(3);
      const isTriple = text.startsWith(triple, at) && !unclosed.has(triple) && (char === '"' || language === 'groovy');
      const isRaw = isTriple && language === 'kotlin';
      const close = isTriple ? closing(text, at + 3, triple, isRaw) : -1;
      if (isTriple && close < 0) unclosed.add(triple);
      if (close >= 0) pushString(triple, close, close + 3, char === '"', isRaw);
      else {
        const found = stringEnd(text, at, char, plain);
        const end = unclosedEnd(text, at, found) ?? found;
        pushString(char, end, text[end] === char ? end + 1 : end, char === '"', false);
      }
    } else if (language === 'groovy' && text.startsWith('$/', at) && !unclosed.has('/$') && slashOpens(tokens.at(-1))) {
      const close = text.indexOf('/$', at + 2);
      if (close < 0) {
        unclosed.add('/$');
        push('mark', at + 1);
      } else pushString('$/', close, close + 2, true, true);
    } else if (language === 'groovy' && char === '/' && slashOpens(tokens.at(-1))) {
      const end = stringEnd(text, at, '/', plain);
      if (text[end] === '/') pushString('/', end, end + 1, true, true);
      else push('mark', at + 1);
    } else if (char === '`') {
      const end = stringEnd(text, at, '`', plain);
      const closed = text[end] === '`';
      const span = { start: at + 1, end };
      tokens.push({ kind: 'word', text: text.slice(at + 1, end), span, outer: { start: at, end }, inserts: false, isRaw: true });
      at = closed ? end + 1 : end;
    } else {
      const [kind, end] = kindAt(text, at);
      // The line break before a statement is lost: `api 'a:b:1'api 'c:d:1'`.
      if (kind === 'word' && endsStatement(tokens.at(-1)) && STATEMENT.test(text.slice(at, Math.min(end, at + 60))))
        push('break', at);
      push(kind, end);
    }
  }
  return { tokens, comments };
}

/** Words that begin a statement and stand behind no value. */
const STATEMENT =
  /^(?:def|val|var|kapt|ksp|api|compile|runtime|classpath|implementation|\w+(?:Implementation|Api|Only|Compile|Runtime|Classpath|Processor))$/;

const endsStatement = (last: Token | undefined): boolean =>
  last !== undefined && (last.kind === 'string' || (last.kind === 'mark' && last.text === ')'));

/** A quote directly behind a name or number closes a string whose opening quote is lost: `implementation a:b:1'`. */
const isStrayQuote = (text: string, at: number): boolean =>
  /[\w.+-]/.test(text[at - 1] ?? '') && /^.(?:[\s,;)\]}]|$)/s.test(text.slice(at, at + 2));

/**
 * Where a string ends whose closing quote is lost: before the brackets and commas that its line ends with, or where the next string begins. Undefined for one that is
 * closed as strings are.
 */
function unclosedEnd(text: string, start: number, end: number): number | undefined {
  if (/[\r\n]/.test(text[end] ?? '\n')) {
    const tail = /(?:['"]?[)\]},;][)\]},;\s{]*|\s+)$/.exec(text.slice(Math.max(start + 1, end - 40), end));
    if (tail === null) return undefined;
    const stop = end - tail[0].length;
    // The brace of `${name}` is none of those.
    return text[stop] === '}' && /\$\{[^{}]*$/.test(text.slice(Math.max(start + 1, stop - 100), stop)) ? stop + 1 : stop;
  }
  // `'a:b:1; api 'c:d:2'`: the quote in front of a name opens the next string.
  if (!/[\p{L}]/u.test(text[end + 1] ?? '')) return undefined;
  const cut = text.slice(start + 1, end).search(/[,;)]\s?/);
  return cut < 0 ? undefined : start + 1 + cut;
}

function kindAt(text: string, at: number): ['word' | 'number' | 'mark', number] {
  WORD.lastIndex = NUMBER.lastIndex = OPERATOR.lastIndex = at;
  if (WORD.test(text)) return ['word', WORD.lastIndex];
  if (NUMBER.test(text)) return ['number', NUMBER.lastIndex];
  OPERATOR.test(text);
  return ['mark', OPERATOR.lastIndex];
}

/** A slash after a value divides; after a name it may do either, and almost always divides. */
const slashOpens = (before: Token | undefined): boolean =>
  before === undefined || before.kind === 'break' || (before.kind === 'mark' && !IS_VALUE.has(before.text));

function lineEnd(text: string, from: number): number {
  const breaks = /[\r\n]/g;
  breaks.lastIndex = from;
  return breaks.exec(text)?.index ?? text.length;
}

/** Kotlin's comments nest. One whose end was lost ends with its line, and so does one before the next that begins a line. */
function commentEnd(text: string, from: number, language: Language, unclosed: Set<string>): number {
  if (unclosed.has('*/')) return lineEnd(text, from);
  const marks = /\*\/|\/\*/g;
  marks.lastIndex = from + 2;
  let depth = 1;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === '*/') depth--;
    else if (/(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, mark.index - 40), mark.index))) return lineEnd(text, from);
    // `src/**/*.java` in a comment opens nothing that anybody closes.
    else if (language === 'kotlin' && /[\s]/.test(text[mark.index - 1] ?? '')) depth++;
    if (depth === 0) return mark.index + 2;
  }
  unclosed.add('*/');
  return lineEnd(text, from);
}

/** Where a string over several lines ends; -1 if it does not. */
function closing(text: string, from: number, quotes: string, isRaw: boolean): number {
  let close = text.indexOf(quotes, from);
  if (!isRaw) while (close > 0 && text[close - 1] === '\\') close = text.indexOf(quotes, close + 1);
  // Further quotes belong to the string: `""""a""""`.
  while (close >= 0 && isRaw && text[close + 3] === '"') close++;
  return close;
}

/** The offset of the closing quote, or of the end of the line without one. A quote inside `${…}` does not close, unless the line leaves that open. */
function stringEnd(text: string, from: number, quote: string, plain: { until: number }): number {
  let depth = 0;
  let first = -1;
  const inserts = quote === '"' && from >= plain.until;
  let at = from + 1;
  for (; at < text.length; at++) {
    const char = text[at];
    if (char === '\n' || char === '\r') break;
    if (char === '\\' && depth === 0 && !/[\r\n]/.test(text[at + 1] ?? '\n')) at++;
    else if (inserts && char === '$' && text[at + 1] === '{') {
      depth++;
      at++;
    } else if (depth > 0 && char === '{') depth++;
    else if (depth > 0 && char === '}') depth--;
    else if (char === quote) {
      if (depth === 0) return at;
      if (first < 0) first = at;
    }
  }
  // `"${a"` has lost its bracket: the rest of the line is read without insertions.
  if (depth > 0) plain.until = at;
  return depth > 0 && first >= 0 ? first : at;
}

import type { Span } from '../../../base/span.ts';
import type { Dependency, Group } from '../dependency.ts';
import { lacksOne } from '../misspelt.ts';
import { pythonTokens, type PythonToken } from './python-tokens.ts';
import { parseRequirement } from './requirement.ts';

/** What `setup` calls its lists of requirements (https://setuptools.pypa.io/en/latest/references/keywords.html). */
const LISTS: ReadonlyMap<string, readonly Group[]> = new Map<string, readonly Group[]>([
  ['install_requires', []],
  ['setup_requires', []],
  ['tests_require', ['dev']],
  ['extras_require', ['optional']],
]);

/** Calls that give back what they are given. */
const COPIES = new Set(['list', 'tuple', 'set', 'sorted', 'dict']);
/** Deeper nesting, or longer chains of variables, are not written by people. */
const MAX_DEPTH = 20;
const MAX_QUOTES = 12;
/** Longer lines are not written by people. */
const LONGEST_LINE = 2000;

/**
 * The requirements that setup.py asks for, as far as its text tells them without being run: literal texts in the lists of `setup`, in variables that stand in their place,
 * and what is added to those. What is computed is left out.
 * @param tokens of the text, with the ends of lines
 */
export function setupRequirements(text: string, tokens: readonly PythonToken[]): Dependency[] {
  const found = new Reader(tokens).read();
  const open = tokens.find((token) => !isClosed(token));
  if (!open) return found;
  const repaired = withLostQuote(text, open, found);
  // A lost quote of a text over many lines swaps texts and program: without the right one of the quotes left the most can be read.
  const quotes = [...text.matchAll(/"{3}|'{3}/g)].slice(0, MAX_QUOTES);
  const others = quotes.map(({ index }) => {
    const { tokens: other } = pythonTokens(`${text.slice(0, index)}   ${text.slice(index + 3)}`);
    return new Reader(other).read();
  });
  return others.reduce((best, one) => (one.length > best.length ? one : best), repaired);
}

/** UTF-16 units that are read at most to find where a quote was lost. */
const BUDGET = 1_000_000;
/** Where a text may begin or end: at a bracket, a comma, a colon or an equals sign. */
const EDGES = /(?<=(?:^|[[({,:=])[ \t]{0,40})(?=[\w.])|(?<=[\w.*)\]])(?=[ \t]{0,40}(?:[\])},:]|$))/g;

const BETWEEN = /^\s*(?:[\]),}=]|:\s)|[[{(=]\s{0,40}$/;

/** The requirements with a quote at the place in its line where the most can be read, if these are more; else `found`. */
function withLostQuote(text: string, open: PythonToken, found: Dependency[]): Dependency[] {
  const { start, end } = open.span;
  // A backslash continues a text on the next line.
  if (text.slice(0, end).endsWith('\\') || /^\w*(?:"{3}|'{3})/.test(text.slice(start, start + 6))) return found;
  const quote = text[(open.inner?.start ?? start + 1) - 1] ?? '';
  const from = Math.max(text.lastIndexOf('\n', start), text.lastIndexOf('\r', start)) + 1;
  const line = text.slice(from, end);
  if (line.length > LONGEST_LINE) return found;
  let [best, budget] = [found, BUDGET];
  for (const { index } of line.matchAll(EDGES)) {
    if ((budget -= text.length) < 0) break;
    const at = from + index;
    const { tokens } = pythonTokens(`${text.slice(0, at)}${quote}${text.slice(at)}`);
    // What stands between two texts has become one.
    if (
      tokens.some(({ span, inner, text: inside }) => inner && span.start >= from && span.end <= end + 1 && BETWEEN.test(inside))
    )
      continue;
    const read = new Reader(tokens.map((token) => unshifted(token, at))).read();
    if (read.length > best.length) best = read;
  }
  return best;
}

/** A token of a text with one character more at `at`. */
function unshifted(token: PythonToken, at: number): PythonToken {
  const move = ({ start, end }: Span): Span => ({ start: start > at ? start - 1 : start, end: end > at ? end - 1 : end });
  return { ...token, span: move(token.span), ...(token.inner && { inner: move(token.inner) }) };
}

class Reader {
  readonly #tokens: readonly PythonToken[];
  /** Where the values begin that a name is given: `name = …`, `name += …`, `name.append(…`, `name['x'] = …`. */
  readonly #values = new Map<string, number[]>();
  readonly #read = new Set<number>();
  /** Names that statements begin with. */
  readonly #statements = new Set<number>();
  readonly #seen = new Set<number>();
  readonly #found: Dependency[] = [];
  #list = '';
  /** Nothing that people write is read more often than this: a hostile text must cost no more. */
  #steps: number;
  /** What was read reaches to here. */
  #end = 0;
  /** How often a variable may be looked for under a like name. */
  #guesses = 10;
  /** How many variables stand for one another. */
  #chain = 0;

  constructor(tokens: readonly PythonToken[]) {
    this.#tokens = tokens;
    this.#steps = 1000 + 10 * tokens.length;
    let depth = 0;
    for (const [index, { kind, text, span }] of tokens.entries()) {
      const before = tokens[index - 1];
      // A statement: a lost bracket must not make all that follows an argument.
      if (before?.kind === 'line-end' && before.span.end === span.start && kind === 'name') depth = 0;
      if (kind === 'operator' && /^[[({]$/.test(text)) depth++;
      else if (kind === 'operator' && /^[\])}]$/.test(text)) depth--;
      if (depth === 0 && kind === 'name' && this.#isFirst(index)) this.#statements.add(index);
      const start = this.#statements.has(index) ? this.#assignedAt(index + 1) : undefined;
      if (start === undefined) continue;
      const known = this.#values.get(text);
      if (known) known.push(start);
      else this.#values.set(text, [start]);
    }
  }

  read(): Dependency[] {
    for (const [index, { kind, text }] of this.#tokens.entries()) {
      if ((kind !== 'name' && kind !== 'string') || index < this.#end) continue;
      const list = listCalled(text);
      if (list === undefined) {
        if (kind === 'name') this.#glued(text);
        continue;
      }
      this.#list = list;
      const start = this.#valueBehind(index);
      if (start !== undefined)
        this.#end = Math.max(this.#end, this.#once(start, this.#statements.has(index) || this.#text(index + 1) === ']'));
      if (kind === 'name') this.#variable(text);
    }
    return this.#found.sort((a, b) => a.span.start - b.span.start);
  }

  /** A list and its variable, between which the equals sign is lost. */
  #glued(name: string): void {
    const list = [...LISTS.keys()].find((one) => name.startsWith(one));
    if (list === undefined || !this.#values.has(name.slice(list.length))) return;
    this.#list = list;
    this.#variable(name.slice(list.length));
  }

  /** Where the value of a list begins: `list=…`, `'list': …`, `['list'] = …`. */
  #valueBehind(index: number): number | undefined {
    const next = this.#text(index + 1);
    if (this.#tokens[index]?.kind === 'name')
      return next === '=' ? index + 2 : next === '{' || this.#isList(index + 1) ? index + 1 : undefined;
    if (next === ']' && this.#text(index + 2) === '=') return index + 3;
    let before = index - 1;
    while (this.#tokens[before]?.kind === 'line-end') before--;
    return next === ':' && /^[{,]$/.test(this.#text(before)) ? index + 2 : undefined;
  }

  /** Where the value ends. */
  #once(start: number, isStatement: boolean): number {
    if (this.#read.has(start)) return start;
    this.#read.add(start);
    // Behind an equals sign a line ends only where a bracket is lost.
    const first = isStatement ? this.#behindLineEnds(start) : start;
    if (first > start && this.#tokens[first]?.kind === 'string') return this.#bracket(start - 1, 1);
    return this.#expression(start, isStatement ? 0 : 1, isStatement);
  }

  #variable(name: string): void {
    const known = this.#values.has(name) ? name : this.#misspelt(name);
    const starts = this.#values.get(known);
    if (starts === undefined || this.#chain > MAX_DEPTH) return;
    this.#values.delete(known);
    this.#chain++;
    for (const start of starts) this.#once(start, true);
    this.#chain--;
  }

  /** The variable that is meant by a name that stands nowhere else. */
  #misspelt(name: string): string {
    if (this.#guesses-- <= 0) return '';
    let count = 0;
    for (const { text } of this.#tokens) if (text === name) count++;
    if (count > 1) return '';
    return [...this.#values.keys()].find((one) => lacksOne(one, name) || lacksOne(name, one)) ?? '';
  }

  #text = (index: number): string => {
    const token = this.#tokens[index];
    return token === undefined || token.kind === 'string' ? '' : token.text;
  };

  #isFirst(index: number): boolean {
    const before = this.#tokens[index - 1];
    return before === undefined || before.kind === 'line-end' || before.text === ':' || before.text === ';';
  }

  /** Where an equals sign is lost: a list of texts, which is no subscript. */
  #isList(index: number): boolean {
    if (this.#text(index) !== '[') return false;
    const first = this.#behindLineEnds(index + 1);
    return this.#tokens[first]?.kind === 'string' && this.#text(first + 1) !== ']';
  }

  #behindLineEnds(index: number): number {
    let at = index;
    while (this.#tokens[at]?.kind === 'line-end') at++;
    return at;
  }

  /** Behind a name that begins a statement: where the value begins that it is given. */
  #assignedAt(index: number): number | undefined {
    const text = this.#text(index);
    if (text === '=' || text === '+=') return index + 1;
    if (text === '.' && /^(?:append|extend|update|insert)$/.test(this.#text(index + 1)) && this.#text(index + 2) === '(')
      return index + 2;
    if (
      text === '[' &&
      this.#tokens[index + 1]?.kind === 'string' &&
      this.#text(index + 2) === ']' &&
      this.#text(index + 3) === '='
    )
      return index + 4;
    if (this.#isList(index)) return index;
    // `name: list[str] = …`
    if (text !== ':') return undefined;
    for (let at = index + 1; at < index + 10 && this.#tokens[at]?.kind !== 'line-end'; at++)
      if (this.#text(at) === '=') return at + 1;
    return undefined;
  }

  /** Reads the expression at `index`, up to a comma or a closing bracket; a statement ends with its line. Returns where it ends. */
  #expression(index: number, depth: number, isStatement = false): number {
    let at = index;
    while (at < this.#tokens.length && this.#steps-- > 0) {
      const { kind } = this.#tokens[at] ?? {};
      const text = this.#text(at);
      if (text === ',') {
        // Behind a lost bracket another text belongs to the same list.
        const next = isStatement ? at + 1 : this.#behindLineEnds(at + 1);
        if (depth > 1 || this.#tokens[next]?.kind !== 'string' || this.#text(next + 1) === ':') return at;
        at = next;
      } else if (/^[\])};]$/.test(text) || (kind === 'line-end' && isStatement)) return at;
      else if (kind === 'string') at = this.#string(at, !isStatement);
      else if (/^[[({]$/.test(text)) at = this.#bracket(at, depth + 1);
      else if (text === 'if') at = this.#skipTo(at + 1, 'else');
      else if (text === 'for' || text === '%') return this.#skipTo(at, '');
      else if (kind === 'name') at = this.#name(at, depth);
      else at++;
    }
    return at;
  }

  /** The items between brackets. Returns the index behind the closing one. */
  #bracket(index: number, depth: number): number {
    if (depth > MAX_DEPTH || this.#isComprehension(index)) return this.#skipTo(index + 1, '') + 1;
    let at = index + 1;
    while (at < this.#tokens.length && this.#steps-- > 0) {
      const text = this.#text(at);
      if (/^[\])}]$/.test(text)) return at + 1;
      if (text === ',' || this.#tokens[at]?.kind === 'line-end') {
        at++;
        continue;
      }
      // A key of a table, or the name of an argument.
      const next = this.#text(at + 1);
      if (next === ':' || (next === '=' && this.#tokens[at]?.kind === 'name')) at += 2;
      const end = this.#expression(at, Math.max(depth, 2));
      at = end > at ? end : at + 1;
    }
    return at;
  }

  #isComprehension(index: number): boolean {
    let depth = 0;
    for (let at = index; at < this.#tokens.length && this.#steps-- > 0; at++) {
      const text = this.#text(at);
      if (/^[[({]$/.test(text)) depth++;
      else if (/^[\])}]$/.test(text) && --depth === 0) return false;
      else if (depth === 1 && text === 'for') return true;
      else if (depth === 1 && text === ',') return false;
    }
    return false;
  }

  /** To a word, a comma or a closing bracket of the same depth; behind the word. */
  #skipTo(index: number, word: string): number {
    let depth = 0;
    for (let at = index; at < this.#tokens.length && this.#steps-- > 0; at++) {
      const text = this.#text(at);
      if (depth === 0 && word !== '' && text === word) return at + 1;
      if (depth === 0 && /^[\])},]$/.test(text)) return at;
      if (/^[[({]$/.test(text)) depth++;
      else if (/^[\])}]$/.test(text)) depth--;
    }
    return this.#tokens.length;
  }

  /** A variable, or a call. */
  #name(index: number, depth: number): number {
    let at = index + 1;
    while (this.#text(at) === '.') at += 2;
    const isCall = this.#text(at) === '(';
    const isSubscript = this.#text(at) === '[';
    if (isCall && at === index + 1 && COPIES.has(this.#text(index))) return at;
    if (isCall || isSubscript) return this.#skipTo(at + 1, '') === this.#tokens.length ? this.#tokens.length : this.#behind(at);
    if (at !== index + 1 || depth > MAX_DEPTH) return at;
    this.#variable(this.#text(index));
    return at;
  }

  /** Behind the bracket that closes the one at `index`. */
  #behind(index: number): number {
    let depth = 0;
    for (let at = index; at < this.#tokens.length && this.#steps-- > 0; at++) {
      const text = this.#text(at);
      if (/^[[({]$/.test(text)) depth++;
      else if (/^[\])}]$/.test(text) && --depth === 0) return at + 1;
    }
    return this.#tokens.length;
  }

  /** One text, or several that Python joins. Returns the index behind them. */
  #string(index: number, isBracketed: boolean): number {
    const parts: PythonToken[] = [];
    let at = index;
    for (;;) {
      const token = this.#tokens[at];
      if (token?.kind === 'string') parts.push(token);
      // Where a quote is lost, the next line is another text.
      else if (token?.kind !== 'line-end' || !isBracketed || !isClosed(parts.at(-1))) break;
      at++;
    }
    const next = this.#text(at);
    const isComputed = next === '%' || next === '.' || next === '*' || parts.some(({ isFormatted }) => isFormatted);
    const isKey = next === ':';
    if (!isComputed && !isKey && !this.#seen.has(index)) for (const joined of withoutLostCommas(parts)) this.#add(joined);
    this.#seen.add(index);
    return next === '.' ? at + 2 : at;
  }

  #add(parts: readonly PythonToken[]): void {
    const [first] = parts;
    if (!first?.inner) return;
    const isJoined = parts.length > 1;
    const text = parts.map((part) => part.text).join('');
    let start = first.inner.start;
    for (const line of isJoined ? [text] : text.split('\n')) {
      const content = isClosed(first) ? line.trim() : withoutEnd(line.trim());
      const from = start + line.length - line.trimStart().length;
      start += line.length + 1;
      const read = content === '' || content.startsWith('#') ? undefined : parseRequirement(content, from);
      if (!read || read.name === '') continue;
      const span = isJoined
        ? { start: first.inner.start, end: parts.at(-1)?.inner?.end ?? from }
        : { start: from, end: from + content.length };
      const { requirementSpan, versionSpan, ...rest } = read;
      this.#found.push({
        ...rest,
        // What is joined of several texts has no place of its own.
        ...(!isJoined && requirementSpan && { requirementSpan }),
        ...(!isJoined && versionSpan && { versionSpan }),
        use: 'declared',
        kind: 'direct',
        groups: LISTS.get(this.#list) ?? [],
        section: this.#list,
        span,
      });
    }
  }
}

const isClosed = (token: PythonToken | undefined): boolean => token?.inner === undefined || token.inner.end < token.span.end;

/** Texts that Python would join, apart where each is a requirement: between `'a>=1' 'b'` a comma is lost. */
function withoutLostCommas(parts: readonly PythonToken[]): PythonToken[][] {
  const result: PythonToken[][] = [];
  for (const part of parts) {
    const last = result.at(-1);
    const before = last?.at(-1)?.text ?? '';
    const isNext = /[\w\]*]$/.test(before) && isWhole(before) && /^[A-Za-z]{2}/.test(part.text) && isWhole(part.text);
    if (!last || isNext) result.push([part]);
    else last.push(part);
  }
  return result;
}

/** Whether a text is a requirement as a whole; what goes on with a suffix of a version is none. */
const isWhole = (text: string): boolean => WHOLE.test(text) && !/^(?:rc|alpha|beta|pre|post|dev)\d*$/i.test(text);

const WHOLE = /^[A-Za-z][\w.-]{0,100}(?:\[[\w,. -]{0,100}\])?(?:[ \t]*(?:[<>=~!]=|[<>])[ \t]*[\w.*]{1,50},?){0,5}$/;

/** Without what stood behind the quote that was lost. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' ,)]'.includes(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

/** The list of a name, even if it lacks a character. */
function listCalled(text: string): string | undefined {
  if (LISTS.has(text)) return text;
  if (text.length < 12 || text.length > 16) return undefined;
  return [...LISTS.keys()].find((list) => lacksOne(list, text));
}

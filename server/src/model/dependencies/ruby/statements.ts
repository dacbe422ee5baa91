import type { Span } from '../../../base/span.ts';
import type { RubyToken } from './tokens.ts';

/** A call or another statement, with what is around it. */
export interface RubyStatement {
  /** Without line breaks; never empty. */
  readonly tokens: readonly RubyToken[];
  /** The calls whose blocks are around it, the outer one first; of `if` and its like the keyword alone. */
  readonly blocks: readonly (readonly RubyToken[])[];
  /** The condition behind it (`… if x`) and those of the blocks around, as written; absent without any. */
  readonly condition?: string;
  /** Whether a block follows. */
  readonly hasBlock?: boolean;
}

/** A call with a block, or what else ends with `end`. */
interface Block {
  /** Of the call; of `if` and its like the keyword alone. */
  readonly tokens: readonly RubyToken[];
  readonly closing: 'end' | '}';
  /** As written; undefined for what runs in any case. */
  readonly condition?: string;
  /** The `else`, `when`, … that was reached. */
  branch?: string;
}

const CONDITIONS = new Set(['if', 'unless', 'case', 'while', 'until']);
const OPENING = new Set([...CONDITIONS, 'begin', 'def', 'class', 'module', 'for']);
const BRANCHES = new Set(['else', 'elsif', 'when', 'in', 'rescue', 'ensure']);
/** People do not nest deeper. */
const DEEPEST = 50;
const CONTINUED = /^(?:,|=>|=|&&|\|\||\.|&\.|::|\+|<<|\?|and|or|not)$/;

/**
 * The statements of a text, inner ones of blocks included. A line that begins with one of `verbs` begins a statement, whatever bracket is still open: in a
 * half-typed file every line counts for itself.
 */
export function rubyStatements(text: string, tokens: readonly RubyToken[], verbs: ReadonlySet<string>): RubyStatement[] {
  const statements: RubyStatement[] = [];
  const blocks: Block[] = [];
  let deeper = 0;
  let current: RubyToken[] = [];
  let depth = 0;

  const flush = (hasBlock = false): void => {
    const own = current;
    current = [];
    depth = 0;
    const first = own[0];
    if (first === undefined) return;
    if (first.kind === 'word' && BRANCHES.has(first.text)) {
      const top = blocks.at(-1);
      if (top?.condition !== undefined) top.branch = written(text, own);
      return;
    }
    const modifier = own.findIndex(
      ({ kind, text: word }, index) => index > 0 && kind === 'word' && (word === 'if' || word === 'unless'),
    );
    const conditions = blocks.flatMap(({ condition: whole, branch }) =>
      whole === undefined ? [] : [whole, ...(branch ? [branch] : [])],
    );
    if (modifier > 0) conditions.push(written(text, own.slice(modifier)));
    const condition = conditions.join(' ');
    statements.push({
      tokens: modifier > 0 ? own.slice(0, modifier) : own,
      blocks: blocks.map(({ tokens: call }) => call),
      ...(condition !== '' && { condition }),
      ...(hasBlock && { hasBlock }),
    });
  };
  const push = (block: Block): void => {
    if (blocks.length < DEEPEST) blocks.push(block);
    else deeper++;
  };
  const pop = (): void => {
    if (deeper > 0) deeper--;
    else blocks.pop();
  };
  const open = (closing: 'end' | '}'): void => {
    const own = current;
    const first = own[0];
    flush(true);
    // `while x do` is one block.
    const isKeyword = first?.kind === 'word' && OPENING.has(first.text);
    if (!isKeyword) push({ tokens: own, closing });
  };

  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (token.kind === 'line') {
      const last = current.at(-1);
      const goesOn = depth > 0 || (last !== undefined && (last.kind === 'label' || CONTINUED.test(last.text)));
      const isCall = next?.kind === 'other' && next.text.startsWith('.');
      if ((!goesOn && !isCall) || beginsStatement(tokens, index + 1, verbs)) flush();
      continue;
    }
    // The line break before a verb may be lost: `gem 'a'gem 'b'`.
    if (token.kind === 'word' && token.text !== 'end' && isValue(current.at(-1)) && beginsStatement(tokens, index, verbs))
      flush();
    if (token.kind === 'word') {
      if (token.text === 'end') {
        flush();
        pop();
        continue;
      }
      if (token.text === 'do') {
        open('end');
        continue;
      }
      if (token.text === 'then') {
        flush();
        continue;
      }
      const before = current.at(-1);
      if (OPENING.has(token.text) && (before === undefined || before.text === '=' || before.text === '||=')) {
        const condition = CONDITIONS.has(token.text) ? conditionFrom(text, tokens, index) : undefined;
        push({ tokens: [token], closing: 'end', ...(condition !== undefined && { condition }) });
      }
    } else if (token.kind === 'other') {
      if (token.text === ';') {
        flush();
        continue;
      }
      if (token.text === '{' && opensBlock(current)) {
        open('}');
        continue;
      }
      if (token.text === '}' && depth === 0 && blocks.at(-1)?.closing === '}') {
        flush();
        pop();
        continue;
      }
      if (token.text === '|' && current.length === 0) {
        // The parameters of a block.
        current.push(token);
        continue;
      }
      if (/^[([{]$/.test(token.text)) depth++;
      else if (/^[)\]}]$/.test(token.text)) depth = Math.max(0, depth - 1);
    }
    if (current[0]?.text === '|' && current[0].kind === 'other') {
      current.push(token);
      if (token.text === '|') current = [];
      continue;
    }
    current.push(token);
  }
  flush();
  return statements;
}

/** What nothing but an operator or a comma can follow in a statement. */
const isValue = (token: RubyToken | undefined): boolean =>
  token !== undefined && (/^(?:string|symbol|list)$/.test(token.kind) || /^[)\]}]$/.test(token.text));

/** `f(x) {` and `list.each {`, but not `key: {`, `= {` or `f {`, which may be a hash. */
function opensBlock(tokens: readonly RubyToken[]): boolean {
  const last = tokens.at(-1);
  return last?.text === ')' || (last?.kind === 'word' && tokens.at(-2)?.text === '.');
}

/** Whether a verb stands there with something that it can be a verb for, or the end of a block. */
function beginsStatement(tokens: readonly RubyToken[], index: number, verbs: ReadonlySet<string>): boolean {
  let at = index;
  while (tokens[at]?.kind === 'line') at++;
  const first = tokens[at];
  // The receiver may be lost: `.add_dependency …`
  if (first?.text === '.' && first.kind === 'other') return verbs.has(tokens[at + 1]?.text ?? '');
  if (first?.kind !== 'word') return false;
  if (first.text === 'end') return true;
  const second = tokens[at + 1];
  // `spec.add_dependency …`
  if (second?.text === '.' && verbs.has(tokens[at + 2]?.text ?? '')) return true;
  return (
    verbs.has(first.text) &&
    (second === undefined || /^(?:string|symbol|line|list)$/.test(second.kind) || /^(?:\(|do)$/.test(second.text))
  );
}

/** From a keyword to the end of its line, as written. */
function conditionFrom(text: string, tokens: readonly RubyToken[], index: number): string {
  let at = index;
  while (tokens[at + 1] !== undefined && tokens[at + 1]?.kind !== 'line' && !/^(?:then|;)$/.test(tokens[at + 1]?.text ?? ''))
    at++;
  return written(text, tokens.slice(index, at + 1));
}

const written = (text: string, tokens: readonly RubyToken[]): string => {
  const span: Span = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
  // What only tells conditions apart need not be told in full.
  return text.slice(span.start, Math.min(span.end, span.start + 200));
};

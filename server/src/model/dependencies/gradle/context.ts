import type { Span } from '../../../base/span.ts';
import type { Token } from './lexer.ts';
import { isMark, type Group, type Node } from './tree.ts';

/** The beginning of a statement: `a.b.c`, or a string that is called. */
export interface Head {
  /** With dots. */
  readonly name: string;
  /** The last word of it. */
  readonly word: string;
  readonly span: Span;
  /** What follows. */
  readonly rest: readonly Node[];
}

export function headOf(statement: readonly Node[]): Head | undefined {
  const [first] = statement;
  if (first?.kind === 'string') {
    const isCalled = statement[1]?.kind === 'group';
    return isCalled ? { name: first.text, word: first.text, span: first.outer, rest: statement.slice(1) } : undefined;
  }
  if (first?.kind !== 'word') return undefined;
  const words: Token[] = [first];
  let index = 1;
  for (; index + 1 < statement.length; index += 2) {
    const next = statement[index + 1];
    if (!isMark(statement[index], '.') || next?.kind !== 'word') break;
    words.push(next);
  }
  const last = words.at(-1) ?? first;
  return {
    name: words.map(({ text }) => text).join('.'),
    word: last.text,
    span: { start: first.outer.start, end: last.outer.end },
    rest: statement.slice(index),
  };
}

/** The blocks of a statement, also those in its arguments, with the words right before each. */
export function* blocksIn(nodes: readonly Node[]): Generator<Group> {
  for (const node of nodes) {
    if (node.kind !== 'group') continue;
    if (node.open === '{') yield node;
    else yield* blocksIn(node.nodes);
  }
}

/** Blocks that say nothing of what stands in them. */
const TRANSPARENT =
  /^(?:else|each|eachWithIndex|forEach|with|apply|run|also|let|try|catch|finally|afterEvaluate|beforeEvaluate|withType|all|whenTaskAdded|do|named|getByName|configureEach|register|creating|getting|by|def|dependencies\.\w+)$/;

export const isTransparent = (name: string): boolean => TRANSPARENT.test(name);

/** The condition of an `if`, as written; `else` for what stands behind one. */
export function conditionOf(text: string, { name, rest }: Head): string | undefined {
  if (/^(?:else|when|switch|for|while|try|catch)$/.test(name)) return name;
  const [given] = rest;
  if (name !== 'if' || given?.kind !== 'group') return undefined;
  return text.slice(given.span.start + 1, Math.min(given.span.end - 1, given.span.start + 200)).trim();
}

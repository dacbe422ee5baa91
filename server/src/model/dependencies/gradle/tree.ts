import type { Span } from '../../../base/span.ts';
import type { Token } from './lexer.ts';

/** What stands in a pair of brackets, or the whole script. */
export interface Group {
  readonly kind: 'group';
  /** Empty for the whole script. */
  readonly open: '(' | '[' | '{' | '';
  readonly nodes: Node[];
  /** The brackets included. */
  span: Span;
}

export type Node = Token | Group;

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '': '' };
/** Deeper nesting is no build script; its tokens stay at that depth. */
const MAX_DEPTH = 200;

interface Open {
  readonly group: Group;
  /** Of the line that opens the group: how far it is indented. */
  readonly indent: number;
}

/**
 * Nests tokens by their brackets. If some bracket has no partner, indentation tells where the lost one stood: a line that is indented no deeper than the one that
 * opens a group ends the group, and a deeper line behind one that lacks its brace is in a group. Linear.
 */
export function nest(text: string, tokens: readonly Token[]): Group {
  const root: Group = { kind: 'group', open: '', nodes: [], span: { start: 0, end: text.length } };
  const stack: Open[] = [{ group: root, indent: -1 }];
  const top = (): Open => stack.at(-1) ?? { group: root, indent: -1 };
  const balanced = isBalanced(tokens);
  let indent = 0;
  let previous: Token | undefined;
  const close = (end: number): void => {
    const done = stack.pop();
    if (done) done.group.span = { start: done.group.span.start, end };
  };
  const open = (bracket: '(' | '[' | '{', start: number): void => {
    const group: Group = { kind: 'group', open: bracket, nodes: [], span: { start, end: text.length } };
    top().group.nodes.push(group);
    stack.push({ group, indent });
  };
  for (const token of tokens) {
    const isFirst = previous === undefined || previous.kind === 'break';
    if (isFirst && token.kind !== 'break') {
      const next = token.outer.start - (previous?.span.end ?? 0);
      if (!balanced && !(token.kind === 'mark' && /[)\]}]/.test(token.text))) {
        while (stack.length > 1 && next <= top().indent) close(previous?.span.start ?? token.outer.start);
        if (next > indent && lacksBrace(top().group.nodes, top().group.open) && stack.length < MAX_DEPTH)
          open('{', token.outer.start);
      }
      indent = next;
    }
    if (token.kind === 'mark' && (token.text === '(' || token.text === '[' || token.text === '{') && stack.length < MAX_DEPTH)
      open(token.text, token.span.start);
    else if (token.kind === 'mark' && (token.text === ')' || token.text === ']' || token.text === '}')) {
      const at = stack.findLastIndex(({ group }) => CLOSERS[group.open] === token.text);
      // A brace that is indented less deep than the line that opened the group closes an outer one.
      const isOther = !balanced && isFirst && token.text === '}' && at > 0 && (stack[at]?.indent ?? 0) !== indent;
      const match = isOther ? stack.findLastIndex((one) => one.group.open === '{' && one.indent === indent) : at;
      if (match > 0) while (stack.length > match) close(token.span.end);
    } else top().group.nodes.push(token);
    previous = token;
  }
  while (stack.length > 1) close(text.length);
  return root;
}

function isBalanced(tokens: readonly Token[]): boolean {
  const stack: string[] = [];
  for (const { kind, text } of tokens) {
    if (kind !== 'mark') continue;
    if (text === '(' || text === '[' || text === '{') stack.push(CLOSERS[text] ?? '');
    else if ((text === ')' || text === ']' || text === '}') && stack.pop() !== text) return false;
  }
  return stack.length === 0;
}

/** Whether the line before ends with a name, as one that lost its brace does. */
function lacksBrace(nodes: readonly Node[], open: Group['open']): boolean {
  if (open !== '{' && open !== '') return false;
  const last = nodes.findLast((node) => node.kind !== 'break');
  return last?.kind === 'word';
}

/** What no statement ends with, and what none begins with. */
const GOES_ON_BEHIND = /^(?:[,.=+:-]|\?\.|\?:|==|!=|\+=|&&|\|\||by)$/;
const GOES_ON_BEFORE = /^(?:[.?:]|\?\.|\?:|&&|\|\|)$/;

/** The statements of a block or script: lines, unless they go on. */
export function statementsOf({ nodes }: Group): Node[][] {
  const statements: Node[][] = [];
  let statement: Node[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (node === undefined) continue;
    if (node.kind === 'break') {
      if (statement.length > 0 && !goesOn(statement, nodes, index)) {
        statements.push(statement);
        statement = [];
      }
    } else if (node.kind === 'mark' && (node.text === ';' || node.text === '->')) {
      // What stands before an arrow are the names of a closure's parameters.
      if (node.text === ';' && statement.length > 0) statements.push(statement);
      statement = [];
    } else {
      if (isNext(statement.at(-1), node)) {
        statements.push(statement);
        statement = [];
      }
      statement.push(node);
    }
  }
  if (statement.length > 0) statements.push(statement);
  return statements;
}

const AFTER_BLOCK = /^(?:else|catch|finally|while|as|to|in|is|instanceof|version|apply)$/;

/** `a { } b { }` on one line. */
const isNext = (last: Node | undefined, { kind, ...node }: Node): boolean =>
  last?.kind === 'group' && last.open === '{' && kind === 'word' && 'text' in node && !AFTER_BLOCK.test(node.text);

function goesOn(statement: readonly Node[], nodes: readonly Node[], index: number): boolean {
  const last = statement.at(-1);
  if (last !== undefined && last.kind !== 'group' && last.kind !== 'string' && GOES_ON_BEHIND.test(last.text)) return true;
  let next = index + 1;
  while (nodes[next]?.kind === 'break') next++;
  const after = nodes[next];
  // Between two texts a comma is lost: `implementation 'a'⏎ 'b', 'c'`.
  if (last?.kind === 'string' && after?.kind === 'string' && statement[0]?.kind === 'word') {
    const behind = nodes[next + 1];
    return (
      isMark(behind, ',') || ((behind === undefined || behind.kind === 'break') && statement.some((node) => isMark(node, ',')))
    );
  }
  if (after?.kind === 'group') return after.open === '{' && last?.kind !== 'group' && next === index + 1;
  return after?.kind === 'mark' && GOES_ON_BEFORE.test(after.text);
}

/** What stands between the commas of an argument list. */
export function argumentsOf(nodes: readonly Node[]): Node[][] {
  const parts: Node[][] = [];
  let part: Node[] = [];
  for (const node of nodes) {
    if (node.kind === 'break') continue;
    const isLost = node.kind === 'string' && part.at(-1)?.kind === 'string';
    if (isLost || isMark(node, ',')) {
      if (part.length > 0) parts.push(part);
      part = isLost ? [node] : [];
    } else part.push(node);
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

export const spanOf = (node: Node): Span => (node.kind === 'group' ? node.span : node.outer);

/** From the first to the last node. */
export function spanOfAll(nodes: readonly Node[]): Span {
  const first = nodes[0];
  const last = nodes.at(-1);
  return first && last ? { start: spanOf(first).start, end: spanOf(last).end } : { start: 0, end: 0 };
}

export const isMark = (node: Node | undefined, text: string): boolean => node?.kind === 'mark' && node.text === text;

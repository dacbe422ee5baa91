import { lineEnd, nextLine } from './documents.ts';
import type { Action } from './template.ts';

/** Stands, once per code unit, for text that a template engine will write: a private-use character that no manifest has. */
export const HOLE = '\uE000';

/** Lines that belong together because an action runs over them; mostly one. */
interface Row {
  readonly offset: number;
  readonly actions: readonly Action[];
  /** Whether anything but actions and comments stands there. */
  readonly hasContent: boolean;
  /** The column of the first text, a dash or a key. */
  readonly start: number;
  /** What belongs below the row's key is indented deeper than this; items may stand as far left. */
  readonly column: number;
  /** Whether the row is a dash, and whether only that. */
  readonly item: 'none' | 'key' | 'bare';
  /** Whether the row ends, actions aside, with a colon or dash that waits for a value. */
  readonly isOpen: boolean;
}

/**
 * Writes something that YAML can read, of the same length, in the place of each action. A line of actions becomes white space, unless it is what a key above has for
 * a value; a value becomes holes, unless the lines below go on with it (`labels: {{ include … }}` above `  app: web`).
 */
export function fillActions(text: string, actions: readonly Action[]): string {
  const rows = rowsOf(text, actions);
  const next = nextContents(rows);
  let result = '';
  let at = 0;
  /** The last row with content, until an action has become the value that it waits for. */
  let waiting: Row | undefined;
  for (const [index, row] of rows.entries()) {
    const below = next[index];
    const isAlone = row.actions.length > 0 && !row.hasContent;
    const isValue =
      isAlone && waiting?.isOpen === true && !goesOn(waiting, below) && row.actions.some((each) => writes(text, each));
    for (const action of row.actions) {
      result += text.slice(at, action.start);
      let column = 0;
      if (action.block !== undefined) column = isAlone ? action.block : 0;
      else if (isValue) column = (waiting?.column ?? 0) + 1;
      else if (isAlone || (row.isOpen && goesOn(row, below))) column = Number.POSITIVE_INFINITY;
      result += fill(text.slice(action.start, action.end), column - (action.start - row.offset));
      at = action.end;
    }
    if (row.hasContent) waiting = row;
    else if (isValue) waiting = undefined;
  }
  return result + text.slice(at);
}

function rowsOf(text: string, actions: readonly Action[]): readonly Row[] {
  const rows: Row[] = [];
  let first = 0;
  for (let start = 0; start < text.length;) {
    let end = lineEnd(text, start);
    let last = first;
    for (let action = actions[last]; action && action.start < end; action = actions[last]) {
      if (action.end > end) end = lineEnd(text, action.end);
      last++;
    }
    rows.push(rowOf(text, start, end, actions.slice(first, last)));
    first = last;
    start = nextLine(text, end);
  }
  return rows;
}

function rowOf(text: string, from: number, end: number, actions: readonly Action[]): Row {
  let literal = '';
  let at = from;
  for (const action of actions) {
    literal += text.slice(at, action.start);
    at = action.end;
  }
  literal = (literal + text.slice(at, end)).replace(/(?:^|[ \t])#.*$/, '').trimEnd();
  const lead = /^ *(?:-(?: +|$))*/.exec(literal)?.[0] ?? '';
  const isBare = lead !== '' && lead.length === literal.length;
  const start = literal.search(/\S|$/);
  return {
    offset: from,
    actions,
    hasContent: literal !== '',
    start,
    column: isBare ? literal.lastIndexOf('-') : lead.length,
    item: lead.includes('-') ? (isBare ? 'bare' : 'key') : 'none',
    // In `{{ a }}: b` the action is no value.
    isOpen:
      isBare ||
      (literal.endsWith(':') &&
        text
          .slice(from, actions[0]?.start ?? end)
          .trimEnd()
          .endsWith(':')),
  };
}

/** For each row the next one with content. */
function nextContents(rows: readonly Row[]): readonly (Row | undefined)[] {
  const next: (Row | undefined)[] = [];
  let below: Row | undefined;
  for (let index = rows.length - 1; index >= 0; index--) {
    next[index] = below;
    if (rows[index]?.hasContent) below = rows[index];
  }
  return next;
}

/** Whether the value that a row waits for is written below it. */
function goesOn(row: Row, below: Row | undefined): boolean {
  if (!below) return false;
  return below.start > row.column || (below.start === row.column && below.item !== 'none' && row.item !== 'bare');
}

/** Whether an action puts out text, as far as its first word tells: control structures, comments and assignments do not. */
const writes = (text: string, { start, end }: Action): boolean =>
  text[start + 1] === '{' &&
  !/^\{\{-?\s*(?:(?:if|else|end|with|range|define|block|break|continue|fail)\b|\/\*|\$[\w.]*(?:\s*,\s*\$\w+)?\s*:?=)/.test(
    text.slice(start, Math.min(end, start + 200)),
  );

/** White space for so many code units, then holes; white space in the lines after the first. */
function fill(action: string, blanks: number): string {
  const lineBreak = action.search(/[\r\n]/);
  const head = lineBreak < 0 ? action.length : lineBreak;
  const left = Math.min(head, Math.max(0, blanks));
  return ' '.repeat(left) + HOLE.repeat(head - left) + action.slice(head).replaceAll(/[^\r\n]/g, ' ');
}

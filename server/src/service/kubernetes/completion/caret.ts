import { type Span, span } from '../../../base/span.ts';

/** Stands in the text that is parsed for what is about to be typed. */
export const MARK = 'larboardCaret';

/** The place of completion in its line. */
export interface Caret {
  /** The word around the place, without quotes: what a completion replaces. */
  readonly word: Span;
  /** The quote that the word stands in. */
  readonly quote: '' | '"' | "'";
  /** A blank that is missing in front of the word, behind a colon or a dash. */
  readonly gap: '' | ' ';
  /** Whether only dashes stand before it on its line, so that it may be a key of block style. */
  readonly startsLine: boolean;
  /** Whether a dash stands before it. */
  readonly hasDash: boolean;
  /** Whether a colon follows. */
  readonly hasColon: boolean;
  /** Where the word begins in its line, with the missing blank. */
  readonly column: number;
}

const TYPED = /[\w.$/*][\w.$/*-]*$/;
const REST = /^[\w.$/*-]*/;
/** Tabs indent JSON only; in YAML they break what is parsed with the mark. */
const STARTS_LINE = /^[ \t]*(?:- +)*$/;
const GLUED_DASH = /^ *(?:- +)*-$/;
const BEHIND_COLON = /["'\w]\s*:\s+$/;
const GLUED_COLON = /["'\w]:$/;
const IN_FLOW = /[[{,]\s*$/;
/** Nothing else, a comment, or what goes on in flow style. */
const ENDS = /^\s*$|^\s+#|^\s*[,\]}]/;

/** Longer lines were not typed by a person. */
const LONGEST = 4000;

/** The caret at an offset; undefined where nothing could be completed, whatever stands around. */
export function caretAt(text: string, offset: number): Caret | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const start = text.charCodeAt(lineStart) === 0xfeff ? lineStart + 1 : lineStart;
  if (offset < start) return undefined;
  const [line = ''] = text.slice(start, start + LONGEST).split(/[\r\n]/, 1);
  const before = line.slice(0, offset - start);
  if (before.length < offset - start || line.length >= LONGEST) return undefined;
  const typed = TYPED.exec(before)?.[0] ?? '';
  const rest = REST.exec(line.slice(before.length))?.[0] ?? '';
  if (typed === '' && rest.startsWith('-')) return undefined;
  const word = span(offset - typed.length, offset + rest.length);
  let head = line.slice(0, word.start - start);
  let tail = line.slice(word.end - start);
  const opening = head.at(-1);
  const quote = opening === '"' || opening === "'" ? opening : '';
  if (quote !== '') {
    if (!tail.startsWith(quote)) return undefined;
    head = head.slice(0, -1);
    tail = tail.slice(1);
  }
  const isGlued = quote === '' && (typed === '' ? GLUED_DASH.test(head) || GLUED_COLON.test(head) : false);
  const startsLine = STARTS_LINE.test(head) || (isGlued && GLUED_DASH.test(head));
  if (!startsLine && !isGlued && !BEHIND_COLON.test(head) && !IN_FLOW.test(head)) return undefined;
  const hasColon = /^\s*:(?:\s|$)/.test(tail);
  if (!hasColon && !ENDS.test(tail)) return undefined;
  const gap = isGlued ? ' ' : '';
  return { word, quote, gap, startsLine, hasDash: head.includes('-'), hasColon, column: head.length + gap.length };
}

/** The text with the mark in the place of the word, and where the mark begins. `dash` puts it into a new item of a list. */
export function marked(text: string, caret: Caret, dash: '' | '- '): { readonly text: string; readonly at: number } {
  const { word, quote, gap, startsLine, hasColon } = caret;
  const behind = quote === '' ? word.end : word.end + 1;
  const colon = startsLine && !hasColon ? ':' : '';
  return {
    text: text.slice(0, word.start) + dash + gap + MARK + quote + colon + text.slice(behind),
    at: word.start + dash.length + gap.length,
  };
}

/** The text without the word, to see what was wrong with it before. */
export const unmarked = (text: string, { word }: Caret): string => text.slice(0, word.start) + text.slice(word.end);

import type { Span } from '../../../base/span.ts';
import { wholeLine } from '../lines.ts';

/** Indentation and rests of lines longer than this are not written by people; the limit keeps looking for the ends of a line cheap. */
const MAX_MARGIN = 500;

/**
 * What deleting one of several parts between brackets must delete: its lines if it has them for itself, else up to the next part, or from behind the one before.
 * @param parts all parts with their spans, quotes included
 */
export function partDeletion(text: string, parts: readonly { readonly span: Span }[], index: number): Span | undefined {
  const own = parts[index]?.span;
  if (own === undefined) return undefined;
  const [before, next] = [parts[index - 1]?.span, parts[index + 1]?.span];
  const line = lineAround(text, own);
  // The last of several leaves a comma behind the one before, which not every format allows.
  if (line && (next || /,\s*$/.test(text.slice(own.end, line.end)))) return wholeLine(text, line);
  if (next) return { start: own.start, end: next.start };
  return before ? { start: before.end, end: own.end } : own;
}

/** The line of `span`, if nothing but a dash before, a comma and a comment behind share it. */
export function lineAround(text: string, { start, end }: Span): Span | undefined {
  const before = /(?:^|[\r\n\uFEFF])([ \t]*(?:- +)?)$/.exec(text.slice(Math.max(0, start - MAX_MARGIN), start));
  const behind = /^[ \t]*,?[ \t]*(?:#[^\r\n]*|\/\/[^\r\n]*)?(?=[\r\n]|$)/.exec(text.slice(end, end + MAX_MARGIN));
  return before && behind ? { start: start - (before[1] ?? '').length, end: end + behind[0].length } : undefined;
}

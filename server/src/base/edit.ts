import type { Span } from './span.ts';

/** Replaces `span` by `newText`. An insertion has an empty span. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** An edit that inserts `newText` before the code unit at `offset`. */
export const insertion = (offset: number, newText: string): Edit => ({ span: { start: offset, end: offset }, newText });

/** An edit that deletes `span`. */
export const deletion = (span: Span): Edit => ({ span, newText: '' });

const inOrder = (edits: readonly Edit[]): readonly Edit[] =>
  edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);

/** Whether no two edits overlap. Two insertions at one place do not overlap; they apply in the order given. */
export function areDisjoint(edits: readonly Edit[]): boolean {
  let at = 0;
  for (const { span } of inOrder(edits)) {
    if (span.start < at || span.end < span.start) return false;
    at = span.end;
  }
  return true;
}

/**
 * Applies disjoint edits to `text`.
 * @throws RangeError on an overlap or a span outside the text, because that is a bug in a rule, not in the user's file.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of inOrder(edits)) {
    if (span.start < at || span.end < span.start) throw new RangeError(`overlapping edit at offset ${span.start}`);
    if (span.end > text.length) throw new RangeError(`edit ends at offset ${span.end}, beyond the text's ${text.length}`);
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/**
 * Where `span` lies after `edits` were applied. An end inside a replaced region moves to that region's nearer edge, so that
 * what was wholly replaced becomes the replacement.
 */
export function mapSpan(span: Span, edits: readonly Edit[]): Span {
  let shift = 0;
  let start: number | undefined;
  let end: number | undefined;
  for (const edit of inOrder(edits)) {
    if (start === undefined && edit.span.end > span.start) start = Math.min(span.start, edit.span.start) + shift;
    if (end === undefined && edit.span.start >= span.end) end = span.end + shift;
    const grown = edit.newText.length - (edit.span.end - edit.span.start);
    if (end === undefined && edit.span.end >= span.end) end = edit.span.end + shift + grown;
    shift += grown;
  }
  const mapped = start ?? span.start + shift;
  return { start: mapped, end: Math.max(mapped, end ?? span.end + shift) };
}

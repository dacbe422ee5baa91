/** Half-open range of UTF-16 code units in one snapshot's text: the engine's only notion of place. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span from `start` (inclusive) to `end` (exclusive), both UTF-16 offsets. */
export const span = (start: number, end: number): Span => ({ start, end });

export const length = ({ start, end }: Span): number => end - start;

/** Whether `inner` lies wholly inside `outer`; a span covers itself. */
export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether the two share a code unit, or touch: an empty span touches the span it stands in or at the edge of. */
export const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** The text of `span` in `text`. */
export const sliceOf = (text: string, { start, end }: Span): string => text.slice(start, end);

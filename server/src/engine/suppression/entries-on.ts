import { Memo } from '../../base/memo.ts';
import type { Span } from '../../base/span.ts';
import type { Document } from '../../model/document.ts';

type Entries = NonNullable<Document['dependencies']>;

/** The place from the first to the last of the entries that a comment on `place` stands in or beside, and the place itself. */
export function entriesOn(place: Span, entries: Entries): Span {
  const around = SORTED.of(entries).overlapping(place);
  // Of what lies in something larger (a plugin's dependency) the larger is not meant, unless it begins there.
  const meant = around.filter(
    (one) =>
      one.start >= place.start || !around.some((other) => other !== one && one.start <= other.start && other.end <= one.end),
  );
  return {
    start: Math.min(place.start, ...meant.map(({ start }) => start)),
    end: Math.max(place.end, ...meant.map(({ end }) => end)),
  };
}

/** More entries on one line were not written by a person. */
const MOST = 100;

class Sorted {
  readonly #spans: readonly Span[];
  /** How far each one and all before it reach. */
  readonly #reach: readonly number[];

  constructor(entries: Entries) {
    this.#spans = entries.map(({ span }) => span).sort((a, b) => a.start - b.start);
    let reach = 0;
    this.#reach = this.#spans.map(({ end }) => (reach = Math.max(reach, end)));
  }

  overlapping({ start, end }: Span): readonly Span[] {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#spans[middle]?.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    const found: Span[] = [];
    for (let index = low - 1; index >= 0 && (this.#reach[index] ?? 0) > start && found.length < MOST; index--) {
      const one = this.#spans[index];
      if (one && one.end > start) found.push(one);
    }
    return found;
  }
}

const SORTED = new Memo((entries: Entries) => new Sorted(entries));

import type { Span } from '../../base/span.ts';

/**
 * Text derived from a file (lines joined, escapes decoded, variables expanded) that knows where each of its characters comes from.
 * It is a row of segments. A segment as long as its origin is a copy, any other stands for its origin as a whole: `\"` decoded to `"`.
 */
export class MappedText {
  readonly text: string;
  readonly #at: readonly number[];
  readonly #from: readonly number[];
  readonly #to: readonly number[];

  /** Use {@link MappedTextBuilder}. The arrays are parallel: where a segment starts in `text`, where its origin starts, where that ends. */
  constructor(text: string, at: readonly number[], from: readonly number[], to: readonly number[]) {
    this.text = text;
    this.#at = at;
    this.#from = from;
    this.#to = to;
  }

  /** An unchanged piece of `original`. */
  static slice(original: string, start: number, end: number): MappedText {
    return new MappedText(original.slice(start, end), [0], [start], [end]);
  }

  get length(): number {
    return this.text.length;
  }

  /** How many segments there are: what a copy costs. */
  get segments(): number {
    return this.#at.length;
  }

  /** The smallest piece of the original from which `text.slice(start, end)` was made. */
  span(start: number, end: number): Span {
    const from = this.#startOf(start);
    return { start: from, end: end > start ? this.#endOf(end) : from };
  }

  /** Appends `[start, end)` of this text to `builder`, segment by segment. */
  copyInto(builder: MappedTextBuilder, start: number, end: number): void {
    if (start >= end) return;
    for (let segment = this.#segmentAt(start); segment < this.#at.length; segment++) {
      const at = this.#at[segment] ?? 0;
      if (at >= end) return;
      const next = this.#at[segment + 1] ?? this.text.length;
      const from = this.#from[segment] ?? 0;
      const to = this.#to[segment] ?? 0;
      const [first, last] = [Math.max(at, start), Math.min(next, end)];
      const shift = to - from === next - at ? from - at : undefined;
      const piece = this.text.slice(first, last);
      if (shift === undefined) builder.addWhole(piece, from, to);
      else builder.add(piece, first + shift, last + shift);
    }
  }

  slice(start: number, end: number): MappedText {
    const builder = new MappedTextBuilder(this.#startOf(start));
    this.copyInto(builder, start, end);
    return builder.build();
  }

  #segmentAt(offset: number): number {
    let low = 0;
    let high = this.#at.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#at[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  #isCopy(segment: number): boolean {
    const next = this.#at[segment + 1] ?? this.text.length;
    return next - (this.#at[segment] ?? 0) === (this.#to[segment] ?? 0) - (this.#from[segment] ?? 0);
  }

  #startOf(offset: number): number {
    const segment = this.#segmentAt(offset);
    const from = this.#from[segment] ?? 0;
    if (offset >= this.text.length) return this.#to[segment] ?? from;
    return this.#isCopy(segment) ? from + offset - (this.#at[segment] ?? 0) : from;
  }

  #endOf(offset: number): number {
    const segment = this.#segmentAt(offset - 1);
    return this.#isCopy(segment) ? (this.#from[segment] ?? 0) + offset - (this.#at[segment] ?? 0) : (this.#to[segment] ?? 0);
  }
}

/** Makes a {@link MappedText} piece by piece; pieces that continue each other become one segment. */
export class MappedTextBuilder {
  readonly #origin: number;
  readonly #at: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  #text = '';
  #lastIsCopy = false;

  /** `origin`: where an empty text is in the original. */
  constructor(origin = 0) {
    this.#origin = origin;
  }

  get length(): number {
    return this.#text.length;
  }

  /** Appends `piece`, which stands for `[from, to)` of the original; it is taken for a copy when it is as long as that. */
  add(piece: string, from: number, to: number): this {
    if (piece === '') return this;
    const isCopy = piece.length === to - from;
    const last = this.#to.length - 1;
    if (isCopy && this.#lastIsCopy && this.#to[last] === from) {
      this.#to[last] = to;
    } else {
      this.#at.push(this.#text.length);
      this.#from.push(from);
      this.#to.push(to);
    }
    this.#lastIsCopy = isCopy;
    this.#text += piece;
    return this;
  }

  /** Appends `piece`, no copy: whatever its length, any part of it stands for the whole of `[from, to)`. */
  addWhole(piece: string, from: number, to: number): this {
    const { length } = piece;
    if (length < 2 || length !== to - from) return this.add(piece, from, to);
    // Two segments, because the lengths of one would say that it is a copy.
    return this.add(piece.slice(0, length - 1), from, to).add(piece.slice(length - 1), from, to);
  }

  /** Appends a piece of `text`, with its origin. */
  addMapped(text: MappedText, start = 0, end = text.length): this {
    text.copyInto(this, start, end);
    return this;
  }

  build(): MappedText {
    if (this.#at.length === 0) return new MappedText('', [0], [this.#origin], [this.#origin]);
    return new MappedText(this.#text, this.#at, this.#from, this.#to);
  }
}

/** Zero-based line and UTF-16 column, as the Language Server Protocol counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * Turns offsets into lines and columns and back. Lines end at `\n`, `\r\n` and a lone `\r`, as the Language Server Protocol
 * (3.17, "Text Documents") and VS Code count them. Keeps four bytes a line and not the text, so that it may outlive the snapshot.
 */
export class LineIndex {
  readonly #starts: Uint32Array;
  readonly #length: number;

  constructor(text: string) {
    const starts: number[] = [0];
    const breaks = /\r\n|\n|\r/g;
    while (breaks.test(text)) starts.push(breaks.lastIndex);
    this.#starts = Uint32Array.from(starts);
    this.#length = text.length;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The position of `offset`; an offset outside the text is moved to the nearer end. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#startOf(middle) <= at) low = middle;
      else high = middle;
    }
    return { line: low, character: at - this.#startOf(low) };
  }

  /** The offset of a position; a column beyond its line's end is moved to the start of the next line. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.#starts.length) return this.#length;
    const next = line + 1 < this.#starts.length ? this.#startOf(line + 1) : this.#length;
    return Math.min(this.#startOf(line) + Math.max(0, character), next);
  }

  #startOf(line: number): number {
    return this.#starts[line] ?? this.#length;
  }
}

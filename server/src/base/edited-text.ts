import type { Edit } from './edit.ts';

/** A run of the original text, or text that was put in. */
type Piece = { readonly start: number; readonly end: number } | string;

const lengthOf = (piece: Piece): number => (typeof piece === 'string' ? piece.length : piece.end - piece.start);

const cut = (piece: Piece, from: number, to: number): Piece =>
  typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };

/** A text under several rounds of edits that can still say, as one set of disjoint edits, how it differs from the original. */
export class EditedText {
  readonly #original: string;
  #pieces: readonly Piece[];

  constructor(original: string) {
    this.#original = original;
    this.#pieces = [{ start: 0, end: original.length }];
  }

  get text(): string {
    return this.#pieces
      .map((piece) => (typeof piece === 'string' ? piece : this.#original.slice(piece.start, piece.end)))
      .join('');
  }

  /** Applies disjoint edits whose spans are offsets in the current text. */
  apply(edits: readonly Edit[]): void {
    const sorted = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    const result: Piece[] = [];
    let at = 0;
    for (const { span, newText } of sorted) {
      this.#copy(at, span.start, result);
      if (newText !== '') result.push(newText);
      at = span.end;
    }
    this.#copy(at, Number.POSITIVE_INFINITY, result);
    this.#pieces = result;
  }

  /** The edits that lead from the original to the current text, in order, as small as the pieces allow. */
  edits(): readonly Edit[] {
    const edits: Edit[] = [];
    let at = 0;
    let put = '';
    const flush = (next: number) => {
      if (put !== '' || next > at) edits.push({ span: { start: at, end: next }, newText: put });
      put = '';
    };
    for (const piece of this.#pieces) {
      if (typeof piece === 'string') put += piece;
      else {
        flush(piece.start);
        at = piece.end;
      }
    }
    flush(this.#original.length);
    return edits;
  }

  #copy(from: number, to: number, result: Piece[]): void {
    let offset = 0;
    for (const piece of this.#pieces) {
      const start = Math.max(from - offset, 0);
      const end = Math.min(to - offset, lengthOf(piece));
      if (start < end) result.push(cut(piece, start, end));
      offset += lengthOf(piece);
      if (offset >= to) return;
    }
  }
}

import { AdvisoryDataError } from './errors.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

/** Writes numbers as LEB128 and texts as UTF-8 behind their length. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  get length(): number {
    return this.#bytes.length;
  }

  byte(value: number): void {
    this.#bytes.push(value & 0xff);
  }

  /** A whole number that is not negative and below 2^32. */
  number(value: number): void {
    let rest = value >>> 0;
    while (rest >= 0x80) {
      this.#bytes.push((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.#bytes.push(rest);
  }

  text(value: string): void {
    const bytes: number[] = [];
    encodeUtf8(value, bytes);
    this.raw(bytes);
  }

  raw(bytes: ArrayLike<number>): void {
    this.number(bytes.length);
    this.rest(bytes);
  }

  /** Without a length. */
  rest(bytes: ArrayLike<number>): void {
    for (const byte of Array.from(bytes)) this.#bytes.push(byte);
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what {@link ByteWriter} wrote. @throws AdvisoryDataError at the end of the bytes */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #end = 0;
  at = 0;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = bytes;
    this.move(start, end);
  }

  /** Goes on elsewhere in the same bytes. */
  move(start: number, end: number): void {
    this.#end = Math.min(end, this.#bytes.length);
    this.at = start;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#end;
  }

  byte(): number {
    const value = this.at >= 0 && this.at < this.#end ? this.#bytes[this.at++] : undefined;
    if (value === undefined) throw new AdvisoryDataError('The advisory data is damaged: it ends too early.');
    return value;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new AdvisoryDataError('The advisory data is damaged: it has a number without an end.');
  }

  /** How many things follow, of at least one byte each. */
  count(): number {
    const count = this.number();
    if (count > this.#end - this.at) throw new AdvisoryDataError('The advisory data is damaged: it promises more than it has.');
    return count;
  }

  text(): string {
    const start = this.skip();
    return decodeUtf8(this.#bytes, start, this.at);
  }

  raw(): Uint8Array {
    const start = this.skip();
    return this.#bytes.subarray(start, this.at);
  }

  /** Passes over bytes behind their length; they lie from the offset that is returned to `at`. */
  skip(): number {
    const length = this.count();
    const start = this.at;
    this.at += length;
    return start;
  }
}

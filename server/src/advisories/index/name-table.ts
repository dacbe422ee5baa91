import { ByteReader, ByteWriter } from './bytes.ts';
import { compareBytes, decodeUtf8, utf8 } from './utf8.ts';

/**
 * Names in the order of their bytes with two numbers each. They stand in blocks; a name says only how it differs from the one before in its block, so that a
 * hundred thousand names take a few bytes each. The offsets of the blocks stand in front, and a search halves them.
 */
const BLOCK = 16;

export interface NameEntry {
  readonly name: string;
  readonly a: number;
  readonly b: number;
}

export function encodeNames(entries: readonly NameEntry[]): Uint8Array {
  const sorted = entries
    .map((entry) => ({ ...entry, bytes: utf8(entry.name) }))
    .sort((x, y) => compareBytes(x.bytes, y.bytes) || x.a - y.a || x.b - y.b);
  const blocks: Uint8Array[] = [];
  for (let start = 0; start < sorted.length; start += BLOCK) {
    const writer = new ByteWriter();
    let previous: Uint8Array = new Uint8Array();
    for (const { bytes, a, b } of sorted.slice(start, start + BLOCK)) {
      let shared = 0;
      while (shared < bytes.length && bytes[shared] === previous[shared]) shared++;
      writer.number(shared);
      writer.raw(bytes.subarray(shared));
      writer.number(a);
      writer.number(b);
      previous = bytes;
    }
    blocks.push(writer.finish());
  }
  const head = 4 + 4 * (blocks.length + 1);
  const result = new Uint8Array(head + blocks.reduce((sum, block) => sum + block.length, 0));
  const view = new DataView(result.buffer);
  view.setUint32(0, blocks.length, true);
  let at = head;
  blocks.forEach((block, index) => {
    view.setUint32(4 + 4 * index, at, true);
    result.set(block, at);
    at += block.length;
  });
  view.setUint32(4 + 4 * blocks.length, at, true);
  return result;
}

/** Reads what {@link encodeNames} wrote, in place. */
export class NameTable {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #blocks: number;
  readonly #reader: ByteReader;
  /** The name that was read last, from the start of the buffer. */
  #name = new Uint8Array(64);
  #length = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#reader = new ByteReader(bytes, 0, 0);
    const blocks = bytes.length >= 4 ? this.#view.getUint32(0, true) : 0;
    this.#blocks = Math.min(blocks, Math.max(0, Math.floor((bytes.length - 8) / 4)));
  }

  /** All entries of a name. @throws AdvisoryDataError */
  find(name: string): readonly NameEntry[] {
    const wanted = utf8(name);
    const reader = this.#reader;
    const found: NameEntry[] = [];
    // The last block that begins before the name; the entries of one name may go on in later blocks.
    let low = 0;
    let high = this.#blocks;
    while (low < high) {
      const middle = (low + high) >>> 1;
      this.#enter(middle);
      reader.number();
      const start = reader.skip();
      if (compare(this.#bytes, start, reader.at, wanted) < 0) low = middle + 1;
      else high = middle;
    }
    for (let block = Math.max(0, low - 1); block < this.#blocks; block++) {
      this.#enter(block);
      while (!reader.isAtEnd) {
        this.#readName();
        const a = reader.number();
        const b = reader.number();
        const order = compare(this.#name, 0, this.#length, wanted);
        if (order > 0) return found;
        if (order === 0) found.push({ name, a, b });
      }
    }
    return found;
  }

  /** @throws AdvisoryDataError */
  *all(): Generator<NameEntry> {
    const reader = this.#reader;
    for (let block = 0; block < this.#blocks; block++) {
      this.#enter(block);
      const entries: NameEntry[] = [];
      while (!reader.isAtEnd) {
        this.#readName();
        entries.push({ name: decodeUtf8(this.#name, 0, this.#length), a: reader.number(), b: reader.number() });
      }
      // A caller may look something up in between, which moves the reader.
      yield* entries;
    }
  }

  #enter(block: number): void {
    this.#reader.move(this.#view.getUint32(4 + 4 * block, true), this.#view.getUint32(8 + 4 * block, true));
    this.#length = 0;
  }

  #readName(): void {
    const shared = Math.min(this.#reader.number(), this.#length);
    const start = this.#reader.skip();
    const length = shared + this.#reader.at - start;
    if (length > this.#name.length) {
      const larger = new Uint8Array(length * 2);
      larger.set(this.#name.subarray(0, shared));
      this.#name = larger;
    }
    for (let at = start; at < this.#reader.at; at++) this.#name[shared + at - start] = this.#bytes[at] as number;
    this.#length = length;
  }
}

/** Orders the bytes from `start` to `end` against all of `wanted`. */
function compare(bytes: Uint8Array, start: number, end: number, wanted: Uint8Array): number {
  const common = Math.min(end - start, wanted.length);
  for (let at = 0; at < common; at++) {
    const difference = (bytes[start + at] as number) - (wanted[at] as number);
    if (difference !== 0) return difference;
  }
  return end - start - wanted.length;
}

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

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const blocks = bytes.length >= 4 ? this.#view.getUint32(0, true) : 0;
    this.#blocks = Math.min(blocks, Math.max(0, Math.floor((bytes.length - 8) / 4)));
  }

  /** All entries of a name. @throws AdvisoryDataError */
  find(name: string): readonly NameEntry[] {
    const wanted = utf8(name);
    const found: NameEntry[] = [];
    // The last block that begins before the name; the entries of one name may go on in later blocks.
    let low = 0;
    let high = this.#blocks;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareBytes(this.#firstOf(middle), wanted) < 0) low = middle + 1;
      else high = middle;
    }
    for (let block = Math.max(0, low - 1); block < this.#blocks; block++) {
      for (const { bytes, a, b } of this.#entriesOf(block)) {
        const order = compareBytes(bytes, wanted);
        if (order > 0) return found;
        if (order === 0) found.push({ name, a, b });
      }
    }
    return found;
  }

  /** @throws AdvisoryDataError */
  *all(): Generator<NameEntry> {
    for (let block = 0; block < this.#blocks; block++)
      for (const { bytes, a, b } of this.#entriesOf(block)) yield { name: decodeUtf8(bytes, 0, bytes.length), a, b };
  }

  #readerOf(block: number): ByteReader {
    const start = this.#view.getUint32(4 + 4 * block, true);
    return new ByteReader(this.#bytes, start, this.#view.getUint32(8 + 4 * block, true));
  }

  #firstOf(block: number): Uint8Array {
    const reader = this.#readerOf(block);
    reader.number();
    return reader.raw();
  }

  *#entriesOf(block: number): Generator<{ readonly bytes: Uint8Array; readonly a: number; readonly b: number }> {
    const reader = this.#readerOf(block);
    let previous: Uint8Array = new Uint8Array();
    while (!reader.isAtEnd) {
      const shared = Math.min(reader.number(), previous.length);
      const rest = reader.raw();
      const bytes = new Uint8Array(shared + rest.length);
      bytes.set(previous.subarray(0, shared));
      bytes.set(rest, shared);
      yield { bytes, a: reader.number(), b: reader.number() };
      previous = bytes;
    }
  }
}

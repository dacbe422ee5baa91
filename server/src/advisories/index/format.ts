import type { Ecosystem } from '../../base/ecosystem.ts';
import { utf8 } from './utf8.ts';

/**
 * The file of one ecosystem, little-endian:
 *
 *   0  magic (8 bytes)            8  format version (u32)      12  length of the file (u32)
 *  16  checksum of all behind the header (u32)                 20  offsets of the four parts (u32 each)
 *  36  0 (u32)                   40  header's end
 *
 * parts: what is said of the whole (JSON, {@link IndexMeta}); the table of package names, each with offset and length in the records; the table of the names of
 * packages that are malware in all versions, each with year and number of its record; the records. Parts begin at multiples of four and end in zeros.
 */
export const MAGIC = [0x4c, 0x42, 0x44, 0x41, 0x44, 0x56, 0x0d, 0x0a] as const;
export const FORMAT_VERSION = 1;
export const HEADER = 40;
export const PARTS = 20;

export interface IndexMeta {
  readonly ecosystem: Ecosystem;
  /** For people: where the data comes from. */
  readonly source: string;
  /** ISO date (YYYY-MM-DD) as of which the data is complete. */
  readonly date: string;
  /** The newest `modified` (RFC 3339) of a complete export and what changed since; absent where the data is not known to be complete. */
  readonly checkpoint?: string;
  /** Records, malware included. */
  readonly records: number;
  readonly packages: number;
  /** Packages all of whose versions are malware. */
  readonly malicious: number;
}

/**
 * A checksum that a change of any one 32-bit word changes for certain, and any other damage with all likelihood; at 1 GB/s the whole file is checked whenever it is
 * opened. Not for security. `bytes` begin at a multiple of four in their buffer and have a length that is one.
 */
export function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  let hash = 0x811c9dc5;
  for (const word of words) hash = Math.imul((hash << 7) | (hash >>> 25), 0x01000193) ^ word;
  return hash >>> 0;
}

const aligned = (length: number): number => (length + 3) & ~3;

/** The whole file. @param contents of the parts behind the first, each in pieces */
export function assembled(meta: IndexMeta, contents: readonly (readonly Uint8Array[])[]): Uint8Array {
  const parts = [[utf8(JSON.stringify(meta))], ...contents];
  const lengths = parts.map((part) => part.reduce((sum, { length }) => sum + length, 0));
  const total = HEADER + lengths.reduce((sum, length) => sum + aligned(length), 0);
  const file = new Uint8Array(total);
  const view = new DataView(file.buffer);
  file.set(MAGIC);
  view.setUint32(8, FORMAT_VERSION, true);
  view.setUint32(12, total, true);
  let at = HEADER;
  parts.forEach((part, index) => {
    view.setUint32(PARTS + 4 * index, at, true);
    let inside = at;
    for (const bytes of part) {
      file.set(bytes, inside);
      inside += bytes.length;
    }
    at += aligned(lengths[index] ?? 0);
  });
  view.setUint32(16, checksum(file.subarray(HEADER)), true);
  return file;
}

import type { FileHandle } from 'node:fs/promises';
import zlib from 'node:zlib';
import { DataError } from '../network/errors.ts';

/**
 * Reads a zip file an entry at a time (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), zip64 included. Neither the file nor its directory is ever in
 * memory as a whole. Nothing of what it says about itself is believed: sizes and checksums are compared, and what inflates beyond all measure is refused.
 */

export interface ZipLimits {
  /** Bytes of one entry, unpacked. */
  readonly entry: number;
  /** How many times larger the whole may be, unpacked; JSON is about ten times. */
  readonly ratio: number;
}

export const ZIP_LIMITS: ZipLimits = { entry: 64 * 1024 * 1024, ratio: 100 };

/** Small files may compress better; below this many bytes the ratio does not matter. */
const SLACK = 64 * 1024 * 1024;
const WINDOW = 1024 * 1024;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_64 = 0x06064b50;
const DIRECTORY_LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const IN_ZIP64 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
  /** ISO date (YYYY-MM-DD) of its last change; may make no sense. */
  readonly day: string;
  /** How far the directory is read, from 0 to 1. */
  readonly progress: number;
}

/** All files of the archive whose name `wanted` likes. @throws DataError when it is damaged, encrypted or a bomb */
export async function* zipEntries(
  handle: FileHandle,
  wanted: (name: string) => boolean,
  limits: ZipLimits = ZIP_LIMITS,
): AsyncGenerator<ZipEntry> {
  const { size } = await handle.stat();
  const directory = await findDirectory(handle, size);
  const heads = new Window(handle, size);
  const data = new Window(handle, size);
  let at = directory.offset;
  let total = 0;
  for (let index = 0; index < directory.entries; index++) {
    const head = await heads.read(at, 46);
    if (head.readUInt32LE(0) !== DIRECTORY_ENTRY) throw damaged('its directory is broken');
    const nameLength = head.readUInt16LE(28);
    const extraLength = head.readUInt16LE(30);
    const entry = entryOf(head, await heads.read(at + 46, nameLength + extraLength), nameLength);
    at += 46 + nameLength + extraLength + entry.commentLength;
    if (!wanted(entry.name)) continue;
    if (entry.isEncrypted) throw new DataError('The zip file is encrypted. Import one that is not.');
    total += entry.size;
    if (entry.size > limits.entry || total > SLACK + size * limits.ratio)
      throw new DataError('The zip file unpacks to far more than advisories take. Get it again from a place that you trust.');
    yield { name: entry.name, day: entry.day, bytes: await unpacked(data, entry), progress: (index + 1) / directory.entries };
  }
}

interface Entry {
  readonly name: string;
  readonly day: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly commentLength: number;
}

/** `given` is only valid until the window is read again. */
function entryOf(head: Buffer, given: Buffer, nameLength: number): Entry {
  const fields = { size: head.readUInt32LE(24), packed: head.readUInt32LE(20), offset: head.readUInt32LE(42) };
  if (Object.values(fields).includes(IN_ZIP64)) {
    let extra = zip64Extra(given.subarray(nameLength));
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (fields[key] !== IN_ZIP64) continue;
      if (extra.length < 8) throw damaged('its directory is broken');
      fields[key] = safeNumber(extra.readBigUInt64LE(0));
      extra = extra.subarray(8);
    }
  }
  return {
    ...fields,
    name: given.toString('utf8', 0, nameLength),
    day: dayOf(head.readUInt16LE(14)),
    method: head.readUInt16LE(10),
    isEncrypted: (head.readUInt16LE(8) & 1) === 1,
    crc: head.readUInt32LE(16),
    commentLength: head.readUInt16LE(32),
  };
}

/** Seven bits of years since 1980, four of months, five of days. */
function dayOf(date: number): string {
  const digits = (value: number): string => String(value).padStart(2, '0');
  return `${1980 + (date >> 9)}-${digits((date >> 5) & 15)}-${digits(date & 31)}`;
}

function zip64Extra(extra: Buffer): Buffer {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return extra.subarray(0, 0);
}

async function unpacked(data: Window, { name, method, packed, size, crc, offset }: Entry): Promise<Buffer> {
  const head = await data.read(offset, 30);
  if (head.readUInt32LE(0) !== LOCAL_ENTRY) throw damaged(`"${name}" is not where its directory says`);
  const start = offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const bytes = await data.read(start, packed);
  let result: Buffer;
  if (method === STORED) result = bytes;
  else if (method === DEFLATED) {
    try {
      result = zlib.inflateRawSync(bytes, { maxOutputLength: Math.max(1, size) });
    } catch (error) {
      throw damaged(`"${name}" cannot be unpacked`, error);
    }
  } else throw damaged(`"${name}" is packed by a method that is not known (${method})`);
  if (result.length !== size || crc32(result) !== crc) throw damaged(`"${name}" has the wrong checksum`);
  return result;
}

async function findDirectory(handle: FileHandle, size: number): Promise<{ readonly entries: number; readonly offset: number }> {
  const window = new Window(handle, size);
  const length = Math.min(size, 22 + 0xffff);
  const tail = Buffer.from(await window.read(size - length, length));
  for (let at = length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== DIRECTORY_END || at + 22 + tail.readUInt16LE(at + 20) > length) continue;
    const entries = tail.readUInt16LE(at + 10);
    const offset = tail.readUInt32LE(at + 16);
    if (entries !== 0xffff && offset !== IN_ZIP64) return { entries, offset };
    const locator = await window.read(size - length + at - 20, 20);
    if (locator.readUInt32LE(0) !== DIRECTORY_LOCATOR_64) return { entries, offset };
    const end = await window.read(safeNumber(locator.readBigUInt64LE(8)), 56);
    if (end.readUInt32LE(0) !== DIRECTORY_END_64) throw damaged('its directory is broken');
    return { entries: safeNumber(end.readBigUInt64LE(32)), offset: safeNumber(end.readBigUInt64LE(48)) };
  }
  throw damaged('it has no directory, so its end is missing or it is no zip file');
}

/** Reads a file in large pieces, forwards for the most part. */
class Window {
  readonly #handle: FileHandle;
  readonly #size: number;
  #start = 0;
  #bytes = Buffer.alloc(0);

  constructor(handle: FileHandle, size: number) {
    this.#handle = handle;
    this.#size = size;
  }

  /** Valid until the next read. */
  async read(position: number, length: number): Promise<Buffer> {
    if (position < 0 || position + length > this.#size) throw damaged('its end is missing');
    if (position < this.#start || position + length > this.#start + this.#bytes.length) {
      const bytes = Buffer.allocUnsafe(Math.min(Math.max(WINDOW, length), this.#size - position));
      let done = 0;
      while (done < bytes.length) {
        const { bytesRead } = await this.#handle.read(bytes, done, bytes.length - done, position + done);
        if (bytesRead === 0) throw damaged('its end is missing');
        done += bytesRead;
      }
      this.#start = position;
      this.#bytes = bytes;
    }
    return this.#bytes.subarray(position - this.#start, position - this.#start + length);
  }
}

function safeNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged('its directory is broken');
  return Number(value);
}

const damaged = (what: string, cause?: unknown): DataError =>
  new DataError(`The zip file is damaged: ${what}. Get it again.`, cause);

/** Of Node 20.15 and later; older editors have none, and there it is computed from a table. */
const crc32: (bytes: Buffer) => number = (zlib as { crc32?: (bytes: Buffer) => number }).crc32 ?? ownCrc32;

let table: Uint32Array | undefined;

function ownCrc32(bytes: Buffer): number {
  table ??= Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

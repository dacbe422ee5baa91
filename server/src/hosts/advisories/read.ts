import { open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { isDay } from '../../base/date.ts';
import { type OsvRecord, readOsv } from '../../advisories/osv/record.ts';
import { codeOf, DataError } from '../network/errors.ts';
import { diskFailure } from './errors.ts';
import { zipEntries, type ZipLimits } from './zip.ts';

/** Records between two looks at the clock and at whether somebody wants to stop. */
const BATCH = 250;
const LARGEST_JSON = 256 * 1024 * 1024;

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly limits?: ZipLimits;
  /** What messages call the file; itself in quotation marks when absent. */
  readonly name?: string;
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export interface ReadResult {
  readonly records: number;
  /** Files in it that are JSON of no record, or no JSON. */
  readonly unreadable: number;
}

/**
 * Hands over the OSV records of a zip file, a JSON file (one record, or a list) or a folder of such files, one at a time.
 * @throws DataError when it cannot be read, is damaged, or holds no record at all
 */
export async function readRecords(
  file: string,
  take: (record: OsvRecord) => void,
  options: ReadOptions = {},
): Promise<ReadResult> {
  const counts = { records: 0, unreadable: 0 };
  try {
    await readInto(file, counts, take, options);
  } catch (error) {
    throw codeOf(error) === '' ? error : diskFailure(file, error);
  }
  if (counts.records === 0)
    throw new DataError(
      options.name === undefined
        ? `"${file}" holds no OSV records. Import an OSV export (all.zip), a record (.json) or a folder of records.`
        : `${options.name} holds no OSV records. Check the URL; it must have OSV's layout (<ecosystem>/all.zip).`,
    );
  return counts;
}

type Counts = { -readonly [K in keyof ReadResult]: ReadResult[K] };

async function readInto(file: string, counts: Counts, take: (record: OsvRecord) => void, options: ReadOptions): Promise<void> {
  options.signal?.throwIfAborted();
  const info = await stat(file).catch((error: unknown) => {
    throw diskFailure(file, error);
  });
  if (info.isDirectory()) {
    const names = (await readdir(file)).sort();
    for (const [index, name] of names.entries()) {
      const inside = path.join(file, name);
      if (/\.(?:json|zip)$/i.test(name) || (await stat(inside)).isDirectory())
        await readInto(inside, counts, take, { ...options, onProgress: () => {} });
      options.onProgress?.((index + 1) / names.length);
    }
  } else if (await isZip(file)) await readZip(file, counts, take, options);
  else {
    if (info.size > LARGEST_JSON) throw new DataError(`"${file}" is too large for a JSON file of advisories.`);
    takeJson(await readFile(file), counts, take);
    options.onProgress?.(1);
  }
}

async function isZip(file: string): Promise<boolean> {
  if (/\.zip(?:\.part)?$/i.test(file)) return true;
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.toString('latin1') === 'PK';
  } finally {
    await handle.close();
  }
}

async function readZip(file: string, counts: Counts, take: (record: OsvRecord) => void, options: ReadOptions): Promise<void> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw diskFailure(file, error);
  });
  try {
    let sinceBreath = 0;
    for await (const { bytes, day, progress } of zipEntries(handle, (name) => /\.json$/i.test(name), options.limits)) {
      takeJson(bytes, counts, take, isDay(day) ? day : '');
      if (++sinceBreath < BATCH) continue;
      sinceBreath = 0;
      options.onProgress?.(progress);
      await new Promise((resolve) => setImmediate(resolve));
      options.signal?.throwIfAborted();
    }
  } catch (error) {
    if (error instanceof DataError) throw new DataError(`${options.name ?? `"${file}"`}: ${error.message}`, error);
    throw error;
  } finally {
    await handle.close();
  }
}

/** @param day when the file was written, for records that do not say; those of Go's own export do not */
function takeJson(bytes: Buffer, counts: Counts, take: (record: OsvRecord) => void, day = ''): void {
  const value = parsed(bytes);
  for (const one of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
    const record = readOsv(one);
    if (!record) {
      counts.unreadable++;
      continue;
    }
    counts.records++;
    take(record.day === '' ? { ...record, day } : record);
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

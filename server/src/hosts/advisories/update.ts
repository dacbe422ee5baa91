import { rm } from 'node:fs/promises';
import path from 'node:path';
import { IndexBuilder } from '../../advisories/index/builder.ts';
import { readOsv } from '../../advisories/osv/record.ts';
import type { Ecosystem } from '../../base/ecosystem.ts';
import { type Change, changesSince, sortable } from './changes.ts';
import { download, type DownloadOptions, PATIENCE, persistently } from './download.ts';
import { DataError } from '../network/errors.ts';
import { get, plain, TransientError } from '../network/http.ts';
import { readExport } from './export.ts';
import { locked } from './lock.ts';
import type { AdvisoryStore } from './store.ts';

/** Where OSV publishes its exports (https://google.github.io/osv.dev/data/). */
export const OSV_EXPORTS = 'https://osv-vulnerabilities.storage.googleapis.com';

/** Above this many changed records the whole export is downloaded instead. */
const MOST_CHANGES = 500;
/** Records that are asked for at the same time. */
const TOGETHER = 8;
const LARGEST_RECORD = 32 * 1024 * 1024;

export interface UpdateOptions extends Partial<Omit<DownloadOptions, 'onProgress' | 'headers'>> {
  /** Of a mirror with the same layout. */
  readonly url?: string;
  /** ISO date (YYYY-MM-DD). */
  readonly today: string;
  readonly mostChanges?: number;
  readonly onProgress?: (progress: UpdateProgress) => void;
}

export interface UpdateProgress {
  readonly ecosystem: Ecosystem;
  readonly step: 'downloading' | 'reading';
  /** From 0 to 1; absent when the server does not say how much there is. */
  readonly share?: number;
}

export interface Updated {
  readonly ecosystem: Ecosystem;
  /** What was fetched: everything, what changed, or nothing because there was nothing new. */
  readonly fetched: 'all' | 'changes' | 'nothing';
  /** Records that were fetched. */
  readonly records: number;
  /** Records of them that could not be read. */
  readonly unreadable: number;
  /** Changed records that the server lists and does not have. What was known of them is kept, and they are asked for again next time. */
  readonly missing: number;
}

/**
 * Brings the data of some ecosystems up to date, one after the other: what is finished stays when a later one fails. Nothing but the names of the ecosystems and
 * the ids of changed records is asked for.
 * @throws DataError that says what failed and what to do
 */
export async function updateAdvisories(
  store: AdvisoryStore,
  ecosystems: readonly Ecosystem[],
  options: UpdateOptions,
): Promise<readonly Updated[]> {
  const { url = OSV_EXPORTS } = options;
  const base = URL.canParse(url) ? new URL(url.endsWith('/') ? url : `${url}/`) : undefined;
  if (!base || !/^https?:$/.test(base.protocol)) throw new DataError(`"${url}" is no http:// or https:// URL.`);
  return locked(store.folder, async () => {
    store.reload();
    const done: Updated[] = [];
    for (const ecosystem of ecosystems) done.push(await updateOne(store, ecosystem, base, options));
    return done;
  });
}

async function updateOne(store: AdvisoryStore, ecosystem: Ecosystem, base: URL, options: UpdateOptions): Promise<Updated> {
  const http: DownloadOptions = {
    idle: 30_000,
    proxy: { env: process.env },
    patience: PATIENCE,
    ...options,
    onProgress: () => {},
  };
  const folder = new URL(`${encodeURIComponent(ecosystem)}/`, base);
  const most = options.mostChanges ?? MOST_CHANGES;
  const current = store.of(ecosystem);
  const known = current?.meta.checkpoint;
  if (current && known !== undefined) {
    const changes = await changesSince(new URL('modified_id.csv', folder), known, most, http);
    if (changes !== undefined && changes.length <= most) {
      if (changes.length === 0) {
        await store.write(ecosystem, current.withDate(options.today), options.disk);
        return { ecosystem, fetched: 'nothing', records: 0, unreadable: 0, missing: 0 };
      }
      const builder = IndexBuilder.from(current);
      const taken = await takeChanges(builder, changes, { checkpoint: known, today: options.today }, folder, http, (share) => {
        options.onProgress?.({ ecosystem, step: 'downloading', share });
      });
      if (taken) {
        const { checkpoint, ...counts } = taken;
        const { source } = current.meta;
        await store.write(ecosystem, builder.finish({ source, date: options.today, checkpoint }), options.disk);
        return { ecosystem, fetched: 'changes', ...counts };
      }
    }
  }
  return takeAll(store, ecosystem, new URL('all.zip', folder), options, http);
}

async function takeAll(
  store: AdvisoryStore,
  ecosystem: Ecosystem,
  url: URL,
  options: UpdateOptions,
  http: DownloadOptions,
): Promise<Updated> {
  const { onProgress, signal, today, disk } = options;
  const file = path.join(store.folder, `${ecosystem}.zip.part`);
  const found = await download(url, file, {
    ...http,
    onProgress: (done, total) => onProgress?.({ ecosystem, step: 'downloading', ...(total && { share: done / total }) }),
  });
  if (!found) throw new DataError(`${plain(url)} is not there. Check the URL; it must have OSV's layout (<ecosystem>/all.zip).`);
  const builder = new IndexBuilder(ecosystem);
  let checkpoint = '';
  try {
    const counts = await readExport(
      url,
      file,
      (record) => {
        builder.add(record);
        if (isNewer(record.modified, checkpoint, today)) checkpoint = record.modified;
      },
      { signal, onProgress: (share) => onProgress?.({ ecosystem, step: 'reading', share }) },
    );
    const bytes = builder.finish({ source: 'OSV', date: today, ...(checkpoint !== '' && { checkpoint }) });
    await store.write(ecosystem, bytes, disk);
    return { ecosystem, fetched: 'all', ...counts, missing: 0 };
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
}

interface Taken extends Pick<Updated, 'records' | 'unreadable' | 'missing'> {
  /** Up to which time everything is known now. */
  readonly checkpoint: string;
}

/**
 * A record that is listed but not there is no record that was taken back (OSV marks those as withdrawn), so what is known of it stays.
 * @returns undefined when most are not there: the server has nothing but exports
 */
async function takeChanges(
  builder: IndexBuilder,
  changes: readonly Change[],
  { checkpoint: known, today }: { readonly checkpoint: string; readonly today: string },
  folder: URL,
  options: DownloadOptions,
  onProgress: (share: number) => void,
): Promise<Taken | undefined> {
  const counts = { records: 0, unreadable: 0, missing: 0 };
  let newest = known;
  let oldestMissing: string | undefined;
  let done = 0;
  const waiting = [...changes];
  const worker = async (): Promise<void> => {
    for (let change = waiting.shift(); change !== undefined; change = waiting.shift()) {
      const { id, time } = change;
      const value = await fetchRecord(new URL(`${encodeURIComponent(id)}.json`, folder), options).catch((error: unknown) => {
        // One failure ends it all; the others need not go on.
        waiting.length = 0;
        throw error;
      });
      const record = readOsv(value);
      if (record) {
        counts.records++;
        builder.add(record);
        if (isNewer(record.modified, newest, today)) newest = record.modified;
      } else if (value !== undefined) counts.unreadable++;
      else if (++counts.missing * 2 > changes.length) waiting.length = 0;
      else if (oldestMissing === undefined || sortable(time) < sortable(oldestMissing)) oldestMissing = time;
      onProgress(++done / changes.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(TOGETHER, changes.length) }, worker));
  if (counts.missing * 2 > changes.length) return undefined;
  return { ...counts, checkpoint: oldestMissing === undefined ? newest : (lastBefore(oldestMissing, changes) ?? known) };
}

/** The time of the change before another one, from which on that one is asked for again. */
const lastBefore = (time: string, changes: readonly Change[]): string | undefined =>
  changes.find((change) => sortable(change.time) < sortable(time))?.time;

/** Undefined when the server does not have it. */
function fetchRecord(url: URL, options: DownloadOptions): Promise<unknown> {
  return persistently(url, options, async () => {
    const response = await get(url, options);
    if (response.statusCode !== 200) {
      response.destroy();
      return undefined;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > LARGEST_RECORD) {
        response.destroy();
        throw new DataError(`${plain(url)} is far too large for a record.`);
      }
    }
    try {
      return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
    } catch (error) {
      throw new TransientError(`${url.host} sent a record that is no JSON`, { cause: error });
    }
  });
}

/** A time in the future would keep all later changes from being seen. */
const isNewer = (time: string, than: string, today: string): boolean =>
  /^\d{4}-/.test(time) && time.slice(0, 10) <= today && (than === '' || sortable(time) > sortable(than));

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { DISK, type Disk } from './disk.ts';
import { DataError } from '../network/errors.ts';
import { makeFolder } from '../folder.ts';
import { diskFailure, isDiskFull } from './errors.ts';
import { type Answer, get, type HttpOptions, inWords, plain, TransientError } from '../network/http.ts';

/** How downloads are tried again. */
export interface Patience {
  /** Tries in a row that bring nothing new. */
  readonly tries: number;
  /** Milliseconds before the second try; doubled from then on. */
  readonly pause: number;
  /** The longest pause that a server may ask for, in milliseconds. */
  readonly longest: number;
  readonly wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

export const PATIENCE: Patience = {
  tries: 5,
  pause: 1000,
  longest: 120_000,
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', cancel);
      };
      const cancel = (): void => {
        end();
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        end();
        resolve();
      }, milliseconds);
      signal?.addEventListener('abort', cancel, { once: true });
    }),
};

export interface DownloadOptions extends HttpOptions {
  readonly patience: Patience;
  readonly disk?: Disk;
  /** Bytes so far and in all, if the server says. */
  readonly onProgress?: (done: number, total: number | undefined) => void;
}

/** More than any export has; a server that sends more sends something else. */
const LARGEST = 4 * 1024 * 1024 * 1024;

/** Runs `attempt` until it succeeds, with growing pauses. @throws DataError with the last reason */
export async function persistently<T>(
  url: URL,
  { patience, signal }: Pick<DownloadOptions, 'patience' | 'signal'>,
  attempt: (progressed: (amount: number) => void) => Promise<T>,
): Promise<T> {
  let failures = 0;
  let most = 0;
  for (;;) {
    const before = most;
    try {
      return await attempt((amount) => (most = Math.max(most, amount)));
    } catch (error) {
      signal?.throwIfAborted();
      const reason = error instanceof DataError ? error : inWords(error, url);
      if (!(reason instanceof TransientError)) throw reason;
      // A connection that breaks again and again but gets further each time arrives in the end.
      failures = most > before ? 1 : failures + 1;
      const pause = Math.max(reason.after ?? 0, patience.pause * 2 ** (failures - 1));
      if (failures >= patience.tries || pause > patience.longest)
        throw new DataError(
          `${plain(url)} cannot be downloaded: ${reason.message}. Try again later${reason.after === undefined ? ', and check network and proxy (HTTPS_PROXY)' : ''}; the old data is kept.`,
          reason,
        );
      await patience.wait(pause, signal);
    }
  }
}

/** What is known of a part of a file, so that the rest can be asked for. */
interface Part {
  readonly url: string;
  /** Of `If-Range`: names the very file that the part is of. */
  readonly validator: string;
}

/**
 * Downloads to `file`. What an interrupted download left there is completed if the server still has the same file.
 * @returns whether the server has the file @throws DataError
 */
export async function download(url: URL, file: string, options: DownloadOptions): Promise<boolean> {
  const about = `${file}.json`;
  try {
    await makeFolder(path.dirname(file));
    let mismatches = 0;
    const found = await persistently(url, options, async (progressed) => {
      const has = await attempt(url, file, about, options, progressed);
      if (has === undefined || (await isAsTold(has, file))) return has !== undefined;
      await rm(about, { force: true });
      const what = `what ${url.host} sent has the wrong checksum`;
      // Once it may be an accident on the way.
      if (++mismatches > 1)
        throw new DataError(`${plain(url)} cannot be used: ${what}, twice. Check the URL and the proxy; the old data is kept.`);
      throw new TransientError(what);
    });
    await rm(about, { force: true });
    return found;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    // A full disk needs the room, and a part of a wrong file is of no use.
    if (isDiskFull(error)) await Promise.all([file, about].map((one) => rm(one, { force: true }).catch(() => undefined)));
    throw error instanceof DataError ? error : diskFailure(file, error);
  }
}

/** The answer whose body completed the file; undefined when the server does not have it. */
async function attempt(
  url: URL,
  file: string,
  about: string,
  options: DownloadOptions,
  progressed: (amount: number) => void,
): Promise<Answer | undefined> {
  const part = await partOf(file, about, url);
  const headers: Record<string, string> = part === undefined ? {} : { range: `bytes=${part.size}-`, 'if-range': part.validator };
  const response = await get(url, { ...options, headers: { ...options.headers, ...headers } });
  const { statusCode } = response;
  if (statusCode === 404) {
    response.destroy();
    return undefined;
  }
  const [, from, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers['content-range'] ?? '') ?? [];
  const isRest = statusCode === 206 && Number(from) === part?.size;
  if (statusCode !== 200 && !isRest) {
    response.destroy();
    await rm(about, { force: true });
    throw new TransientError(`${url.host} cannot go on where the download was interrupted`);
  }
  const start = isRest ? part.size : 0;
  const length = response.headers['content-length'];
  const whole = isRest ? Number(total) : length === undefined ? undefined : Number(length);
  if ((whole ?? 0) > LARGEST) {
    response.destroy();
    throw new DataError(`${plain(url)} is far larger than an export of advisories. Check the URL.`);
  }
  if (!isRest) await remember(about, url, response);
  await store(response, file, start, whole, url, options, progressed);
  return response;
}

async function store(
  response: Answer,
  file: string,
  start: number,
  whole: number | undefined,
  url: URL,
  { disk = DISK, onProgress }: DownloadOptions,
  progressed: (amount: number) => void,
): Promise<void> {
  let handle: FileHandle;
  try {
    handle = await open(file, start === 0 ? 'w' : 'r+');
  } catch (error) {
    response.destroy();
    throw diskFailure(file, error);
  }
  let at = start;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      await disk.write(handle, chunk, at).catch((error: unknown) => {
        throw diskFailure(file, error);
      });
      at += chunk.length;
      if (at > LARGEST) throw new DataError(`${plain(url)} does not end. Check the URL.`);
      progressed(at);
      onProgress?.(at, whole);
    }
    if (whole !== undefined && at !== whole) throw new TransientError(`${url.host} sent ${at} bytes instead of ${whole}`);
  } finally {
    response.destroy();
    await handle.close();
  }
}

async function partOf(
  file: string,
  about: string,
  url: URL,
): Promise<{ readonly size: number; readonly validator: string } | undefined> {
  try {
    const { url: known, validator } = JSON.parse(await readFile(about, 'utf8')) as Partial<Part>;
    const { size } = await stat(file);
    return known === plain(url) && typeof validator === 'string' && size > 0 ? { size, validator } : undefined;
  } catch {
    return undefined;
  }
}

/** Only a strong tag or a date can tell later whether the file is still the same. */
async function remember(about: string, url: URL, { headers }: Answer): Promise<void> {
  const validator = headers.etag !== undefined && !headers.etag.startsWith('W/') ? headers.etag : headers['last-modified'];
  if (validator === undefined) await rm(about, { force: true });
  else {
    const part: Part = { url: plain(url), validator };
    await writeFile(about, JSON.stringify(part)).catch((error: unknown) => {
      throw diskFailure(about, error);
    });
  }
}

/** Against the MD5 that storage services tell (`x-goog-hash: md5=…`, `content-md5`), where they do. */
async function isAsTold({ headers, statusCode }: Answer, file: string): Promise<boolean> {
  const told = /(?:^|[\s,])md5=([A-Za-z0-9+/]{22}==)/.exec([headers['x-goog-hash'] ?? []].flat().join(','))?.[1];
  const md5 = told ?? (statusCode === 200 ? [headers['content-md5'] ?? []].flat()[0] : undefined);
  if (md5 === undefined) return true;
  const hash = createHash('md5');
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('base64') === md5;
}

import { gunzipSync } from 'node:zlib';
import { get, inWords } from '../network/http.ts';
import { DataError } from '../network/errors.ts';
import type { PublishedPackage } from '../../engine/registry.ts';
import type { CachedAnswer } from './cache.ts';
import type { NpmConfig } from './npm-config.ts';
import { readPackument } from './packument.ts';

/** The largest answers are of packages with thousands of versions. In bytes, before and after unpacking. */
const LARGEST = 100 * 1024 * 1024;

export interface AskOptions {
  readonly signal: AbortSignal;
  /** Milliseconds without a byte after which a connection is given up. */
  readonly idle: number;
  readonly now: () => number;
}

export const urlOf = (config: NpmConfig, name: string): URL => new URL(name.replace('/', '%2f'), config.registryOf(name));

/**
 * Asks the registry for one package. Undefined where it does not say: it may not show what it has to those who have not signed in, or know no such question.
 * @throws TransientError for what may go better later, DataError for what a person has to mend
 */
export async function askRegistry(
  name: string,
  config: NpmConfig,
  known: CachedAnswer | undefined,
  { signal, idle, now }: AskOptions,
): Promise<CachedAnswer | undefined> {
  const url = urlOf(config, name);
  const authorization = config.authorizationFor(url);
  const answer = await get(url, {
    signal,
    idle,
    proxy: config.proxy,
    headers: {
      accept: 'application/json',
      'accept-encoding': 'gzip',
      ...(authorization !== undefined && { authorization }),
      ...(known?.etag !== undefined && { 'if-none-match': known.etag }),
    },
    accepted: [200, 304, 401, 403, 404, 405, 410],
  });
  const { statusCode = 0, headers } = answer;
  if (statusCode !== 200) answer.destroy();
  if (statusCode === 304 && known) return { ...known, fetched: now() };
  const etag = headers.etag === undefined ? {} : { etag: headers.etag };
  if (statusCode === 404 || statusCode === 410) {
    // A private package looks like none to those who have not signed in.
    const mayBePrivate = name.startsWith('@') && authorization === undefined;
    return mayBePrivate ? undefined : { published: { exists: false }, fetched: now() };
  }
  if (statusCode !== 200) return undefined;
  const published = await read(answer, url, headers['content-encoding'] === 'gzip');
  return published && { published, fetched: now(), ...etag };
}

async function read(answer: AsyncIterable<Buffer>, url: URL, isZipped: boolean): Promise<PublishedPackage | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of answer) {
      size += chunk.length;
      if (size > LARGEST) throw new DataError(`${url.host} answered with more than anybody would read.`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw inWords(error, url);
  }
  try {
    const bytes = Buffer.concat(chunks);
    return readPackument(JSON.parse((isZipped ? gunzipSync(bytes, { maxOutputLength: LARGEST }) : bytes).toString('utf8')));
  } catch {
    // A sign-in page, or half an answer.
    return undefined;
  }
}

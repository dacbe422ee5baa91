import { type DownloadOptions, persistently } from './download.ts';
import { type Answer, get, TransientError } from '../network/http.ts';

/**
 * OSV's list of what changed: `<time>,<id>` lines, the newest first (https://google.github.io/osv.dev/data/). In the list of all ecosystems the id has its
 * ecosystem in front.
 */

/** Reads the list of changes down to what is known. More bytes than any sensible list of changes are not read. */
const LARGEST = 512 * 1024 * 1024;

export interface Change {
  readonly id: string;
  /** RFC 3339, UTC. */
  readonly time: string;
}

/** What changed after `known`, newest first, at most `most` and one; undefined when there is no such list. @throws DataError */
export async function changesSince(
  url: URL,
  known: string,
  most: number,
  options: DownloadOptions,
): Promise<readonly Change[] | undefined> {
  return persistently(url, options, async () => {
    const response = await get(url, options);
    if (response.statusCode !== 200) {
      response.destroy();
      return undefined;
    }
    const changes: Change[] = [];
    const since = sortable(known);
    let isList = false;
    let isPage = false;
    for await (const line of linesOf(response)) {
      const [time = '', name = ''] = line.split(',');
      const id = name.slice(name.lastIndexOf('/') + 1).trim();
      if (id === '' || !/^\d{4}-/.test(time)) {
        // A page that asks somebody to sign in is no list without changes.
        if (!isList) isPage ||= /^\s*</.test(line);
        if (isPage) break;
        continue;
      }
      isList = true;
      if (sortable(time) <= since) break;
      if (changes.push({ id, time }) > most) break;
    }
    response.destroy();
    return isPage ? undefined : changes;
  });
}

async function* linesOf(response: Answer): AsyncGenerator<string> {
  let rest = '';
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST) return;
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  // Without its line break a last line may be cut off.
  const length = response.headers['content-length'];
  if (length !== undefined && Number(length) !== size) throw new TransientError('the list of changes is cut off');
  if (rest !== '') yield rest;
}

/** An RFC 3339 time in UTC as a text whose order is that of time, whatever the number of its decimals. */
export function sortable(time: string): string {
  const [, seconds = '', decimals = ''] = /^([^.Z]*)(?:\.(\d*))?Z?$/.exec(time.trim()) ?? [];
  return `${seconds}.${decimals.padEnd(9, '0')}`;
}

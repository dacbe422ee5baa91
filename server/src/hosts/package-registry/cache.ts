import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../folder.ts';
import type { PublishedPackage } from '../../engine/registry.ts';

/** An answer, with what asking again needs. */
export interface CachedAnswer {
  readonly published: PublishedPackage;
  /** Milliseconds since 1970. */
  readonly fetched: number;
  readonly etag?: string;
}

/** Grows when the shape of what is stored changes. */
const FORMAT = 2;

/** Answers on disk, a file each. What cannot be read or written is as if it were not there: it can be asked again. */
export class AnswerCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = path.join(folder, 'registry');
  }

  async read(url: string): Promise<CachedAnswer | undefined> {
    try {
      const { format, fetched, etag, published } = JSON.parse(await readFile(this.#fileOf(url), 'utf8')) as Stored;
      if (format !== FORMAT) return undefined;
      const value: PublishedPackage = published.exists
        ? { ...published, versions: new Map(Object.entries(published.versions)) }
        : { exists: false };
      return { published: value, fetched, ...(etag !== undefined && { etag }) };
    } catch {
      return undefined;
    }
  }

  async write(url: string, { published, fetched, etag }: CachedAnswer): Promise<void> {
    const file = this.#fileOf(url);
    const temporary = `${file}.${process.pid}`;
    const stored = { format: FORMAT, fetched, etag, published: plain(published) };
    try {
      await makeFolder(this.#folder);
      await writeFile(temporary, JSON.stringify(stored), { mode: 0o600 });
      await rename(temporary, file);
    } catch {
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  }

  #fileOf(url: string): string {
    return path.join(this.#folder, `${createHash('sha256').update(url).digest('hex').slice(0, 40)}.json`);
  }
}

interface Stored {
  readonly format: number;
  readonly fetched: number;
  readonly etag?: string;
  readonly published: ReturnType<typeof plain>;
}

const plain = (published: PublishedPackage) =>
  published.exists ? { ...published, versions: Object.fromEntries(published.versions) } : published;

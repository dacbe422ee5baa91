import { constants } from 'node:fs';
import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { mayMatter } from '../service/parse.ts';
import { type Files, type ListedFile, SKIPPED_FOLDERS } from '../service/scan.ts';

interface IgnoreFile {
  /** Workspace path of the folder it stands in, with a trailing `/` unless it is the root. */
  readonly prefix: string;
  readonly rules: Ignore;
}

/** The files of one folder on disk. Symbolic links are followed as long as they stay inside the folder, each real folder once. */
export class NodeFiles implements Files {
  readonly #root: string;

  /** @param root absolute path of the workspace folder */
  constructor(root: string) {
    this.#root = root;
  }

  async *list(): AsyncGenerator<ListedFile> {
    const root = await realpath(this.#root).catch(() => this.#root);
    yield* this.#walk('', root, root, [], new Set([root]));
  }

  async read(file: string): Promise<string | undefined> {
    return readText(path.join(this.#root, file));
  }

  breathe(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  async *#walk(
    folder: string,
    absolute: string,
    root: string,
    outer: readonly IgnoreFile[],
    seen: Set<string>,
  ): AsyncGenerator<ListedFile> {
    const entries = await readdir(absolute, { withFileTypes: true }).catch(() => undefined);
    if (!entries) {
      yield { path: folder === '' ? '.' : folder, skip: 'unreadable' };
      return;
    }
    const prefix = folder === '' ? '' : `${folder}/`;
    const own = entries.some(({ name }) => name === '.gitignore') ? await readText(path.join(absolute, '.gitignore')) : undefined;
    const ignores = own === undefined ? outer : [...outer, { prefix, rules: ignore().add(own) }];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const relative = prefix + entry.name;
      const inside = path.join(absolute, entry.name);
      if (entry.isDirectory()) {
        if (SKIPPED_FOLDERS.has(entry.name) || isIgnored(`${relative}/`, ignores)) yield { path: `${relative}/`, use: 'name' };
        else yield* this.#walk(relative, inside, root, ignores, seen);
      } else if (entry.isSymbolicLink()) {
        if (!isIgnored(relative, ignores)) yield* this.#link(relative, inside, root, ignores, seen);
      } else if (entry.isFile()) {
        if (isIgnored(relative, ignores)) yield { path: relative, use: 'name' };
        else yield { path: relative, ...(mayMatter(relative) ? await sizeOf(inside) : {}) };
      }
    }
  }

  async *#link(
    relative: string,
    link: string,
    root: string,
    ignores: readonly IgnoreFile[],
    seen: Set<string>,
  ): AsyncGenerator<ListedFile> {
    const target = await realpath(link).catch(() => undefined);
    const info = target === undefined ? undefined : await stat(target).catch(() => undefined);
    if (target === undefined || !info) {
      if (mayMatter(relative)) yield { path: relative, skip: 'unreadable' };
    } else if (target !== root && !target.startsWith(root + path.sep)) {
      // A folder may hold anything, so a link to one is told as well.
      if (info.isDirectory() || mayMatter(relative)) yield { path: relative, skip: 'link leads outside' };
    } else if (info.isDirectory()) {
      if (seen.has(target)) return;
      seen.add(target);
      yield* this.#walk(relative, target, root, ignores, seen);
    } else if (info.isFile()) yield { path: relative, size: info.size };
  }
}

function isIgnored(relative: string, ignores: readonly IgnoreFile[]): boolean {
  let ignored = false;
  for (const { prefix, rules } of ignores) {
    const result = rules.test(relative.slice(prefix.length));
    if (result.ignored) ignored = true;
    else if (result.unignored) ignored = false;
  }
  return ignored;
}

const sizeOf = (file: string): Promise<Pick<ListedFile, 'size'>> =>
  stat(file).then(
    ({ size }) => ({ size }),
    () => ({}),
  );

/** The text of a file as UTF-8 (or UTF-16 where its BOM says so), with its BOM; undefined when it cannot be read. Never blocks on a pipe or device. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      if (!(await handle.stat()).isFile()) return undefined;
      return decode(await readFile(handle));
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

/** The text of some bytes, with its BOM: UTF-16 where a BOM says so, else UTF-8, with a replacement character for what is not UTF-8. */
export const decode = (bytes: Buffer): string => bytes.toString(encodingOf(bytes));

/** The bytes of a text in the encoding of the `original` bytes; undefined when those were not read without loss, so that writing would damage them. */
export function encodeLike(original: Buffer, text: string): Buffer | undefined {
  const encoding = encodingOf(original);
  return Buffer.from(decode(original), encoding).equals(original) ? Buffer.from(text, encoding) : undefined;
}

const encodingOf = (bytes: Buffer): 'utf16le' | 'utf8' => (bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8');

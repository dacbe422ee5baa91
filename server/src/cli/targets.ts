import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { NodeFiles, readText } from '../hosts/node-files.ts';
import { surroundings } from '../hosts/surroundings.ts';
import type { Files, ListedFile } from '../service/scan.ts';
import { Failure } from './failure.ts';

/** What a scan reads: files below one root. */
export interface Targets {
  /** Absolute path that all paths in reports are relative to. */
  readonly root: string;
  readonly files: Files;
  /** Whether a file of the root is one that the person asked for, and not only one around it. */
  readonly holds: (file: string) => boolean;
}

/**
 * The root is the current folder when everything lies inside it, the one folder that was given, or else the folder that all paths share.
 * @throws Failure (exit code 2) for a path that does not exist.
 */
export async function targetsOf(paths: readonly string[], cwd: string): Promise<Targets> {
  const given = paths.length > 0 ? paths : ['.'];
  const targets = await Promise.all(
    given.map(async (each) => {
      const absolute = path.resolve(cwd, each);
      const info = await stat(absolute).catch((thrown: unknown) => {
        const error = thrown as NodeJS.ErrnoException;
        throw new Failure(
          error.code === 'ENOENT'
            ? `there is no file or folder "${each}"`
            : `"${each}" cannot be read (${error.code ?? error.message})`,
        );
      });
      return { absolute, isFolder: info.isDirectory() };
    }),
  );
  const [only] = targets;
  const root =
    targets.length === 1 && only?.isFolder
      ? only.absolute
      : targets.every(({ absolute }) => isInside(cwd, absolute))
        ? cwd
        : commonFolder(targets);
  const holds = (file: string): boolean =>
    targets.some(({ absolute, isFolder }) =>
      isFolder ? isInside(absolute, path.join(root, file)) : absolute === path.join(root, file),
    );
  return { root, files: new ChosenFiles(root, targets), holds };
}

/** One file below `root` whose text is at hand (whether or not it lies there), and what lies around it. `file` is relative to the root. */
export function targetOfText(root: string, file: string, text: string): Targets {
  const absolute = path.join(root, file);
  const files: Files = {
    async *list() {
      yield { path: file };
      yield* surroundings(root, absolute);
    },
    read: (each) => (each === file ? Promise.resolve(text) : readText(path.join(root, each))),
    breathe,
  };
  return { root, files, holds: (each) => each === file };
}

const isInside = (folder: string, file: string): boolean =>
  file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);

function commonFolder(targets: readonly { absolute: string; isFolder: boolean }[]): string {
  const folders = targets.map(({ absolute, isFolder }) => (isFolder ? absolute : path.dirname(absolute)));
  let common = folders[0] ?? path.parse(process.cwd()).root;
  while (!folders.every((folder) => isInside(common, folder))) common = path.dirname(common);
  return common;
}

/** The files under the given paths. A file that was named is read even where `.gitignore` leaves it out. */
class ChosenFiles implements Files {
  readonly #root: string;
  readonly #targets: readonly { absolute: string; isFolder: boolean }[];

  constructor(root: string, targets: readonly { absolute: string; isFolder: boolean }[]) {
    this.#root = root;
    this.#targets = targets;
  }

  async *list(): AsyncGenerator<ListedFile> {
    const seen = new Set<string>();
    for (const { absolute, isFolder } of this.#targets) {
      const prefix = toWorkspacePath(path.relative(this.#root, absolute));
      const inner: AsyncIterable<ListedFile> = isFolder ? new NodeFiles(absolute).list() : named(absolute);
      for await (const file of inner) {
        const joined = [prefix, isFolder ? file.path : ''].filter(Boolean).join('/');
        if (seen.has(joined)) continue;
        seen.add(joined);
        yield { ...file, path: joined };
      }
    }
    for (const { absolute, isFolder } of this.#targets) {
      if (isFolder) continue;
      for await (const file of surroundings(this.#root, absolute)) {
        if (seen.has(file.path)) continue;
        seen.add(file.path);
        yield file;
      }
    }
  }

  read(file: string): Promise<string | undefined> {
    return readText(path.join(this.#root, file));
  }

  readonly breathe = breathe;
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function* named(absolute: string): AsyncGenerator<ListedFile> {
  const { size } = await stat(await realpath(absolute));
  yield { path: absolute, size };
}

export const toWorkspacePath = (relative: string): string => relative.split(path.sep).join('/');

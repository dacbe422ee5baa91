import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { tellsFacts } from '../service/parse.ts';
import { type ListedFile, SKIPPED_FOLDERS } from '../service/scan.ts';

/** So many names are read around a file that was named alone; of folders beyond it only the name is told. */
const MOST_NAMES = 20_000;
/** So many files below it are read, the nearest ones; of the others only the name is told. */
const MOST_READ = 1000;

/**
 * What lies around a file that was named alone: everything in its folder and below, nearest first, and what lies directly in the folders above it, up to `root`.
 * Paths are relative to `root`. Nothing is told of a folder that cannot be read.
 */
export async function* surroundings(root: string, file: string): AsyncGenerator<ListedFile> {
  const own = path.dirname(file);
  const pending = [own];
  let [count, read] = [0, 0];
  for (let folder = pending.shift(); folder !== undefined; folder = pending.shift()) {
    for (const { name, isFolder } of await entriesOf(folder)) {
      const absolute = path.join(folder, name);
      if (absolute === file) continue;
      const isOpaque = isFolder && (SKIPPED_FOLDERS.has(name) || ++count > MOST_NAMES);
      if (!isFolder || isOpaque) {
        const one = await listed(root, absolute, isFolder, read < MOST_READ);
        if (one.size !== undefined) read++;
        yield one;
      } else pending.push(absolute);
      count++;
    }
  }
  for (let child = own; child !== root && child !== path.dirname(child); child = path.dirname(child)) {
    const parent = path.dirname(child);
    for (const { name, isFolder } of await entriesOf(parent))
      if (path.join(parent, name) !== child) yield await listed(root, path.join(parent, name), isFolder, true);
  }
}

async function listed(root: string, absolute: string, isFolder: boolean, mayRead: boolean): Promise<ListedFile> {
  const file = path.relative(root, absolute).split(path.sep).join('/') + (isFolder ? '/' : '');
  const size = mayRead && !isFolder && tellsFacts(file) ? await sizeInside(root, absolute) : undefined;
  return size === undefined ? { path: file, use: 'name' } : { path: file, use: 'surroundings', size };
}

/** The size of a file that is none, or a link out of the root, is unknown: it is not read. */
async function sizeInside(root: string, absolute: string): Promise<number | undefined> {
  try {
    const [inside, target] = await Promise.all([realpath(root), realpath(absolute)]);
    if (!target.startsWith(inside.endsWith(path.sep) ? inside : inside + path.sep)) return undefined;
    const info = await stat(target);
    return info.isFile() ? info.size : undefined;
  } catch {
    return undefined;
  }
}

const entriesOf = async (folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]> =>
  (await readdir(folder, { withFileTypes: true }).catch(() => [])).map((entry) => ({
    name: entry.name,
    isFolder: entry.isDirectory(),
  }));

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type ListedFile, SKIPPED_FOLDERS } from '../service/scan.ts';

/** So many names are read around a file that was named alone; of folders beyond it only the name is told. */
const MOST_NAMES = 20_000;

/**
 * What lies around a file that was named alone: everything in its folder and below, nearest first, and what lies directly in the folders above it, up to `root`.
 * Paths are relative to `root`. Nothing is told of a folder that cannot be read.
 */
export async function* surroundings(root: string, file: string): AsyncGenerator<ListedFile> {
  const own = path.dirname(file);
  const pending = [own];
  let count = 0;
  for (let folder = pending.shift(); folder !== undefined; folder = pending.shift()) {
    for (const { name, isFolder } of await entriesOf(folder)) {
      const absolute = path.join(folder, name);
      if (absolute === file) continue;
      const isOpaque = isFolder && (SKIPPED_FOLDERS.has(name) || ++count > MOST_NAMES);
      if (!isFolder || isOpaque) yield listed(root, absolute, isFolder);
      else pending.push(absolute);
      count++;
    }
  }
  for (let child = own; child !== root && child !== path.dirname(child); child = path.dirname(child)) {
    const parent = path.dirname(child);
    for (const { name, isFolder } of await entriesOf(parent))
      if (path.join(parent, name) !== child) yield listed(root, path.join(parent, name), isFolder);
  }
}

const listed = (root: string, absolute: string, isFolder: boolean): ListedFile => ({
  path: path.relative(root, absolute).split(path.sep).join('/') + (isFolder ? '/' : ''),
  use: 'surroundings',
});

const entriesOf = async (folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]> =>
  (await readdir(folder, { withFileTypes: true }).catch(() => [])).map((entry) => ({
    name: entry.name,
    isFolder: entry.isDirectory(),
  }));

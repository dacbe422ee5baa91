/** Workspace paths: relative to a workspace folder, `/`-separated, without `.` and `..` segments. The folder itself is `''`. */

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The path of `name` in a folder; the root is the empty path. */
export const inFolder = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/**
 * `relative` seen from the folder `from`, with `.` and `..` resolved. A leading `/` starts at the workspace folder.
 * Undefined when it climbs out of the workspace folder: nothing outside it may be looked at.
 */
export function resolvePath(from: string, relative: string): string | undefined {
  const segments = relative.startsWith('/') ? [] : from.split('/').filter(Boolean);
  for (const segment of relative.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/** The folders from `path`'s own up to the workspace folder (`''`), nearest first. */
export function* foldersUpwards(path: string): Generator<string> {
  let folder = folderOf(path);
  for (;;) {
    yield folder;
    if (folder === '') return;
    folder = folderOf(folder);
  }
}

import { baseName, folderOf } from '../base/path.ts';

/** Read-only names of the files of a workspace folder, whether or not they are ours: what a build context holds. */
export interface FileTree {
  /** Whether a file or folder lies at the workspace path. Also true below a folder whose content nobody listed, because it may. */
  has(path: string): boolean;
  /** Workspace paths of the files of this name (without folders), in no particular order. */
  named(name: string): readonly string[];
  /** Workspace paths of the files with this ending, lower case, without the dot: `pem`. */
  ending(extension: string): readonly string[];
}

/** The names that a host listed. A folder whose content it left out (`.git`, `node_modules`) ends in `/`. */
export class ListedFiles implements FileTree {
  readonly #paths: Set<string>;
  /** Folder → how many listed paths lie below it. */
  readonly #folders = new Map<string, number>();
  #byName: Map<string, string[]> | undefined;
  #byEnding: Map<string, string[]> | undefined;

  constructor(paths: Iterable<string>) {
    this.#paths = new Set(paths);
    for (const path of this.#paths) this.#count(path, 1);
  }

  /** Whether the name was new. */
  add(path: string): boolean {
    if (this.#paths.has(path)) return false;
    this.#paths.add(path);
    this.#count(path, 1);
    this.#forget();
    return true;
  }

  /** Whether the name was known. */
  delete(path: string): boolean {
    if (!this.#paths.delete(path)) return false;
    this.#count(path, -1);
    this.#forget();
    return true;
  }

  equals(other: ListedFiles): boolean {
    if (this.#paths.size !== other.#paths.size) return false;
    for (const path of this.#paths) if (!other.#paths.has(path)) return false;
    return true;
  }

  has(path: string): boolean {
    if (path === '' || this.#paths.has(path) || this.#paths.has(`${path}/`) || (this.#folders.get(path) ?? 0) > 0) return true;
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) if (this.#paths.has(`${folder}/`)) return true;
    return false;
  }

  named(name: string): readonly string[] {
    this.#byName ??= this.#groupBy(baseName);
    return this.#byName.get(name) ?? [];
  }

  ending(extension: string): readonly string[] {
    this.#byEnding ??= this.#groupBy((path) => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '');
    return this.#byEnding.get(extension) ?? [];
  }

  #groupBy(key: (path: string) => string): Map<string, string[]> {
    const groups = new Map<string, string[]>();
    for (const path of this.#paths) {
      const group = groups.get(key(path));
      if (group) group.push(path);
      else groups.set(key(path), [path]);
    }
    return groups;
  }

  #count(path: string, by: number): void {
    const start = path.endsWith('/') ? path.slice(0, -1) : path;
    for (let folder = folderOf(start); folder !== ''; folder = folderOf(folder))
      this.#folders.set(folder, (this.#folders.get(folder) ?? 0) + by);
  }

  #forget(): void {
    this.#byName = undefined;
    this.#byEnding = undefined;
  }
}

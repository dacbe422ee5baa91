import { compareText } from './finding.ts';
import type { Facts, WorkspaceView } from './environment.ts';
import { type FileTree, ListedFiles } from './file-tree.ts';

/** The facts of one file with their kind. */
export type AnyFacts = { [K in keyof Facts]: { readonly kind: K; readonly facts: Facts[K] } }[keyof Facts];

/**
 * The facts of all files of one workspace folder. `revision` grows only when some file's facts really changed, so that an edit which changes nothing
 * for the others costs them nothing.
 */
export class WorkspaceIndex {
  readonly #files = new Map<string, { readonly entry: AnyFacts; readonly json: string }>();
  #sorted: { readonly [K in keyof Facts]?: readonly (readonly [string, Facts[K]])[] } = {};
  #tree: ListedFiles | undefined;
  /** What changed while a host lists. */
  #meanwhile: { readonly path: string; readonly isThere: boolean }[] | undefined;
  #revision = 0;

  get revision(): number {
    return this.#revision;
  }

  /** Stores a file's facts. Facts are plain data, so their JSON text tells whether they changed. */
  set(path: string, entry: AnyFacts): void {
    const json = `${entry.kind} ${JSON.stringify(entry.facts)}`;
    if (this.#files.get(path)?.json === json) return;
    this.#files.set(path, { entry, json });
    this.#changed();
  }

  /** What a file says to others beside its facts changed. */
  touch(): void {
    this.#revision++;
  }

  delete(path: string): void {
    if (this.#files.delete(path)) this.#changed();
  }

  /** To be called before a host starts to list: what it is told from now on counts more than the list. */
  startListing(): void {
    this.#meanwhile = [];
  }

  /** All names of files, as a host listed them. */
  list(paths: Iterable<string>): void {
    const tree = new ListedFiles(paths);
    for (const { path, isThere } of this.#meanwhile ?? []) {
      if (isThere) tree.add(path);
      else tree.delete(path);
    }
    this.#meanwhile = undefined;
    if (this.#tree?.equals(tree)) return;
    this.#tree = tree;
    this.#changed();
  }

  /** A file appeared after the listing. */
  appeared(path: string): void {
    this.#meanwhile?.push({ path, isThere: true });
    if (this.#tree?.add(path)) this.#changed();
  }

  vanished(path: string): void {
    this.#meanwhile?.push({ path, isThere: false });
    if (this.#tree?.delete(path)) this.#changed();
  }

  /**
   * A view that calls `onRead` when a rule looks at another file, so that the caller knows what its result depends on.
   * @param changed facts of files as they would be after a fix
   */
  view(onRead: () => void, changed?: ReadonlyMap<string, AnyFacts>): WorkspaceView {
    const merged: { [K in keyof Facts]?: readonly (readonly [string, Facts[K]])[] } = {};
    return {
      get: (kind, path) => {
        onRead();
        const entry = changed?.get(path) ?? this.#files.get(path)?.entry;
        return entry?.kind === kind ? (entry.facts as Facts[typeof kind]) : undefined;
      },
      all: (kind) => {
        onRead();
        if (!changed) return this.#all(kind);
        // Asked for twice it is the same list, because rules remember what they made of it.
        return (merged[kind] ??= this.#merged(kind, changed) as (typeof merged)[typeof kind] & object);
      },
      tree: () => {
        onRead();
        return changed && this.#tree ? withNames(this.#tree, changed) : this.#tree;
      },
    };
  }

  #merged<K extends keyof Facts>(kind: K, changed: ReadonlyMap<string, AnyFacts>): readonly (readonly [string, Facts[K]])[] {
    const list = this.#all(kind).filter(([path]) => !changed.has(path));
    for (const [path, entry] of changed) if (entry.kind === kind) list.push([path, entry.facts as Facts[K]]);
    return list.sort(([a], [b]) => compareText(a, b));
  }

  #all<K extends keyof Facts>(kind: K): readonly (readonly [string, Facts[K]])[] {
    const known = this.#sorted[kind];
    if (known) return known;
    const list: [string, Facts[K]][] = [];
    for (const [path, { entry }] of this.#files) if (entry.kind === kind) list.push([path, entry.facts as Facts[K]]);
    list.sort(([a], [b]) => compareText(a, b));
    this.#sorted = { ...this.#sorted, [kind]: list };
    return list;
  }

  #changed(): void {
    this.#revision++;
    this.#sorted = {};
  }
}

/** The same files and those that a fix creates. */
const withNames = (tree: FileTree, changed: ReadonlyMap<string, AnyFacts>): FileTree => ({
  has: (path) => tree.has(path) || changed.has(path),
  named: (name) => tree.named(name),
  ending: (extension) => tree.ending(extension),
});

import { compareText } from './finding.ts';
import type { Facts, WorkspaceView } from './environment.ts';

type AnyFacts = { [K in keyof Facts]: { readonly kind: K; readonly facts: Facts[K] } }[keyof Facts];

/**
 * The facts of all files of one workspace folder. `revision` grows only when some file's facts really changed, so that an edit which changes nothing
 * for the others costs them nothing.
 */
export class WorkspaceIndex {
  readonly #files = new Map<string, { readonly entry: AnyFacts; readonly json: string }>();
  #sorted: { readonly [K in keyof Facts]?: readonly (readonly [string, Facts[K]])[] } = {};
  #revision = 0;

  get revision(): number {
    return this.#revision;
  }

  /** Stores a file's facts. Facts are plain data, so their JSON text tells whether they changed. */
  set<K extends keyof Facts>(path: string, kind: K, facts: Facts[K]): void {
    const json = `${kind} ${JSON.stringify(facts)}`;
    if (this.#files.get(path)?.json === json) return;
    this.#files.set(path, { entry: { kind, facts } as AnyFacts, json });
    this.#changed();
  }

  delete(path: string): void {
    if (this.#files.delete(path)) this.#changed();
  }

  /** A view that calls `onRead` when a rule looks at another file, so that the caller knows what its result depends on. */
  view(onRead: () => void): WorkspaceView {
    return {
      get: (kind, path) => {
        onRead();
        const entry = this.#files.get(path)?.entry;
        return entry?.kind === kind ? (entry.facts as Facts[typeof kind]) : undefined;
      },
      all: (kind) => {
        onRead();
        return this.#all(kind);
      },
    };
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

import type { Files } from '../service/scan.ts';

/** What the place that the server runs in gives it: files, clock and timers. */
export interface Host {
  /** The files of a folder on the server's own disk; undefined when the folder is not there (a virtual workspace, the browser). */
  filesOf(folderUri: string): Files | undefined;
  /**
   * The digest that an image's tag points to, from its registry; only asked when a person chose that. Absent where registries cannot be reached. Rejects with an
   * Error whose message says in words what went wrong.
   */
  imageDigest?(image: string): Promise<string>;
  /** ISO date (YYYY-MM-DD). */
  today(): string;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Calls back once after `milliseconds`, unless the returned function is called before. */
  schedule(callback: () => void, milliseconds: number): () => void;
  /** Resolves after everything that is waiting was handled. */
  breathe(): Promise<void>;
}

import type { Ecosystem } from '../base/ecosystem.ts';
import type { Advisories } from '../engine/advisories.ts';
import type { Files } from '../service/scan.ts';

/** How an update reaches the network, as the editor says it; the environment of the process counts besides. */
export interface AdvisoryConnection {
  readonly url?: string;
  readonly proxy?: string;
  readonly noProxy?: readonly string[];
  readonly strictSsl?: boolean;
}

export interface AdvisoryWork {
  readonly signal: AbortSignal;
  readonly onProgress: (text: string, share: number | undefined) => void;
}

export interface StoredAdvisories {
  readonly ecosystem: Ecosystem;
  /** For people; absent where the file cannot be used. */
  readonly source?: string;
  readonly date?: string;
  /** Why it cannot be used. */
  readonly error?: string;
}

/** Downloaded and imported advisory data on the server's disk. What fails rejects with an Error whose message says in words what failed and what to do. */
export interface AdvisoryData {
  readonly advisories: Advisories;
  stored(): readonly StoredAdvisories[];
  /** Uses the network. Resolves to what was done, in words. */
  update(ecosystems: readonly Ecosystem[], connection: AdvisoryConnection, work: AdvisoryWork): Promise<string>;
  /** @param files URIs */
  import(files: readonly string[], work: AdvisoryWork): Promise<string>;
}

/** What the place that the server runs in gives it: files, clock and timers. */
export interface Host {
  /** The files of a folder on the server's own disk; undefined when the folder is not there (a virtual workspace, the browser). */
  filesOf(folderUri: string): Files | undefined;
  /**
   * The digest that an image's tag points to, from its registry; only asked when a person chose that. Absent where registries cannot be reached. Rejects with an
   * Error whose message says in words what went wrong.
   */
  imageDigest?(image: string): Promise<string>;
  /**
   * Advisory data in a folder (a path; the host's own place when absent). Absent where nothing can be kept. Looks at no file before somebody asks about a package.
   * @param tell is told of a file that cannot be used
   */
  advisoryData?(folder: string | undefined, tell: (problem: string) => void): AdvisoryData;
  /** ISO date (YYYY-MM-DD). */
  today(): string;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Calls back once after `milliseconds`, unless the returned function is called before. */
  schedule(callback: () => void, milliseconds: number): () => void;
  /** Resolves after everything that is waiting was handled. */
  breathe(): Promise<void>;
}

import { mayMatter } from './parse.ts';
import type { FileReport, Workspace } from './workspace.ts';

/** Larger files are skipped: nobody writes them, and reading them would hold up the rest. In bytes. */
export const SIZE_LIMIT = 10 * 1024 * 1024;

/** Folders that are never worth reading, whatever `.gitignore` says. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules', '.hg', '.svn']);

export type SkipReason = 'too large' | 'binary' | 'unreadable' | 'excluded' | 'link leads outside';

/** A file as a host lists it. `size` in bytes, if the host knows it; `skip`, if it is not to be read. */
export interface ListedFile {
  readonly path: string;
  readonly size?: number;
  readonly skip?: SkipReason;
}

/** Port to the files of one workspace folder. A host leaves out what `.gitignore` names, `.git` and `node_modules`. */
export interface Files {
  list(): AsyncIterable<ListedFile>;
  /** The text of a file; undefined when it cannot be read. */
  read(path: string): Promise<string | undefined>;
  /** Lets the host handle what is waiting (a keystroke, a cancel) between two files. */
  breathe(): Promise<void>;
}

export type ScanEvent =
  | { readonly kind: 'skipped'; readonly path: string; readonly reason: SkipReason }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'report'; readonly report: FileReport; readonly done: number; readonly total: number };

/**
 * Reads every file that may matter into the workspace, so that files can speak about each other, and then reports each. Ends early, without an error, once
 * `cancelled` says so. Files that the workspace has open keep the text that they have.
 */
export async function* scan(
  workspace: Workspace,
  files: Files,
  isOpen: (path: string) => boolean,
  cancelled: () => boolean,
): AsyncGenerator<ScanEvent> {
  const listed: string[] = [];
  for await (const { path, size, skip } of files.list()) {
    if (cancelled()) return;
    if (!mayMatter(path)) continue;
    const reason = skip ?? (size !== undefined && size > SIZE_LIMIT ? 'too large' : undefined);
    if (reason) yield { kind: 'skipped', path, reason };
    else listed.push(path);
  }
  listed.sort();
  const readable: string[] = [];
  for (const [index, path] of listed.entries()) {
    if (cancelled()) return;
    const reason = isOpen(path) ? undefined : await take(workspace, files, path, isOpen);
    if (reason) yield { kind: 'skipped', path, reason };
    else readable.push(path);
    if (index % 16 === 15) {
      await files.breathe();
      yield { kind: 'progress', done: Math.floor(index / 2), total: listed.length };
    }
  }
  const before = listed.length - readable.length;
  for (const [index, path] of readable.entries()) {
    if (cancelled()) return;
    if (workspace.excludes(path)) yield { kind: 'skipped', path, reason: 'excluded' };
    else {
      const done = Math.floor((listed.length + before + index + 1) / 2);
      yield { kind: 'report', report: workspace.report(path), done, total: listed.length };
    }
    await files.breathe();
  }
}

async function take(
  workspace: Workspace,
  files: Files,
  path: string,
  isOpen: (path: string) => boolean,
): Promise<SkipReason | undefined> {
  const text = await files.read(path);
  // Opened while it was read: the editor's text counts.
  if (isOpen(path)) return undefined;
  if (text === undefined) return 'unreadable';
  if (isBinary(text)) return 'binary';
  workspace.set(path, text);
  return undefined;
}

/** A NUL near the start is git's own test for binary content. */
export const isBinary = (text: string): boolean => text.slice(0, 8000).includes('\0');

import { mayMatter, tellsFacts, tellsOnlyFacts } from './parse.ts';
import type { FileReport, Workspace } from './workspace.ts';

/** Larger files are skipped: nobody writes them, and reading them would hold up the rest. In bytes. */
export const SIZE_LIMIT = 10 * 1024 * 1024;

/** Folders that are never worth reading, whatever `.gitignore` says. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules', '.hg', '.svn']);

export type SkipReason = 'too large' | 'binary' | 'unreadable' | 'excluded' | 'link leads outside';

/** A file as a host lists it. */
export interface ListedFile {
  /** A folder whose content the host leaves out (`.git`, `node_modules`, what `.gitignore` names) ends in `/`. */
  readonly path: string;
  /** In bytes, if the host knows it. */
  readonly size?: number;
  /** Why it is not to be read. */
  readonly skip?: SkipReason;
  /**
   * Files that are not to be reported: of one that git ignores only the name counts (it may lie in a build context); one that only surrounds what was asked for is also
   * read if it tells something about others.
   */
  readonly use?: 'name' | 'surroundings';
}

/** Port to the files of one workspace folder. */
export interface Files {
  /** All of them, ours or not. */
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
  const facts: string[] = [];
  const names: string[] = [];
  /** Files that would matter only if others include them. */
  const own: string[] = [];
  workspace.startListing();
  for await (const file of files.list()) {
    if (cancelled()) return;
    const { path, skip, use } = file;
    if (skip !== 'unreadable' && skip !== 'link leads outside') names.push(path);
    if (!isRead(file)) {
      if (!skip && use === undefined && !isTooLarge(file)) own.push(path);
      continue;
    }
    const reason = skip ?? (isTooLarge(file) ? 'too large' : undefined);
    if (use === 'surroundings' || tellsOnlyFacts(path)) {
      if (!reason) facts.push(path);
    } else if (reason) yield { kind: 'skipped', path, reason };
    else listed.push(path);
  }
  workspace.list(names);
  for (const path of facts) {
    if (cancelled()) return;
    if (!isOpen(path)) await take(workspace, files, path, isOpen);
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
  for await (const path of includedIn(workspace, files, new Set(own), isOpen)) {
    if (cancelled()) return;
    listed.push(path);
    readable.push(path);
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

/** Reads the files that those that were read include, whatever their names, and what these include; tells which could be read. */
async function* includedIn(
  workspace: Workspace,
  files: Files,
  known: ReadonlySet<string>,
  isOpen: (path: string) => boolean,
): AsyncGenerator<string> {
  const tried = new Set<string>();
  const next = (): string | undefined => [...workspace.included()].sort().find((path) => known.has(path) && !tried.has(path));
  for (let path = next(); path !== undefined; path = next()) {
    tried.add(path);
    const isTaken = isOpen(path) || (await take(workspace, files, path, isOpen)) === undefined;
    if (isTaken) yield path;
  }
}

/** Whether a listed file's text matters. */
export const isRead = ({ path, use }: ListedFile): boolean =>
  use !== 'name' && (use === 'surroundings' ? tellsFacts(path) : mayMatter(path));

export const isTooLarge = ({ size }: ListedFile): boolean => size !== undefined && size > SIZE_LIMIT;

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

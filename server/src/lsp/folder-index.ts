import { isBinary, isRead, isTooLarge } from '../service/scan.ts';
import type { Folder } from './folders.ts';
import type { Session } from './session.ts';

/**
 * Reads a folder's files in the background, so that configuration files hold and files can speak about each other before anybody scans. Gives way to
 * whatever is waiting after every few files.
 */
export async function indexFolder(session: Session, folder: Folder, isCurrent: () => boolean): Promise<void> {
  const files = session.filesOf(folder);
  if (!files) return;
  try {
    let count = 0;
    const names: string[] = [];
    folder.workspace.startListing();
    for await (const file of files.list()) {
      if (!isCurrent()) return;
      if (file.skip === undefined) names.push(file.path);
      if (file.skip === undefined && isRead(file) && !isTooLarge(file)) await takeFromDisk(session, folder, file.path);
      if (++count % 8 === 0) await session.host.breathe();
    }
    folder.workspace.list(names);
    if (isCurrent()) await takeIncluded(session, folder);
  } catch (error) {
    session.connection.console.warn(`The folder ${folder.uri} could not be read: ${String(error)}`);
  }
}

/** Reads the files of a folder that requirements include under names of no kind of ours, and what these include. Tells whether there were any. */
export async function takeIncluded(session: Session, folder: Folder): Promise<boolean> {
  const { workspace } = folder;
  const tried = new Set<string>();
  // Only what was listed lies in the folder for certain.
  const isUnread = (path: string): boolean =>
    !tried.has(path) && !workspace.has(path) && workspace.view.tree()?.has(path) === true;
  const next = (): string | undefined => [...workspace.included()].find(isUnread);
  for (let path = next(); path !== undefined; path = next()) {
    tried.add(path);
    await takeFromDisk(session, folder, path);
  }
  return tried.size > 0;
}

/** Takes the text on disk, unless the document is open: then the editor's text counts. */
export async function takeFromDisk(session: Session, folder: Folder, path: string): Promise<void> {
  if (session.isOpen(folder, path)) return;
  const text = await folder.files?.read(path);
  if (session.isOpen(folder, path)) return;
  if (text === undefined || isBinary(text)) folder.workspace.delete(path);
  else folder.workspace.set(path, text);
}

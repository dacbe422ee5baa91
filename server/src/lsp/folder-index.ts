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
  } catch (error) {
    session.connection.console.warn(`The folder ${folder.uri} could not be read: ${String(error)}`);
  }
}

/** Takes the text on disk, unless the document is open: then the editor's text counts. */
export async function takeFromDisk(session: Session, folder: Folder, path: string): Promise<void> {
  if (session.isOpen(folder, path)) return;
  const text = await folder.files?.read(path);
  if (session.isOpen(folder, path)) return;
  if (text === undefined || isBinary(text)) folder.workspace.delete(path);
  else folder.workspace.set(path, text);
}

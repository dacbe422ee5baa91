import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../folder.ts';
import { diskFailure } from './errors.ts';

/** How bytes get into an open file: a place of its own, because disks run full. */
export interface Disk {
  write(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void>;
}

export const DISK: Disk = {
  async write(handle, bytes, position) {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  },
};

/** Writes a file beside its place, waits until it is on the disk, and moves it there: whoever reads sees the old file or the new one. @throws DataError */
export async function writeAtomically(file: string, bytes: Uint8Array, disk: Disk = DISK): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await makeFolder(path.dirname(file));
    const handle = await open(temporary, 'w');
    try {
      await disk.write(handle, bytes, 0);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw diskFailure(file, error);
  }
}

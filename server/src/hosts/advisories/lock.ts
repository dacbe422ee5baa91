import { open, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { makeFolder } from '../folder.ts';
import { codeOf, DataError } from '../network/errors.ts';
import { diskFailure, isDiskFull } from './errors.ts';

/** Runs `work` while no other process or editor window updates the data of the folder. @throws DataError when one does */
export async function locked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(folder, 'update.lock');
  await makeFolder(folder).catch((error: unknown) => {
    throw isDiskFull(error)
      ? diskFailure(folder, error)
      : new DataError(`"${folder}" cannot be made (${codeOf(error)}). Set LARBOARD_DATA to a folder that can be written.`, error);
  });
  if (!(await take(file))) {
    const holder = await holderOf(file);
    if (holder === undefined || isAlive(holder))
      throw new DataError(
        `Another update of the advisory data is running${holder === undefined ? '' : ` (process ${holder.pid} on ${holder.host})`}. Wait for it, or delete "${file}" if there is none.`,
      );
    // Whoever held it is gone, for example after a power cut.
    await rm(file, { force: true });
    if (!(await take(file))) throw new DataError('Another update of the advisory data has just begun. Wait for it.');
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname() }));
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw diskFailure(file, error);
  }
}

interface Holder {
  readonly pid: number;
  readonly host: string;
}

async function holderOf(file: string): Promise<Holder | undefined> {
  try {
    const { pid, host } = JSON.parse(await readFile(file, 'utf8')) as Partial<Record<keyof Holder, unknown>>;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : undefined;
  } catch {
    // It is being written, or was taken away this moment.
    return undefined;
  }
}

/** A process of another machine cannot be asked, so it counts as alive. */
function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

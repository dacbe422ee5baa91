import { randomUUID } from 'node:crypto';
import { chmod, lstat, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { decode, encodeLike } from '../hosts/node-files.ts';
import { Failure } from './failure.ts';

export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Replaces a file's content in one step, so that a crash leaves the old or the new content and never half of it. Keeps the mode; a link stays a link.
 * @throws Failure (exit code 3) when the file cannot be written or would lie outside the root.
 */
export async function writeAtomically(root: string, { path: file, before, after }: FixedFile): Promise<void> {
  const target = await realpath(path.join(root, file)).catch(() => path.join(root, file));
  const real = await realpath(root);
  if (!target.startsWith(real + path.sep)) throw new Failure(`"${file}" lies outside ${root} and was not changed`, 3);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const { mode } = await stat(target);
    const original = await readFile(target);
    if (decode(original) !== before) throw new Error('it was changed meanwhile');
    const bytes = encodeLike(original, after);
    if (!bytes) throw new Error('it is not UTF-8 text, and writing it would damage it');
    await writeFile(temporary, bytes, { flag: 'wx' });
    await chmod(temporary, mode);
    await rename(temporary, target);
  } catch (error) {
    if (await lstat(temporary).catch(() => undefined)) await rm(temporary, { force: true });
    throw new Failure(`"${file}" cannot be written (${error instanceof Error ? error.message : String(error)})`, 3);
  }
}

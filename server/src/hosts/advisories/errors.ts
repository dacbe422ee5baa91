import { codeOf, DataError } from '../network/errors.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

export const isDiskFull = (error: unknown): boolean => FULL.has(codeOf(error));

/** An error of the file system, in words. */
export function diskFailure(file: string, error: unknown): DataError {
  if (error instanceof DataError) return error;
  if (isDiskFull(error))
    return new DataError(
      `"${file}" cannot be written because the disk is full. Make room and try again; the old data is kept.`,
      error,
    );
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new DataError(`"${file}" cannot be written (${code}). Set LARBOARD_DATA to a folder that can.`, error);
  if (code === 'ENOENT') return new DataError(`"${file}" is not there.`, error);
  return new DataError(`"${file}" cannot be used (${error instanceof Error ? error.message : String(error)}).`, error);
}

/** An update or import that failed. The message says what failed and what to do; the data is as it was. */
export class AdvisoryUpdateError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AdvisoryUpdateError';
  }
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

export const isDiskFull = (error: unknown): boolean => FULL.has(codeOf(error));

/** An error of the file system, in words. */
export function diskFailure(file: string, error: unknown): AdvisoryUpdateError {
  if (error instanceof AdvisoryUpdateError) return error;
  if (isDiskFull(error))
    return new AdvisoryUpdateError(
      `"${file}" cannot be written because the disk is full. Make room and try again; the old data is kept.`,
      error,
    );
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new AdvisoryUpdateError(`"${file}" cannot be written (${code}). Set LARBOARD_DATA to a folder that can.`, error);
  if (code === 'ENOENT') return new AdvisoryUpdateError(`"${file}" is not there.`, error);
  return new AdvisoryUpdateError(`"${file}" cannot be used (${error instanceof Error ? error.message : String(error)}).`, error);
}

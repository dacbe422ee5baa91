/** A download, question, update or import that failed for good. The message says what failed and what to do; the data is as it was. */
export class DataError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'DataError';
  }
}

/** The code of an error of Node's (`ENOENT`), empty for others. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Advisory data on disk that cannot be used. The message says what is wrong and what to do. */
export class AdvisoryDataError extends Error {
  constructor(what: string) {
    super(`${what} Update the advisory data again; until then only the built-in facts are used.`);
    this.name = 'AdvisoryDataError';
  }
}

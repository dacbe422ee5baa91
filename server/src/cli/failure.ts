/** What ends the program with a line for the person who called it. Exit code 2 is a usage or configuration error, 3 a failure of the program. */
export class Failure extends Error {
  readonly exitCode: 2 | 3;

  constructor(message: string, exitCode: 2 | 3 = 2) {
    super(message);
    this.name = 'Failure';
    this.exitCode = exitCode;
  }
}

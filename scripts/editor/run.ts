import { spawn, type SpawnOptions } from 'node:child_process';

/** A program that this script started ended badly. The message is for people. */
export class CommandFailed extends Error {
  readonly output: string;

  constructor(command: string, reason: string, output: string) {
    super(`${command} ${reason}${output === '' ? '' : `\n${output.trimEnd()}`}`);
    this.output = output;
  }
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** `show` passes the output through to the terminal; `keep` collects it and shows it only in an error. */
  readonly output?: 'show' | 'keep';
  /** Milliseconds after which the program is ended; it fails then. */
  readonly timeout?: number;
  /** Windows runs `.cmd` files only through its shell. */
  readonly shell?: boolean;
}

/** Runs a program to its end and returns what it wrote (empty with `output: 'show'`). Throws {@link CommandFailed}. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const show = options.output === 'show';
  const spawnOptions: SpawnOptions = {
    cwd: options.cwd,
    env: options.env ?? process.env,
    shell: options.shell ?? false,
    timeout: options.timeout,
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, spawnOptions);
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', (error) => reject(new CommandFailed(command, `could not be started: ${error.message}`, '')));
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output);
      else
        reject(new CommandFailed(`${command} ${args.join(' ')}`, `ended with ${signal ?? `exit code ${String(code)}`}`, output));
    });
  });
}

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface TestWebOptions {
  readonly extension: string;
  readonly tests: string;
  readonly workspace: string;
  /** The folder of a static VS Code for the Web. */
  readonly build: string;
}

export interface TestWebServer {
  readonly url: string;
  readonly died: Promise<never>;
  stop(): Promise<void>;
}

/** Serves VS Code for the Web with `@vscode/test-web`, in a process of its own: it writes every request to the console. */
export async function startTestWeb(options: TestWebOptions): Promise<TestWebServer> {
  const child = fork(fileURLToPath(new URL('test-web-server.ts', import.meta.url)), [JSON.stringify(options)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let log = '';
  const read = (chunk: Buffer): void => {
    log += chunk.toString();
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  const died = ended.then((): never => {
    throw new Error(`The server of @vscode/test-web ended.\n${log}`);
  });
  died.catch(() => undefined);
  const port = await Promise.race([
    died,
    new Promise<number>((resolve) => child.once('message', (message) => resolve(Number(message)))),
  ]);
  return {
    url: `http://127.0.0.1:${port}`,
    died,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import {
  createMessageConnection,
  type MessageConnection,
  type Position,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** A language server as a process of its own, timed from outside. */
export class TimedServer {
  readonly name: string;
  /** Milliseconds from the start of the process to the answer of `initialize`. */
  readonly startup: number;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #connection: MessageConnection;
  readonly #waiting = new Map<string, () => void>();

  constructor(name: string, startup: number, process: ChildProcessWithoutNullStreams, connection: MessageConnection) {
    this.name = name;
    this.startup = startup;
    this.#process = process;
    this.#connection = connection;
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }: { uri: string; version?: number }) => {
      this.#waiting.get(`${uri} ${version}`)?.();
    });
  }

  /** @param folder URI of the workspace folder */
  static async start(name: string, script: string, folder: string): Promise<TimedServer> {
    const started = performance.now();
    const child = spawn(process.execPath, [script, '--stdio'], { stdio: 'pipe' });
    const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    connection.listen();
    const params = { processId: process.pid, rootUri: folder, capabilities: {}, workspaceFolders: [{ uri: folder, name: name }] };
    await connection.sendRequest('initialize', params);
    const server = new TimedServer(name, performance.now() - started, child, connection);
    await connection.sendNotification('initialized', {});
    return server;
  }

  /** Milliseconds from opening to the diagnostics. */
  open(uri: string, text: string): Promise<number> {
    return this.#timed(uri, 1, 'textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text } });
  }

  /** Milliseconds from an edit to the diagnostics of its version. */
  edit(uri: string, version: number, start: Position, end: Position, text: string): Promise<number> {
    const contentChanges = [{ range: { start, end }, text }];
    return this.#timed(uri, version, 'textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.#connection.sendRequest<T>(method, params);
  }

  stop(): void {
    this.#connection.dispose();
    this.#process.kill();
  }

  async #timed(uri: string, version: number, method: string, params: unknown): Promise<number> {
    const key = `${uri} ${version}`;
    const answered = new Promise<void>((resolve) => this.#waiting.set(key, resolve));
    const started = performance.now();
    await this.#connection.sendNotification(method, params);
    await answered;
    this.#waiting.delete(key);
    return performance.now() - started;
  }
}

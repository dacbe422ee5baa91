import { type ChildProcess, spawn } from 'node:child_process';
import {
  type CodeAction,
  type CodeActionContext,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type MessageReader,
  type MessageWriter,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';

export interface Message {
  readonly method: string;
  readonly params: unknown;
}

export interface ClientOptions {
  readonly folders?: readonly string[];
  /** Takes published diagnostics and cannot ask for any. */
  readonly push?: boolean;
  /** Answers `workspace/configuration` for one scope; a client without it has no such capability. */
  readonly settings?: (scope: string | undefined) => unknown;
  /** Answers the server's own requests (`larboard/files/*`). */
  readonly answer?: (method: string, params: never) => unknown;
  readonly initializationOptions?: unknown;
  /** Options of Node for the server's process. */
  readonly node?: readonly string[];
  /** Of the server's process, besides this one's. */
  readonly env?: Readonly<Record<string, string>>;
  readonly codeActionResolve?: boolean;
  /** Whether edits may create files. */
  readonly createsFiles?: boolean;
}

/** An editor's end of a connection: answers what the server asks and keeps everything that the server said, in order. */
export class Client {
  readonly connection: MessageConnection;
  readonly received: Message[] = [];
  /** Resolves to the exit code of the server's process. */
  readonly exited: Promise<number | null>;
  initialized: InitializeResult | undefined;
  readonly #child: ChildProcess | undefined;
  readonly #options: ClientOptions;
  readonly #watchers = new Set<() => void>();

  constructor(reader: MessageReader, writer: MessageWriter, options: ClientOptions, child?: ChildProcess) {
    this.#options = options;
    this.#child = child;
    this.exited = new Promise((resolve) => child?.once('exit', (code) => resolve(code)));
    this.connection = createMessageConnection(reader, writer);
    this.connection.onRequest((method, params) => this.#answer(method, params as object));
    this.connection.onNotification((method, params) => this.#record(method, params));
    this.connection.onUnhandledProgress((params) => this.#record('$/progress', params));
    this.connection.onError(() => undefined);
    this.connection.listen();
  }

  /** Starts a server's bundle and speaks with it over its standard streams. */
  static async spawn(bundle: string, options: ClientOptions = {}): Promise<Client> {
    const child = spawn(process.execPath, [...(options.node ?? []), bundle, '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...options.env },
    });
    const client = new Client(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin), options, child);
    await client.initialize();
    return client;
  }

  async initialize(): Promise<void> {
    const { folders, push, settings, initializationOptions } = this.#options;
    this.initialized = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: folders?.map((uri) => ({ uri, name: uri })) ?? null,
      initializationOptions,
      capabilities: {
        workspace: {
          workspaceFolders: true,
          configuration: settings !== undefined,
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
          workspaceEdit: {
            documentChanges: true,
            resourceOperations: this.#options.createsFiles === false ? [] : ['create'],
            changeAnnotationSupport: {},
          },
          diagnostics: { refreshSupport: true },
        },
        textDocument: push === true ? {} : { diagnostic: { relatedDocumentSupport: false } },
        window: { workDoneProgress: true },
      },
    });
    await this.notify('initialized', {});
  }

  /** The server's process id, for measuring it. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  request<T>(method: string, params: object | null): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  open(uri: string, text: string, languageId = 'plaintext'): Promise<void> {
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  change(uri: string, version: number, ...contentChanges: readonly TextDocumentContentChangeEvent[]): Promise<void> {
    return this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  watched(...changes: readonly { readonly uri: string; readonly type: number }[]): Promise<void> {
    return this.notify('workspace/didChangeWatchedFiles', { changes });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  async items(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  async actions(uri: string, range: Range, only?: CodeActionContext['only']): Promise<CodeAction[]> {
    const context = { diagnostics: [], ...(only ? { only } : {}) };
    return this.request('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.request('textDocument/hover', { textDocument: { uri }, position: { line, character } });
  }

  /** All that was published for a document, oldest first. */
  published(uri: string): readonly PublishDiagnosticsParams[] {
    return this.messages<PublishDiagnosticsParams>('textDocument/publishDiagnostics').filter((params) => params.uri === uri);
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- The caller knows what the method carries.
  messages<T>(method: string): readonly T[] {
    return this.received.filter((message) => message.method === method).map(({ params }) => params as T);
  }

  /** Looks now and after every message, until there is something. */
  until<T>(look: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const watch = (): void => {
        const found = look();
        if (found === undefined) return;
        this.#watchers.delete(watch);
        resolve(found);
      };
      this.#watchers.add(watch);
      watch();
    });
  }

  /** The first diagnostics of a document that are as wanted: the newest published ones, or pulled ones, asked for again after every refresh. */
  async diagnostics(uri: string, wanted: (items: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    if (this.#options.push === true) {
      return this.until(() => {
        const newest = this.published(uri).at(-1)?.diagnostics;
        return newest && wanted(newest) ? newest : undefined;
      });
    }
    for (;;) {
      const refreshes = this.#refreshes();
      const items = await this.items(uri);
      if (wanted(items)) return items;
      await this.until(() => (this.#refreshes() > refreshes ? true : undefined));
    }
  }

  /** Resolves once the server has handled everything that was sent before. */
  async settled(): Promise<void> {
    await this.request('larboard/rules', {});
  }

  /** Ends the connection, and the process if there is one. */
  async stop(): Promise<void> {
    this.connection.dispose();
    if (this.#child && this.#child.exitCode === null) {
      this.#child.kill();
      await this.exited;
    }
  }

  #refreshes(): number {
    return this.messages('workspace/diagnostic/refresh').length;
  }

  async #answer(method: string, params: object): Promise<unknown> {
    this.#record(method, params);
    if (method === 'workspace/configuration') {
      const { items } = params as { readonly items: readonly { readonly scopeUri?: string }[] };
      return items.map(({ scopeUri }) => this.#options.settings?.(scopeUri) ?? null);
    }
    return (await this.#options.answer?.(method, params as never)) ?? null;
  }

  #record(method: string, params: unknown): void {
    this.received.push({ method, params });
    for (const watch of [...this.#watchers]) watch();
  }
}

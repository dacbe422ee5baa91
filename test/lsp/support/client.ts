import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import {
  type ClientCapabilities,
  type CodeAction,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type FileChangeType,
  type InitializeResult,
  type MessageConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { InitializationOptions, Settings } from '../../../server/src/lsp/protocol.ts';
import { spawnServer } from './server.ts';

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

interface Message {
  readonly method: string;
  readonly params: unknown;
}

export interface ClientOptions {
  readonly folders?: readonly string[];
  /** True for a client that pulls diagnostics. */
  readonly pulls?: boolean;
  /** The settings that the client answers with, by folder URI; '' for documents outside of all folders. */
  readonly settings?: (folder: string) => Settings;
  readonly initializationOptions?: InitializationOptions;
  readonly capabilities?: ClientCapabilities;
}

const BASE: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: { codeAction: { resolveSupport: { properties: ['edit'] }, dataSupport: true } },
};

const PULLING: ClientCapabilities = {
  ...BASE,
  workspace: { ...BASE.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { ...BASE.textDocument, diagnostic: {} },
};

/** An editor as far as the server can tell. It remembers every message, and waits for messages, never for time. */
export class TestClient {
  readonly connection: MessageConnection;
  /** Notifications and requests of the server, in order. */
  readonly received: Message[] = [];
  initialized: InitializeResult = { capabilities: {} };
  readonly #options: ClientOptions;
  readonly #waiting = new Set<() => void>();
  readonly #versions = new Map<string, number>();

  constructor(input: Readable, output: Writable, options: ClientOptions = {}) {
    this.#options = options;
    this.connection = createMessageConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
    this.connection.onNotification((method, params) => {
      this.#take(method, Array.isArray(params) ? params[0] : params);
    });
    this.connection.onUnhandledProgress(({ token, value }) => {
      this.#take('$/progress', { token, value });
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => options.settings?.(scopeUri ?? '') ?? null),
    );
    for (const method of ['client/registerCapability', 'window/workDoneProgress/create', 'workspace/diagnostic/refresh']) {
      this.connection.onRequest(method, (params: unknown) => {
        this.#take(method, params);
        return null;
      });
    }
    this.connection.listen();
  }

  async initialize(): Promise<this> {
    const { folders = [], pulls = false, capabilities, initializationOptions } = this.#options;
    this.initialized = await this.request('initialize', {
      processId: null,
      rootUri: folders[0] ?? null,
      capabilities: capabilities ?? (pulls ? PULLING : BASE),
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      ...(initializationOptions ? { initializationOptions } : {}),
    });
    this.notify('initialized', {});
    return this;
  }

  request<T>(method: string, params?: unknown): Promise<T> {
    return params === undefined ? this.connection.sendRequest<T>(method) : this.connection.sendRequest<T>(method, params);
  }

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, version = 1): void {
    this.#versions.set(uri, version);
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version, text } });
  }

  /** Sends a change (of the whole text without a range) and returns its version. */
  change(uri: string, text: string, range?: Range): number {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [range ? { range, text } : { text }],
    });
    return version;
  }

  close(uri: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  filesChanged(...changes: readonly { readonly uri: string; readonly type: FileChangeType }[]): void {
    this.notify('workspace/didChangeWatchedFiles', { changes });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  actions(uri: string, range: Range, only?: readonly string[]): Promise<CodeAction[]> {
    return this.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  }

  /** All that was published for a document, in order. */
  published(uri: string): readonly Published[] {
    return this.received.flatMap(({ method, params }) =>
      method === 'textDocument/publishDiagnostics' && (params as Published).uri === uri ? [params as Published] : [],
    );
  }

  /** The first publication for a document that fits, be it past or to come. */
  async publication(uri: string, fits: (published: Published) => boolean = () => true): Promise<Published> {
    const find = (): Published | undefined => this.published(uri).find(fits);
    await this.until(() => find() !== undefined);
    return find() ?? { uri, diagnostics: [] };
  }

  count(method: string): number {
    return this.received.filter((message) => message.method === method).length;
  }

  /** Resolves as soon as the condition holds; it is looked at after every message. Mocha's time limit ends a wait in vain. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!condition()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  #take(method: string, params: unknown): void {
    this.received.push({ method, params });
    for (const look of this.#waiting) look();
  }
}

const running: ChildProcessWithoutNullStreams[] = [];

/** Starts a server, initialized. {@link stopServers} ends it. */
export async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  const server = await spawnServer();
  running.push(server);
  return new TestClient(server.stdout, server.stdin, options).initialize();
}

/** For `afterEach`: ends every server of the test. */
export function stopServers(): void {
  for (const server of running.splice(0)) server.kill();
}

/** The rules of some diagnostics, sorted. */
export const rulesOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code }) => String(code)).sort();

/** The diagnostics of a full report. */
export function itemsOf(report: DocumentDiagnosticReport): readonly Diagnostic[] {
  if (report.kind !== 'full') throw new Error('the report is unchanged');
  return report.items;
}

/** Where `part` first stands in `text`, as a range. */
export function rangeOf(text: string, part: string): Range {
  const at = (offset: number) => {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
  };
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`"${part}" is not in the text`);
  return { start: at(start), end: at(start + part.length) };
}

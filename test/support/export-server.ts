import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Served {
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Intercept = (request: IncomingMessage, response: ServerResponse, served: Served | undefined) => boolean;

/** A server on this machine that has some files and notes what it is asked. It understands ranges as storage services do. */
export class ExportServer {
  readonly files = new Map<string, Served>();
  readonly asked: string[] = [];
  /** Each answers one question instead of the file, if it returns true. */
  readonly intercepts: Intercept[] = [];
  always: Intercept | undefined;
  readonly #server: Server;
  readonly #cuts: (() => void)[] = [];

  constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response);
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  /** Breaks the connections that wait for it. */
  cut(): void {
    for (const cut of this.#cuts.splice(0)) cut();
  }

  onCut(cut: () => void): void {
    this.#cuts.push(cut);
  }

  on(event: 'connect', listener: (request: IncomingMessage, socket: Duplex) => void): void {
    this.#server.on(event, listener);
  }

  serve(path: string, body: string | Buffer, headers: Readonly<Record<string, string>> = {}): void {
    this.files.set(path, { body, headers });
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = decodeURIComponent(request.url ?? '');
    const { range } = request.headers;
    this.asked.push(`${path}${range === undefined ? '' : ` ${range}`}`);
    const served = this.files.get(path);
    const intercept = this.intercepts.shift() ?? this.always;
    if (intercept?.(request, response, served)) return;
    if (!served) response.writeHead(404).end();
    else answerWith(request, response, served);
  }
}

function answerWith({ headers }: IncomingMessage, response: ServerResponse, { body, headers: own = {} }: Served): void {
  const bytes = Buffer.from(body);
  const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? Number.NaN);
  const isSame =
    headers['if-range'] === undefined || headers['if-range'] === own['etag'] || headers['if-range'] === own['last-modified'];
  if (Number.isNaN(from) || !isSame) response.writeHead(200, { ...own, 'content-length': String(bytes.length) }).end(bytes);
  else if (from >= bytes.length) response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
  else {
    const rest = bytes.subarray(from);
    const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
    response.writeHead(206, { ...own, 'content-range': range, 'content-length': String(rest.length) }).end(rest);
  }
}

/** Sends the headers and the first bytes, and breaks the connection when the test says that they arrived ({@link ExportServer.cut}). */
export const breakAfter =
  (server: ExportServer, count: number): Intercept =>
  (request, response, served) => {
    const bytes = Buffer.from(served?.body ?? '');
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const total = bytes.length;
    const head = from > 0 ? { 'content-range': `bytes ${from}-${total - 1}/${total}` } : {};
    response.writeHead(from > 0 ? 206 : 200, { ...served?.headers, ...head, 'content-length': String(total - from) });
    response.write(bytes.subarray(from, from + count));
    server.onCut(() => response.socket?.destroy());
    return true;
  };

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Intercept =>
  (_, response) => {
    response.writeHead(code, headers).end();
    return true;
  };

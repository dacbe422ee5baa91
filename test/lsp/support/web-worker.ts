import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-languageserver/node';
import { Client, type ClientOptions } from './client.ts';
import { track, WEB_SERVER } from './harness.ts';

class PortReader extends AbstractMessageReader {
  readonly #port: MessagePort;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
  }

  listen(callback: DataCallback): Disposable {
    this.#port.onmessage = ({ data }: MessageEvent<Message>) => callback(data);
    return { dispose: () => this.#port.close() };
  }

  // An open port would keep the process alive.
  override dispose(): void {
    super.dispose();
    this.#port.close();
  }
}

class PortWriter extends AbstractMessageWriter {
  readonly #port: MessagePort;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
  }

  write(message: Message): Promise<void> {
    this.#port.postMessage(message);
    return Promise.resolve();
  }

  end(): void {
    this.#port.close();
  }
}

/** Runs the web worker's bundle where there is nothing but what a worker has: no `require`, no `process`, no `Buffer`. */
export async function startWebWorker(options: ClientOptions): Promise<Client> {
  const { port1, port2 } = new MessageChannel();
  const scope: Record<string, unknown> = {
    postMessage: (message: unknown) => port2.postMessage(message),
    addEventListener: () => undefined,
    performance,
    console,
    setTimeout,
    clearTimeout,
    queueMicrotask,
    TextDecoder,
    TextEncoder,
    URL,
  };
  scope['self'] = scope;
  port2.onmessage = ({ data }) => {
    (scope['onmessage'] as ((event: { readonly data: unknown }) => void) | undefined)?.({ data });
  };
  new Script(readFileSync(WEB_SERVER, 'utf8'), { filename: 'web.js' }).runInContext(createContext(scope));
  const client = track(new Client(new PortReader(port1), new PortWriter(port1), options));
  await client.initialize();
  return client;
}

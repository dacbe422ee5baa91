import type { Connection } from 'vscode-languageserver';
import type { Files, ListedFile } from '../service/scan.ts';
import { decoded } from './folders.ts';
import { type ClientFile, LIST_FILES, type ListFilesParams, READ_FILE, type ReadFileParams } from './protocol.ts';

/** The files of a folder that only the client can reach: in the browser, and in virtual workspaces. */
export class ClientFiles implements Files {
  readonly #connection: Connection;
  readonly #folder: string;
  readonly #breathe: () => Promise<void>;
  readonly #uris = new Map<string, string>();

  constructor(connection: Connection, folder: string, breathe: () => Promise<void>) {
    this.#connection = connection;
    this.#folder = folder;
    this.#breathe = breathe;
  }

  async *list(): AsyncGenerator<ListedFile> {
    const params: ListFilesParams = { folder: this.#folder };
    const files = await this.#connection.sendRequest<readonly ClientFile[]>(LIST_FILES, params);
    const prefix = `${decoded(this.#folder)}/`;
    for (const { uri, size } of files) {
      const plain = decoded(uri);
      if (!plain.startsWith(prefix)) continue;
      const path = plain.slice(prefix.length);
      this.#uris.set(path, uri);
      if (path.endsWith('/')) yield { path, use: 'name' };
      else yield { path, ...(size === undefined ? {} : { size }) };
    }
  }

  async read(path: string): Promise<string | undefined> {
    const uri = this.#uris.get(path) ?? `${this.#folder}/${path.split('/').map(encodeURIComponent).join('/')}`;
    const params: ReadFileParams = { uri };
    return (await this.#connection.sendRequest<string | null>(READ_FILE, params).catch(() => null)) ?? undefined;
  }

  breathe(): Promise<void> {
    return this.#breathe();
  }
}

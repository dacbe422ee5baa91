import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';
import { build, BUNDLES } from '../../../scripts/build.ts';
import { Client, type ClientOptions } from './client.ts';

/** Hooks of the whole run: the bundle is built once, and what a test started or wrote goes when the test ends. */

const built = mkdtempSync(path.join(tmpdir(), 'larboard-lsp-'));
const clients = new Set<Client>();
const folders = new Set<string>();

export const NODE_SERVER = path.join(built, 'node.cjs');
export const WEB_SERVER = path.join(built, 'web.js');

before(async function () {
  this.timeout(60_000);
  const bundle = (name: string) => BUNDLES[name] ?? {};
  await build({ [NODE_SERVER]: bundle('dist/server/node.js'), [WEB_SERVER]: bundle('dist/server/web.js') });
});

afterEach(async () => {
  await Promise.all([...clients].map((client) => client.stop()));
  clients.clear();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
});

after(() => {
  rmSync(built, { recursive: true, force: true });
});

/** A client of the real server; it ends with the test. */
export async function start(options: ClientOptions = {}): Promise<Client> {
  const client = await Client.spawn(NODE_SERVER, options);
  clients.add(client);
  return client;
}

export const track = (client: Client): Client => {
  clients.add(client);
  return client;
};

export interface TemporaryFolder {
  readonly uri: string;
  uriOf(file: string): string;
  write(file: string, text: string): string;
  read(file: string): string;
  remove(file: string): void;
}

/** A folder on disk with these files; it goes with the test. Its name asks for percent-encoding. */
export function folderWith(files: Readonly<Record<string, string>>): TemporaryFolder {
  const root = mkdtempSync(path.join(tmpdir(), 'larboard ü-'));
  folders.add(root);
  const folder: TemporaryFolder = {
    uri: pathToFileURL(root).href,
    uriOf: (file) => pathToFileURL(path.join(root, file)).href,
    write: (file, text) => {
      const absolute = path.join(root, file);
      mkdirSync(path.dirname(absolute), { recursive: true });
      writeFileSync(absolute, text);
      return folder.uriOf(file);
    },
    read: (file) => readFileSync(path.join(root, file), 'utf8'),
    remove: (file) => rmSync(path.join(root, file)),
  };
  for (const [file, text] of Object.entries(files)) folder.write(file, text);
  return folder;
}

/** The rules that diagnostics come from, each once, sorted. */
export const rules = (items: readonly Diagnostic[]): readonly unknown[] => [...new Set(items.map(({ code }) => code))].sort();

export const has =
  (rule: string) =>
  (items: readonly Diagnostic[]): boolean =>
    items.some(({ code }) => code === rule);

export const lacks =
  (rule: string) =>
  (items: readonly Diagnostic[]): boolean =>
    !has(rule)(items);

/** The first diagnostic of a rule; its absence fails the test. */
export function ofRule(items: readonly Diagnostic[], rule: string): Diagnostic {
  const found = items.find(({ code }) => code === rule);
  if (!found) throw new Error(`no finding of ${rule} among ${JSON.stringify(rules(items))}`);
  return found;
}

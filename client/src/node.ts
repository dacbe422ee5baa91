import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { Extension } from './extension.ts';

let extension: Extension | undefined;

/** Entry on the desktop and in remote hosts: the server is a Node process of its own. */
export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server/node.js');
  const server = { module, transport: TransportKind.ipc };
  extension = new Extension(context, (options) => Promise.resolve(new LanguageClient('larboard', 'Larboard', server, options)));
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}

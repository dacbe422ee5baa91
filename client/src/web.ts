import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { Extension } from './extension.ts';

let extension: Extension | undefined;

/** Entry in the browser: the server is a web worker. */
export function activate(context: ExtensionContext): void {
  extension = new Extension(
    context,
    async (options) => new LanguageClient('larboard', 'Larboard', new Worker(await workerUrl(context)), options),
  );
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}

/** VS Code refuses to start a worker from `vscode-remote:`; a blob of the same script is started everywhere. */
async function workerUrl(context: ExtensionContext): Promise<string> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server/web.js');
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  const bytes = await workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/javascript' }));
}

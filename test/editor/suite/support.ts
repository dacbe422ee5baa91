import * as vscode from 'vscode';
import { ok } from '../assert.ts';

/** How long something may take to show up. Every wait ends with the event that it waits for; this only bounds a failure. */
const PATIENCE_MS = 10_000;

/** Waits until `read` gives a value, asking again after each event. Fails with `what` and the last state when it never does. */
export function eventually<T>(
  what: string,
  subscribe: vscode.Event<unknown>,
  read: () => T | undefined,
  state: () => unknown = () => '',
): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const value = read();
      if (value === undefined) return;
      stop();
      resolve(value);
    };
    const subscription = subscribe(look);
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`Waited in vain for ${what}.\n${String(state())}`));
    }, PATIENCE_MS);
    const stop = (): void => {
      subscription.dispose();
      clearTimeout(timer);
    };
    look();
  });
}

/** The rule of a diagnostic, when it is one of Larboard's. */
export function ruleOf(diagnostic: vscode.Diagnostic): string | undefined {
  if (diagnostic.source !== 'larboard') return undefined;
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** Larboard's diagnostics of a file. */
export const findings = (uri: vscode.Uri, rule?: string): vscode.Diagnostic[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter((each) => ruleOf(each) !== undefined && (rule === undefined || ruleOf(each) === rule));

const describeFindings = (uri: vscode.Uri): string =>
  `Diagnostics of ${uri.path}: ${JSON.stringify(vscode.languages.getDiagnostics(uri).map((each) => [each.source, ruleOf(each), each.range]))}`;

/** Waits for a finding of a rule. */
export const finding = (uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> =>
  eventually(
    `a finding of ${rule}`,
    vscode.languages.onDidChangeDiagnostics,
    () => findings(uri, rule)[0],
    () => describeFindings(uri),
  );

/** Waits until a rule has this many findings in a file. */
export const findingCount = (uri: vscode.Uri, rule: string, count: number): Promise<true> =>
  eventually(
    `${count} finding(s) of ${rule}`,
    vscode.languages.onDidChangeDiagnostics,
    () => (findings(uri, rule).length === count ? true : undefined),
    () => describeFindings(uri),
  );

/** The root of the workspace: a copy of `examples/`. */
export function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'There is no workspace folder.');
  return folder.uri;
}

export const inWorkspace = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), path);

/** A tab that stays: the next one would take a preview's place, and what stands in no tab is not analysed. */
const show = async (uri: vscode.Uri): Promise<vscode.TextEditor> =>
  vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });

/** Opens a file of the workspace in an editor. */
export const open = (path: string): Promise<vscode.TextEditor> => show(inWorkspace(path));

const scratchFiles: vscode.Uri[] = [];

/** Writes a new file into a folder of its own and opens it. {@link removeScratchFiles} takes it away again. */
export async function scratch(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = inWorkspace(`scratch-${scratchFiles.length + 1}/${name}`);
  scratchFiles.push(uri);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return show(uri);
}

/** Closes what is open without saving, and removes scratch files. */
export async function removeScratchFiles(): Promise<void> {
  for (const editor of [...vscode.window.visibleTextEditors]) {
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const uri of scratchFiles) {
    // The counter stays, so that no two tests ever share a path.
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..'), { recursive: true }).then(undefined, () => undefined);
  }
}

/** Replaces a part of a text that occurs once. */
export async function replace(editor: vscode.TextEditor, before: string, after: string): Promise<void> {
  const { document } = editor;
  const start = document.getText().indexOf(before);
  ok(start >= 0, `"${before}" is not in the document.`);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + before.length));
  ok(await editor.edit((edit) => edit.replace(range, after)), 'The editor took no edit.');
}

/** Types text at the end of a document, one character at a time, as fast as the editor takes it. */
export async function type(editor: vscode.TextEditor, text: string): Promise<void> {
  for (const character of text) {
    const { document } = editor;
    const end = document.positionAt(document.getText().length);
    ok(await editor.edit((edit) => edit.insert(end, character)), 'The editor took no edit.');
  }
}

export const wholeOf = (document: vscode.TextDocument): vscode.Range =>
  new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));

/** The code actions of a kind, with their edits resolved. */
export async function actions(uri: vscode.Uri, range: vscode.Range, kind: string): Promise<vscode.CodeAction[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind,
    100,
  );
  return found ?? [];
}

/** Larboard's extension, activated. */
export async function extension(): Promise<vscode.Extension<unknown>> {
  const found = vscode.extensions.all.find((each) => each.id.toLowerCase() === 'larboard.larboard');
  ok(found, 'The extension is not installed.');
  await found.activate();
  return found as vscode.Extension<unknown>;
}

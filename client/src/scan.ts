import {
  type Diagnostic,
  type DiagnosticCollection,
  type Disposable,
  languages,
  ProgressLocation,
  type Tab,
  TabInputText,
  TabInputTextDiff,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, DocumentDiagnosticRequest, ProgressType, WorkDoneProgress } from 'vscode-languageclient';
import { SCAN, type ScannedFile, type ScanParams, type ScanSummary } from '../../server/src/lsp/protocol.ts';

const FILES = new ProgressType<readonly ScannedFile[]>();

/**
 * "Scan Workspace" and what it found. Findings of files in tabs come from the language client itself; this collection holds those of the others, so that no
 * finding is shown twice.
 */
export class WorkspaceScan implements Disposable {
  readonly #collection: DiagnosticCollection = languages.createDiagnosticCollection('larboard-scan');
  readonly #found = new Map<string, readonly Diagnostic[]>();
  readonly #listeners: Disposable[];
  #client: BaseLanguageClient | undefined;
  #runs = 0;

  constructor() {
    this.#listeners = [
      window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const uri of opened.flatMap(urisOf)) this.#show(uri);
        for (const uri of closed.flatMap(urisOf)) void this.#renew(uri);
      }),
      workspace.onDidDeleteFiles(({ files }) => {
        for (const uri of files) {
          this.#found.delete(uri.toString());
          this.#collection.delete(uri);
        }
      }),
    ];
  }

  /** Scans with progress and cancel, and says in one line what came of it: the user asked. */
  async run(client: BaseLanguageClient): Promise<void> {
    this.#client = client;
    const options = { location: ProgressLocation.Notification, title: 'Larboard: scanning the workspace', cancellable: true };
    const summary = await window.withProgress(options, async (progress, cancel) => {
      const id = ++this.#runs;
      const params: ScanParams = { workDoneToken: `larboard-scan-${id}`, partialResultToken: `larboard-scan-files-${id}` };
      let done = 0;
      const listeners = [
        client.onProgress(WorkDoneProgress.type, params.workDoneToken ?? '', (report) => {
          if (report.kind !== 'report') return;
          const percentage = report.percentage ?? done;
          progress.report({ increment: percentage - done, ...(report.message === undefined ? {} : { message: report.message }) });
          done = percentage;
        }),
        client.onProgress(FILES, params.partialResultToken ?? '', (files) => {
          void this.#take(client, files);
        }),
      ];
      this.#clear();
      try {
        return await client.sendRequest<ScanSummary>(SCAN, params, cancel);
      } catch (error) {
        if (cancel.isCancellationRequested) return undefined;
        throw error;
      } finally {
        for (const listener of listeners) listener.dispose();
      }
    });
    void window.showInformationMessage(summary && !summary.cancelled ? inWords(summary) : 'Larboard: the scan was cancelled.');
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#collection.dispose();
  }

  #clear(): void {
    this.#found.clear();
    this.#collection.clear();
  }

  async #take(client: BaseLanguageClient, files: readonly ScannedFile[]): Promise<void> {
    for (const { uri: text, diagnostics } of files) {
      const uri = Uri.parse(text);
      const converted = await client.protocol2CodeConverter.asDiagnostics([...diagnostics]);
      this.#found.set(uri.toString(), converted);
      this.#show(uri);
    }
  }

  /** A file that leaves the editor may have changed since the scan: the server knows what holds for the text on disk. */
  async #renew(uri: Uri): Promise<void> {
    const key = uri.toString();
    if (this.#client && this.#found.has(key)) {
      const textDocument = { uri: this.#client.code2ProtocolConverter.asUri(uri) };
      const report = await this.#client.sendRequest(DocumentDiagnosticRequest.type, { textDocument }).catch(() => undefined);
      if (report?.kind === 'full')
        this.#found.set(key, await this.#client.protocol2CodeConverter.asDiagnostics([...report.items]));
    }
    this.#show(uri);
  }

  /** The language client pulls the findings of what stands in a tab, and only of that; all others are shown here. */
  #show(uri: Uri): void {
    const key = uri.toString();
    const isInTab = window.tabGroups.all.some(({ tabs }) =>
      tabs.some((tab) => urisOf(tab).some((each) => each.toString() === key)),
    );
    if (isInTab) this.#collection.delete(uri);
    else if (this.#found.has(key)) this.#collection.set(uri, this.#found.get(key));
  }
}

/** The documents that a tab shows. */
function urisOf({ input }: Tab): readonly Uri[] {
  if (input instanceof TabInputText) return [input.uri];
  return input instanceof TabInputTextDiff ? [input.original, input.modified] : [];
}

function inWords({ files, findings, bySeverity, skipped, milliseconds }: ScanSummary): string {
  const parts = Object.entries(bySeverity).flatMap(([severity, count]) => (count > 0 ? [`${count} ${severity}`] : []));
  const left = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  const found = `${findings} ${findings === 1 ? 'finding' : 'findings'}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
  return `Larboard: ${found} in ${files} files${left}, ${(milliseconds / 1000).toFixed(1)} s.`;
}

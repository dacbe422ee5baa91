import { type Disposable, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { countBySeverity } from '../service/json-report.ts';
import type { FileReport } from '../service/workspace.ts';
import { STATUS, type Status } from './protocol.ts';
import { advisoriesInWords } from './advisories.ts';
import { takeIncluded } from './folder-index.ts';
import type { Session } from './session.ts';

/** An analysis that took less than this is done at every key; a slower one waits for a pause in typing. In milliseconds. */
const QUICK = 5;
const LONGEST_WAIT = 150;
/** How long changes of other files are gathered before open documents are looked at again. In milliseconds. */
const GATHER = 40;

/** Tells the client the findings of open documents: on request where it pulls, by itself where it does not. Always for the text it has now. */
export class Diagnostics {
  readonly #session: Session;
  /** Result ids of pulled reports; a report object stays the same as long as nothing about it changed. */
  readonly #ids = new WeakMap<FileReport, string>();
  readonly #pushed = new Map<string, FileReport>();
  readonly #waiting = new Map<string, () => void>();
  #nextId = 0;
  #lastDuration = 0;
  #revision = 0;
  #cancelRefresh: (() => void) | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Answers `textDocument/diagnostic`, also for a file that is not open as long as the workspace has it. */
  pull(uri: string, previousId: string | undefined): DocumentDiagnosticReport {
    const document = this.#session.documents.get(uri);
    const located = document ? this.#session.take(document) : this.#session.folders.locate(uri);
    const report = this.#measured(() => this.#session.report(located));
    const resultId = this.#idOf(report);
    this.#othersMayHaveChanged();
    this.#sendStatus();
    if (resultId === previousId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return {
      kind: DocumentDiagnosticReportKind.Full,
      resultId,
      items: this.#session.diagnosticsOf(located, uri, report.findings),
    };
  }

  /** An open document has a new text. */
  changed(document: TextDocument): void {
    this.#session.take(document);
    if (this.#session.pulls) {
      this.#othersMayHaveChanged();
      return;
    }
    const { uri } = document;
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
    if (this.#lastDuration < QUICK) this.#push(uri);
    else {
      const wait = Math.min(LONGEST_WAIT, this.#lastDuration * 3);
      this.#waiting.set(
        uri,
        this.#session.host.schedule(() => {
          this.#waiting.delete(uri);
          this.#push(uri);
        }, wait),
      );
    }
    this.#othersMayHaveChanged();
  }

  closed(uri: string): void {
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
    this.#pushed.delete(uri);
    if (!this.#session.pulls) void this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#sendStatus();
  }

  /** Settings, configuration or files on disk changed. */
  refresh(): void {
    this.#cancelRefresh ??= this.#session.host.schedule(() => {
      this.#cancelRefresh = undefined;
      this.#refreshBetweenLines();
      if (!this.#session.pulls) for (const uri of this.#session.documents.keys()) this.#push(uri, true);
      else if (this.#session.capabilities.workspace?.diagnostics?.refreshSupport)
        void this.#session.connection.languages.diagnostics.refresh();
    }, GATHER);
  }

  dispose(): void {
    this.#cancelRefresh?.();
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }

  /** What is shown between the lines of a manifest depends on its lockfile, too. */
  #refreshBetweenLines(): void {
    const { capabilities, connection } = this.#session;
    if (capabilities.workspace?.codeLens?.refreshSupport) void connection.sendRequest('workspace/codeLens/refresh');
    if (capabilities.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
  }

  #push(uri: string, onlyIfNew = false): void {
    // Whatever was still waiting for a pause in typing is told now.
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
    const document = this.#session.documents.get(uri);
    if (!document) return;
    const located = this.#session.take(document);
    const report = this.#measured(() => this.#session.report(located));
    if (onlyIfNew && this.#pushed.get(uri) === report) return;
    this.#pushed.set(uri, report);
    void this.#session.connection.sendDiagnostics({
      uri,
      version: document.version,
      diagnostics: this.#session.diagnosticsOf(located, uri, report.findings),
    });
    this.#sendStatus();
  }

  /** What one document says to others is in the facts; only when those change do the others need another look. */
  #othersMayHaveChanged(): void {
    const revision = this.#session.folders.all().reduce((sum, { workspace }) => sum + workspace.revision, 0);
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.refresh();
  }

  #measured<T>(work: () => T): T {
    const start = this.#session.host.now();
    const result = work();
    this.#lastDuration = this.#session.host.now() - start;
    return result;
  }

  #idOf(report: FileReport): string {
    const known = this.#ids.get(report);
    if (known !== undefined) return known;
    const id = String(++this.#nextId);
    this.#ids.set(report, id);
    return id;
  }

  #sendStatus(): void {
    if (!this.#session.options.status) return;
    const reports = this.#session.documents.keys().map((uri) => this.#session.report(this.#session.folders.locate(uri)));
    const status: Status = {
      findings: countBySeverity(reports.flatMap(({ findings }) => findings)),
      openFiles: reports.length,
      failures: reports.flatMap(({ failures }) => failures.map(({ rule, path }) => `${rule} on ${path}`)),
      milliseconds: this.#lastDuration,
      advisories: advisoriesInWords(this.#session),
    };
    void this.#session.connection.sendNotification(STATUS, status);
  }
}

/** Connects the open documents with the diagnostics. */
export function followDocuments(session: Session, diagnostics: Diagnostics): Disposable {
  const { documents, connection } = session;
  const listeners = [
    documents.onDidChangeContent(({ document }) => {
      diagnostics.changed(document);
      const { folder } = session.folders.locate(document.uri);
      void takeIncluded(session, folder).then((isNew) => {
        if (isNew) diagnostics.refresh();
      });
    }),
    documents.onDidClose(({ document }) => {
      void backToDisk(session, document.uri).then(() => {
        diagnostics.refresh();
      });
      diagnostics.closed(document.uri);
    }),
    documents.listen(connection),
  ];
  return { dispose: () => listeners.forEach((listener) => listener.dispose()) };
}

/** A closed document counts with the text on disk again, or no longer. */
async function backToDisk(session: Session, uri: string): Promise<void> {
  const { folder, path } = session.folders.locate(uri);
  const text = await folder.files?.read(path);
  if (session.isOpen(folder, path)) return;
  if (text === undefined) folder.workspace.delete(path);
  else folder.workspace.set(path, text);
}

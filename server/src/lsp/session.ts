import { type ClientCapabilities, type Connection, type Diagnostic, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../engine/finding.ts';
import type { Files } from '../service/scan.ts';
import type { FileReport } from '../service/workspace.ts';
import { ClientFiles } from './client-files.ts';
import { toDiagnostic } from './convert.ts';
import { type Folder, Folders, type Located } from './folders.ts';
import type { Host } from './host.ts';
import type { InitializationOptions } from './protocol.ts';
import { LateAdvisories } from './late-advisories.ts';
import { LateRegistry } from './registry.ts';
import type { LineIndex } from '../base/line-index.ts';

const EMPTY: FileReport = { path: '', findings: [], suppressed: [], failures: [] };

/** What the parts of the server share: the client's abilities, the folders and the open documents. */
export class Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly documents = new TextDocuments(TextDocument);
  readonly folders: Folders;
  capabilities: ClientCapabilities = {};
  options: InitializationOptions = {};
  readonly advisories = new LateAdvisories();
  readonly registry = new LateRegistry();
  /** Folders that the settings switched off. */
  readonly disabled = new Set<Folder>();
  readonly #reported = new Set<string>();

  constructor(connection: Connection, host: Host) {
    this.connection = connection;
    this.host = host;
    const clientFiles = (uri: string) =>
      this.options.files ? new ClientFiles(connection, uri, () => host.breathe()) : undefined;
    this.folders = new Folders(
      () => host.today(),
      { advisoryData: () => this.advisories.now, registry: this.registry },
      (uri) => host.filesOf(uri) ?? clientFiles(uri),
    );
  }

  get pulls(): boolean {
    return this.capabilities.textDocument?.diagnostic !== undefined;
  }

  isOpen(folder: Folder, path: string): boolean {
    return this.openUri(folder, path) !== undefined;
  }

  /** The URI by which the client has a workspace path open. */
  openUri(folder: Folder, path: string): string | undefined {
    return this.documents.keys().find((uri) => {
      const located = this.folders.locate(uri);
      return located.folder === folder && located.path === path;
    });
  }

  /** The files of a folder without those of a folder inside it, which are that one's own. */
  filesOf(folder: Folder): Files | undefined {
    const { files } = folder;
    if (!files) return undefined;
    const isOwn = (path: string): boolean => this.folders.locate(this.folders.uriOf(folder, path)).folder === folder;
    return {
      async *list() {
        for await (const file of files.list()) if (isOwn(file.path)) yield file;
      },
      read: (path) => files.read(path),
      breathe: () => files.breathe(),
    };
  }

  /** Takes the text of an open document into its workspace. */
  take(document: TextDocument): Located {
    const located = this.folders.locate(document.uri);
    located.folder.workspace.set(located.path, document.getText(), document.version);
    return located;
  }

  /** The findings of a file; none where the settings switched Larboard off. */
  report({ folder, path }: Located): FileReport {
    if (this.disabled.has(folder)) return { ...EMPTY, path };
    const report = folder.workspace.report(path);
    for (const { rule, error } of report.failures) this.#logFailure(rule, path, error);
    return report;
  }

  diagnosticsOf({ folder, path }: Located, uri: string, findings: readonly Finding[]): Diagnostic[] {
    const lines = folder.workspace.lines(path);
    return lines ? findings.map((finding) => this.diagnosticOf(finding, folder, uri, lines)) : [];
  }

  diagnosticOf(finding: Finding, folder: Folder, uri: string, lines: LineIndex): Diagnostic {
    return toDiagnostic(finding, uri, lines, (other) => {
      const otherLines = folder.workspace.lines(other);
      return otherLines && { uri: this.openUri(folder, other) ?? this.folders.uriOf(folder, other), lines: otherLines };
    });
  }

  /** A rule's failure is told once for each file, not at every key. */
  #logFailure(rule: string, path: string, error: string): void {
    const key = `${rule} ${path} ${error.split('\n')[0] ?? ''}`;
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    this.connection.console.error(`Rule ${rule} failed on ${path}: ${error}`);
  }
}

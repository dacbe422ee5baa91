import type { ScannedFile, ScanSummary } from './protocol.ts';
import type { Session } from './session.ts';

/** Findings that a scan published for files that are not open, for editors without our client. They are taken back when they no longer hold. */
export class PublishedScan {
  readonly #session: Session;
  #uris = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Publishes what the scan hands over, and takes back what an earlier one said of files that this one did not meet. */
  async during(scan: (take: (files: readonly ScannedFile[]) => void) => Promise<ScanSummary>): Promise<ScanSummary> {
    const met = new Set<string>();
    const summary = await scan((files) => {
      for (const { uri, diagnostics } of files) {
        // Open documents have their findings already, and for their newest version.
        if (this.#session.documents.get(uri)) continue;
        if (diagnostics.length > 0) met.add(uri);
        if (diagnostics.length > 0 || this.#uris.has(uri)) this.#publish(uri, diagnostics);
      }
    });
    for (const uri of this.#uris) {
      if (met.has(uri)) continue;
      // A scan that was cancelled met only some files; what it did not reach stays.
      if (summary.cancelled) met.add(uri);
      else this.#publish(uri, []);
    }
    this.#uris = met;
    return summary;
  }

  /** Where the client pulls, what was published would be shown beside what it asks for. Elsewhere the document's own list replaces it. */
  opened(uri: string): void {
    if (this.#uris.delete(uri) && this.#session.pulls) this.#publish(uri, []);
  }

  #publish(uri: string, diagnostics: ScannedFile['diagnostics']): void {
    void this.#session.connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
  }
}

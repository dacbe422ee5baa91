import { type Disposable, type DocumentSelector, languages, LanguageStatusSeverity } from 'vscode';
import type { Status } from '../../server/src/lsp/protocol.ts';

/** The one item in the language status: counts, the last check, failures. */
export class StatusItem implements Disposable {
  readonly #item;

  constructor(selector: DocumentSelector) {
    this.#item = languages.createLanguageStatusItem('larboard.status', selector);
    this.#item.name = 'Larboard';
    this.#item.text = 'Larboard';
    this.#item.command = { title: 'Show Output', command: 'larboard.showOutput' };
  }

  show({ findings, openFiles, failures, milliseconds, advisories }: Status): void {
    const parts = Object.entries(findings).flatMap(([severity, count]) => (count > 0 ? [`${count} ${severity}`] : []));
    this.#item.severity = failures.length > 0 ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    this.#item.text = parts.length > 0 ? `Larboard: ${parts.join(', ')}` : 'Larboard: no findings';
    const files = `${openFiles} open ${openFiles === 1 ? 'file' : 'files'}, last check ${milliseconds.toFixed(1)} ms`;
    const data = advisories === '' ? '' : `; advisories: ${advisories}`;
    this.#item.detail = `${files}${data}${failures.length > 0 ? `. Failed: ${failures.join(', ')}` : ''}`;
    this.#item.busy = false;
  }

  /** The server is starting or gone. */
  wait(text: string, isBusy: boolean): void {
    this.#item.text = text;
    this.#item.detail = '';
    this.#item.severity = isBusy ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Error;
    this.#item.busy = isBusy;
  }

  dispose(): void {
    this.#item.dispose();
  }
}

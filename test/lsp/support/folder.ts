import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A workspace folder on disk for one test. */
export class TestFolder {
  readonly path = realpathSync(mkdtempSync(path.join(tmpdir(), 'larboard-lsp-')));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [file, content] of Object.entries(files)) this.write(file, content);
  }

  get uri(): string {
    return pathToFileURL(this.path).href;
  }

  uriOf(file: string): string {
    return pathToFileURL(path.join(this.path, file)).href;
  }

  write(file: string, content: string | Uint8Array): void {
    const target = path.join(this.path, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }

  delete(file: string): void {
    rmSync(path.join(this.path, file));
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder that is gone after the run; `LARBOARD_KEEP=1` keeps it for looking into. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

export function temporaryFolder(name: string): TemporaryFolder {
  const folder = mkdtempSync(path.join(tmpdir(), `larboard-${name}-`));
  return {
    path: folder,
    remove() {
      if (process.env['LARBOARD_KEEP'] === '1') console.log(`kept: ${folder}`);
      // A process that is just ending may still write; the retries are Node's own.
      else rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A throw-away copy of a folder, so that tests may edit it. */
export function copyOf(folder: string, name = 'workspace'): TemporaryFolder {
  const copy = temporaryFolder(name);
  cpSync(folder, copy.path, { recursive: true });
  return copy;
}

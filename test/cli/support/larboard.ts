import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { BUNDLES } from '../../../scripts/build.ts';
import type { JsonReport } from '../../../server/src/service/json-report.ts';
import { ROOT } from '../../support/imports.ts';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node itself. */
  readonly node?: readonly string[];
}

/** The command line, bundled as it ships, and folders to try it on; all of it is gone after the tests. */
export class Larboard {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'larboard-cli-'));
  readonly program = path.join(this.folder, 'larboard.mjs');
  #folders = 0;

  /** @param rules source text that stands in for the list of rules */
  async build(rules?: string): Promise<void> {
    await build({
      ...BUNDLES['dist/cli/larboard.js'],
      outfile: this.program,
      metafile: false,
      plugins: [
        {
          name: 'other-rules',
          setup(plugin) {
            if (rules !== undefined) plugin.onLoad({ filter: /rules[\\/]index\.ts$/ }, () => ({ contents: rules, loader: 'ts' }));
          },
        },
      ],
    });
  }

  run(args: readonly string[], { cwd = ROOT, input = '', env = {}, node = [] }: RunOptions = {}): Run {
    const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [...node, this.program, ...args], {
      cwd,
      input,
      env: { ...inherited, ...env },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return { code: status, out: stdout, err: stderr };
  }

  /** What a scan in a folder reports. */
  report(args: readonly string[], cwd: string): JsonReport {
    return JSON.parse(this.run(['scan', '--format', 'json', ...args], { cwd }).out) as JsonReport;
  }

  /** A folder with these files (path → content); a content `→ target` makes a symbolic link. */
  workspace(files: Readonly<Record<string, string | Buffer>>): string {
    const root = path.join(this.folder, `workspace-${this.#folders++}`);
    mkdirSync(root);
    for (const [file, content] of Object.entries(files)) {
      const target = path.join(root, file);
      mkdirSync(path.dirname(target), { recursive: true });
      if (typeof content === 'string' && content.startsWith('→ ')) symlinkSync(content.slice(2), target);
      else writeFileSync(target, content);
    }
    return root;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Has one finding of high severity that no profile leaves out. */
export const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
  containers:
    - name: app
      image: registry.example.com/app:1.0
`;

export const pathsIn = ({ findings }: JsonReport): readonly string[] => [...new Set(findings.map((finding) => finding.path))];

/** Why files were skipped, by their path. */
export const skippedIn = ({ summary }: JsonReport): Readonly<Record<string, string>> =>
  Object.fromEntries(summary.skipped.map(({ path: file, reason }) => [file, reason]));

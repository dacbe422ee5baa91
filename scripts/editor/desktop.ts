import path from 'node:path';
import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import { findCommand } from './browser.ts';
import type { Suite } from './hosts.ts';
import { eventsIn } from './hosts.ts';
import { inRoot } from './paths.ts';
import { EVENTS_FILE_VARIABLE, resultOf, type PartResult } from './results.ts';
import { copyOf, temporaryFolder } from './temporary.ts';

/** This host cannot run on this machine; the reason is for people. */
export interface NotPossible {
  readonly notPossible: string;
}

/** What a machine says that may not reach the download. */
const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|CERT|timed? ?out|Failed to (get|parse)|\b40[37]\b|\b5\d\d\b/i;

/** `VSCODE_PATH`, else a download of `VSCODE_VERSION` (default: stable). */
async function executable(): Promise<string | NotPossible> {
  const given = process.env['VSCODE_PATH'];
  if (given !== undefined && given !== '') return given;
  try {
    return await downloadAndUnzipVSCode({
      version: process.env['VSCODE_VERSION'] ?? 'stable',
      cachePath: inRoot('.vscode-test'),
      reporter: new SilentReporter(),
      timeout: 15_000,
    });
  } catch (error) {
    const reason =
      error instanceof Error ? `${error.name} ${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}` : String(error);
    if (UNREACHABLE.test(reason))
      return { notPossible: `VS Code cannot be downloaded here (${reason.trim().split('\n')[0] ?? ''})` };
    throw error;
  }
}

/** Desktop VS Code. */
export async function runInDesktop(suite: Suite): Promise<PartResult | NotPossible> {
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  const code = await executable();
  if (typeof code !== 'string') return code;
  if (!hasDisplay) {
    const hint = findCommand('xvfb-run') === undefined ? 'install xvfb and run this under xvfb-run' : 'run this under xvfb-run';
    return { notPossible: `VS Code needs a display; ${hint}` };
  }
  const workspace = copyOf(suite.workspace);
  const state = temporaryFolder('desktop');
  const events = path.join(state.path, 'events.jsonl');
  let trouble: string | undefined;
  try {
    await runTests({
      vscodeExecutablePath: code,
      extensionDevelopmentPath: suite.extension,
      extensionTestsPath: suite.nodeTests,
      extensionTestsEnv: { [EVENTS_FILE_VARIABLE]: events },
      launchArgs: [
        workspace.path,
        '--disable-extensions',
        '--disable-workspace-trust',
        `--user-data-dir=${path.join(state.path, 'data')}`,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
  } catch (error) {
    trouble = String(error);
  }
  const result = resultOf(eventsIn(events), trouble);
  workspace.remove();
  state.remove();
  return result;
}

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.ts';
import { temporaryFolder } from './temporary.ts';
import type { CodeServerTool } from './tools.ts';

/** Nothing of VS Code's own may open, ask, or reach for the network while Larboard is looked at. */
const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'files.autoSave': 'off',
} as const;

export interface CodeServerOptions {
  /** Packages to install before the start. */
  readonly vsix?: readonly string[];
  /** User settings, added to (and winning over) the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Variables for the server; they reach the Node extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** Runs an extension under development and its tests; VS Code silently ignores both without this. */
  readonly testDriver?: boolean;
  /** Ask whether the folder is trusted, as a fresh VS Code does. */
  readonly workspaceTrust?: boolean;
}

export interface CodeServer {
  /** `http://127.0.0.1:port`, without a final slash. */
  readonly url: string;
  /** All that it has written so far. */
  log(): string;
  /** Rejects when the server ends by itself. */
  readonly died: Promise<never>;
  stop(): Promise<void>;
}

/** The page that shows a folder (or a `.code-workspace` file). */
export const pageUrl = (server: CodeServer, folder: string): string => {
  const key = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  return `${server.url}/?${key}=${encodeURIComponent(folder)}`;
};

/** The environment without what an outer editor's terminal, or a hosting platform, would tell code-server. */
function environment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([key]) => !/^(VSCODE_.*|PORT|PASSWORD|HASHED_PASSWORD|CODE_SERVER_.*|NODE_OPTIONS)$/.test(key),
  );
  return { ...Object.fromEntries(own), ...extra };
}

/** Starts code-server on a free port of the loopback interface, with state that is gone afterwards. Throws with its log when it does not start. */
export async function startCodeServer(tool: CodeServerTool, options: CodeServerOptions = {}): Promise<CodeServer> {
  const state = temporaryFolder('code-server');
  const userData = path.join(state.path, 'data');
  const config = path.join(state.path, 'config.yaml');
  mkdirSync(path.join(userData, 'User'), { recursive: true });
  writeFileSync(config, 'auth: none\ncert: false\n');
  writeFileSync(
    path.join(userData, 'User', 'settings.json'),
    JSON.stringify({ ...QUIET_SETTINGS, ...options.settings }, undefined, 2),
  );
  // Settings of the machine are not read from the user's file where the editor is a page.
  mkdirSync(path.join(userData, 'Machine'), { recursive: true });
  writeFileSync(path.join(userData, 'Machine', 'settings.json'), JSON.stringify(options.settings ?? {}, undefined, 2));
  const places = ['--user-data-dir', userData, '--extensions-dir', path.join(state.path, 'extensions'), '--config', config];
  const env = environment(options.env);
  try {
    for (const vsix of options.vsix ?? [])
      await run(tool.node, [tool.entry, ...places, '--install-extension', vsix, '--force'], { env });
    const args = [
      ...places,
      ...['--auth', 'none', '--bind-addr', '127.0.0.1:0'],
      ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override', '--ignore-last-opened'],
      ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
      ...(options.testDriver === true ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ];
    const child = spawn(tool.node, [tool.entry, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    return await listening(child, () => state.remove());
  } catch (error) {
    state.remove();
    throw error;
  }
}

async function listening(child: ChildProcess, cleanUp: () => void): Promise<CodeServer> {
  let log = '';
  let stopping = false;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) => resolve(`ended by itself (${signal ?? `exit code ${String(code)}`})`));
  });
  const died = ended.then((how): never => {
    throw new Error(`code-server ${how}${stopping ? '' : `\n${log}`}`);
  });
  died.catch(() => undefined);
  const url = await Promise.race([
    died,
    new Promise<string>((resolve) => {
      const read = (chunk: Buffer): void => {
        log += chunk.toString();
        const address = /HTTP server listening on (http:\/\/[^\s/]+)/.exec(log)?.[1];
        if (address !== undefined) resolve(address);
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
    }),
  ]);
  return {
    url,
    log: () => log,
    died,
    async stop() {
      stopping = true;
      child.kill('SIGTERM');
      const impatient = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(impatient);
      cleanUp();
    },
  };
}

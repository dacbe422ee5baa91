import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.ts';
import { findCommand } from './editor/browser.ts';
import { pageUrl, startCodeServer } from './editor/code-server.ts';
import { packageExtension } from './editor/extension-folder.ts';
import { inRoot } from './editor/paths.ts';
import { CommandFailed, run } from './editor/run.ts';
import { temporaryFolder } from './editor/temporary.ts';
import { installCodeServer } from './editor/tools.ts';

/** `npm start [folder] [-- --no-editor]`: builds, scans the folder (default: `examples/`), and opens an editor on it with Larboard installed. */
const EDITOR_SETTINGS = { 'editor.lightbulb.enabled': 'on', 'workbench.colorTheme': 'Default Dark Modern' };

const args = process.argv.slice(2);
const withEditor = !args.includes('--no-editor');
const unknown = args.find((each) => each.startsWith('-') && each !== '--no-editor');
if (unknown !== undefined) fail(`Unknown option ${unknown}. Usage: npm start [folder] [-- --no-editor]`);
// npm starts scripts in the package's folder, and says in INIT_CWD where the person was.
const given = args.find((each) => !each.startsWith('-'));
const folder = given === undefined ? inRoot('examples') : path.resolve(process.env['INIT_CWD'] ?? process.cwd(), given);
if (!existsSync(folder) || !statSync(folder).isDirectory()) fail(`There is no folder ${folder}.`);

try {
  console.log('Building …');
  await buildAll();
  await scan();
  if (withEditor) await openEditor();
} catch (error) {
  if (!(error instanceof CommandFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

/** Prints the findings. That there are some is no failure here; that the scan itself fails is. */
async function scan(): Promise<void> {
  console.log(`Scanning ${folder} …\n`);
  await run(process.execPath, [inRoot('dist', 'cli', 'larboard.js'), 'scan', folder, '--fail-on', 'never'], { output: 'show' });
}

async function openEditor(): Promise<void> {
  const vsix = await packageExtension();
  const code = findCommand(process.platform === 'win32' ? 'code.cmd' : 'code');
  if (code !== undefined && (await openDesktop(code, vsix))) return;
  await openCodeServer(vsix);
}

/** Opens an installed VS Code with a profile of its own and waits for its window to close. False when it does not start. */
async function openDesktop(code: string, vsix: string): Promise<boolean> {
  const state = temporaryFolder('desktop');
  const places = ['--user-data-dir', path.join(state.path, 'data'), '--extensions-dir', path.join(state.path, 'extensions')];
  // VS Code refuses to run as root without being told that this is meant.
  if (process.getuid?.() === 0) places.push('--no-sandbox');
  const shell = process.platform === 'win32';
  try {
    await run(code, [...places, '--install-extension', vsix, '--force'], { shell });
    console.log('\nOpening VS Code (with an empty profile of its own). Close its window, or press Ctrl-C here, to end.');
    await Promise.race([run(code, [...places, '--new-window', '--wait', folder], { shell }), interrupted()]);
    return true;
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    console.log(`The installed VS Code (${code}) did not start; using code-server instead.\n${error.message}`);
    return false;
  } finally {
    state.remove();
  }
}

async function openCodeServer(vsix: string): Promise<void> {
  const tool = await installCodeServer();
  const stopped = interrupted();
  const server = await startCodeServer(tool, { vsix: [vsix], settings: EDITOR_SETTINGS });
  try {
    console.log(`\nVS Code with Larboard runs at\n\n    ${pageUrl(server, folder)}\n\nOpen it in a browser; Ctrl-C ends it.`);
    await Promise.race([stopped, server.died]);
  } finally {
    await server.stop();
  }
}

/** Resolves when someone asks this program to end. One Ctrl-C may arrive twice (from the terminal and through npm): the second changes nothing. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

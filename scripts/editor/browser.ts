import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { CommandFailed, run } from './run.ts';

/** No browser could be found or installed; the message says what a person can do. */
export class NoBrowser extends Error {}

/** Commands that Chromium and its kin are installed as, the most common first. */
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Places outside PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A command's full path, or undefined when PATH has none. */
export function findCommand(command: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, command))
    .find(isExecutable);
}

/** An installed Chromium, Chrome or Edge. `CHROME_PATH` decides when it is set; it throws when that names nothing that runs. */
export function findBrowser(): string | undefined {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (!isExecutable(chosen)) throw new Error(`CHROME_PATH is ${chosen}, which is not a program.`);
    return chosen;
  }
  for (const command of COMMANDS) {
    const found = findCommand(command);
    if (found !== undefined) return found;
  }
  return [...PLACES, chromium.executablePath()].find((place) => place !== '' && existsSync(place));
}

const mayInstall = (): boolean => process.getuid?.() === 0 && findCommand('apt-get') !== undefined;

/** The browser to drive; installs Debian's Chromium when there is none and this is root. Throws {@link NoBrowser} otherwise. */
export async function ensureBrowser(say: (line: string) => void = console.log): Promise<string> {
  const found = findBrowser();
  if (found !== undefined) return found;
  const advice = 'Install Chromium or Chrome (Debian: apt-get install chromium), or set CHROME_PATH.';
  if (!mayInstall()) throw new NoBrowser(`No Chromium or Chrome was found. ${advice}`);
  say('Installing chromium with apt-get (once) …');
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  } catch (error) {
    const reason = error instanceof CommandFailed ? error.message : String(error);
    throw new NoBrowser(`Chromium could not be installed. ${advice}\n${reason}`, { cause: error });
  }
  const installed = findBrowser();
  if (installed === undefined) throw new NoBrowser(`apt-get installed chromium, but it is not in PATH. ${advice}`);
  return installed;
}

/** Starts the browser without a window (`HEADED=1` shows it) and with a profile of its own. It loads pages of this machine only. */
export async function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: process.env['HEADED'] !== '1',
    args: [
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

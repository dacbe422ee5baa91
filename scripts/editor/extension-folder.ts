import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.ts';
import { run } from './run.ts';

/**
 * The extension as VS Code sees it, in development and in the VSIX alike. It is a folder of its own because the web-worker extension host
 * refuses a manifest with `"type": "module"`, while the package itself consists of ES modules.
 */
export const EXTENSION_FOLDER = inRoot('dist', 'extension');

/** Where {@link packageExtension} writes. */
export const VSIX = inRoot('dist', 'larboard.vsix');

/** What only npm reads. */
const NPM_ONLY = new Set(['type', 'bin', 'exports', 'scripts', 'dependencies', 'devDependencies', 'files', 'mocha', 'knip']);

/** Files and folders that may ship; `.vscodeignore` decides what of them does. */
const CONTENT = [
  '.vscodeignore',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'NOTICE',
  'images',
  'syntaxes',
  'schemas',
  'walkthrough',
  'dist/client',
  'dist/server',
];

/** Renews the folder from the manifest and the bundles. */
export function stageExtension(): void {
  rmSync(EXTENSION_FOLDER, { recursive: true, force: true });
  mkdirSync(EXTENSION_FOLDER, { recursive: true });
  const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as Record<string, unknown>;
  const staged = Object.fromEntries(Object.entries(manifest).filter(([key]) => !NPM_ONLY.has(key)));
  // The engine range for Node is npm's business, too.
  staged['engines'] = { vscode: (manifest['engines'] as { vscode: string }).vscode };
  writeFileSync(path.join(EXTENSION_FOLDER, 'package.json'), `${JSON.stringify(staged, undefined, 2)}\n`);
  for (const entry of CONTENT) {
    if (existsSync(inRoot(entry))) cpSync(inRoot(entry), path.join(EXTENSION_FOLDER, entry), { recursive: true });
  }
}

/** Packages the staged folder with vsce and returns the VSIX. Throws with vsce's output when the manifest is refused. */
export async function packageExtension(): Promise<string> {
  const vsce = inRoot('node_modules', '@vscode', 'vsce', 'vsce');
  await run(process.execPath, [vsce, 'package', '--no-dependencies', '--skip-license', '--out', VSIX], { cwd: EXTENSION_FOLDER });
  return VSIX;
}

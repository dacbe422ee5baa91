import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import { BUNDLES } from '../../../scripts/build.ts';
import { temporaryFolder } from '../../../scripts/editor/temporary.ts';

let built: Promise<string> | undefined;

/** Bundles the server as it ships, once for each process, and returns the path of the script. */
export function serverScript(): Promise<string> {
  return (built ??= bundleServer());
}

async function bundleServer(): Promise<string> {
  const folder = temporaryFolder('lsp-server');
  process.on('exit', () => {
    folder.remove();
  });
  const outfile = path.join(folder.path, 'server.cjs');
  await build({ ...BUNDLES['dist/server/node.js'], metafile: false, outfile });
  return outfile;
}

/** Starts the server as a process of its own that talks over stdio. */
export async function spawnServer(): Promise<ChildProcessWithoutNullStreams> {
  return spawn(process.execPath, [await serverScript(), '--stdio'], { stdio: 'pipe' });
}

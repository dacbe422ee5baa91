import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './imports.ts';

/** Options of Node with which a program ends, with exit code 99, as soon as it reaches the network, starts a process or writes a file. */
export async function nothingOutside(folder: string): Promise<readonly string[]> {
  const outfile = path.join(folder, 'no-outside.cjs');
  const entry = path.join(ROOT, 'test/support/no-outside-preload.ts');
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'warning' });
  return ['--require', outfile];
}

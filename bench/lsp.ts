import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { SCAN, type ScanSummary } from '../server/src/lsp/protocol.ts';
import { mayMatter } from '../server/src/service/parse.ts';
import { BUNDLES } from '../scripts/build.ts';
import { inRoot } from '../scripts/editor/paths.ts';
import { temporaryFolder } from '../scripts/editor/temporary.ts';
import { benchAdvisories } from './advisories.ts';
import { benchManifest } from './manifest.ts';
import { TimedServer } from './server.ts';

/**
 * `npm run bench [-- folder]`: what the bare server takes for start, edit and scan, beside a server without analysis, interleaved in one run. Figures
 * drift with the machine's load; the ratios are what to compare. Never a test.
 */
const EDITS_PER_FILE = 60;
const WARM_UP = 10;
const STARTS = 5;

const folder = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), process.argv[2] ?? inRoot('examples'));
const folderUri = pathToFileURL(folder).href;
const output = temporaryFolder('bench');
try {
  const scripts = { Larboard: path.join(output.path, 'larboard.cjs'), null: path.join(output.path, 'null.cjs') };
  const options = { ...BUNDLES['dist/server/node.js'], metafile: false };
  await build({ ...options, outfile: scripts.Larboard });
  await build({ ...options, entryPoints: [inRoot('bench', 'null-server.ts')], outfile: scripts.null });

  const startups: Record<string, number[]> = { Larboard: [], null: [] };
  const firsts: Record<string, number[]> = { Larboard: [], null: [] };
  const servers: TimedServer[] = [];
  for (let i = 0; i < STARTS; i++) {
    for (const [name, script] of Object.entries(scripts)) {
      const server = await TimedServer.start(name, script, folderUri);
      startups[name]?.push(server.startup);
      firsts[name]?.push(server.startup + (await server.open(`${folderUri}/first.Dockerfile`, 'FROM python:latest\n')));
      if (i === STARTS - 1) servers.push(server);
      else server.stop();
    }
  }
  const [larboard, floor] = servers;
  if (!larboard || !floor) throw new Error('the servers did not start');
  row('', 'Larboard p50', 'p95', 'p99', 'null p50', 'p95', 'p99', 'ratio p50');
  compare('start → initialized', startups['Larboard'] ?? [], startups['null'] ?? []);
  compare('start → first diagnostics', firsts['Larboard'] ?? [], firsts['null'] ?? []);

  const summary = await larboard.request<ScanSummary>(SCAN, {});
  const families = new Map<string, readonly string[]>();
  for (const file of filesIn(folder)) families.set(familyOf(file), [...(families.get(familyOf(file)) ?? []), file]);
  for (const [family, files] of families) {
    const times: [number[], number[]] = [[], []];
    for (const file of files) await editAlternately(larboard, floor, file, times);
    compare(`edit: ${family} (${files.length} files)`, ...times);
  }
  await benchManifest([larboard, floor], folder, compare);
  const perSecond = ((summary.files * 1000) / Math.max(1, summary.milliseconds)).toFixed(0);
  console.log(
    `\nscan of ${summary.files} files: ${summary.milliseconds} ms (${perSecond} files/s), ${summary.findings} findings`,
  );
  for (const server of servers) server.stop();
  await benchAdvisories(output.path);
} finally {
  output.remove();
}

/** Types and deletes one character at places spread over the file, on both servers in turn. */
async function editAlternately(a: TimedServer, b: TimedServer, file: string, times: [number[], number[]]): Promise<void> {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const uri = pathToFileURL(path.join(folder, file)).href;
  await a.open(uri, text);
  await b.open(uri, text);
  const lines = text.split('\n');
  for (let edit = 0; edit < EDITS_PER_FILE; edit++) {
    // Every second edit takes back the one before, so that the text stays what it was.
    const isUndo = edit % 2 === 1;
    const line = Math.floor(((edit - (isUndo ? 1 : 0)) * 7919) % lines.length);
    const start = { line, character: (lines[line] ?? '').replace('\r', '').length };
    const end = isUndo ? { line, character: start.character + 1 } : start;
    const version = edit + 2;
    const both = [
      await a.edit(uri, version, start, end, isUndo ? '' : 'x'),
      await b.edit(uri, version, start, end, isUndo ? '' : 'x'),
    ];
    if (edit < WARM_UP) continue;
    times[0].push(both[0] ?? 0);
    times[1].push(both[1] ?? 0);
  }
}

function* filesIn(root: string, below = ''): Generator<string> {
  for (const name of readdirSync(path.join(root, below)).sort()) {
    const file = below === '' ? name : `${below}/${name}`;
    if (name === 'node_modules' || name === '.git') continue;
    if (statSync(path.join(root, file)).isDirectory()) yield* filesIn(root, file);
    else if (mayMatter(file)) yield file;
  }
}

function familyOf(file: string): string {
  if (/dockerfile|containerfile/i.test(file)) return 'Dockerfile';
  return /\.ya?ml$/.test(file) ? 'YAML' : 'dependencies';
}

function compare(what: string, ours: readonly number[], theirs: readonly number[]): void {
  const figures = [ours, theirs].flatMap((times) => [0.5, 0.95, 0.99].map((share) => quantile(times, share)));
  row(what, ...figures.map((each) => `${each.toFixed(2)} ms`), `${((figures[0] ?? 0) / (figures[3] ?? 1)).toFixed(1)}×`);
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function row(...cells: readonly string[]): void {
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(26) : cell.padStart(14))).join(''));
}

import { parseArgs } from 'node:util';
import { ECOSYSTEMS, type Ecosystem } from '../base/ecosystem.ts';
import { DataError } from '../hosts/network/errors.ts';
import { importAdvisories } from '../hosts/advisories/import.ts';
import type { AdvisoryStore } from '../hosts/advisories/store.ts';
import { updateAdvisories, type Updated } from '../hosts/advisories/update.ts';
import { NodeFiles } from '../hosts/node-files.ts';
import { dependencyFormatOf, parseDependencies } from '../model/dependencies/index.ts';
import { advisoryStore } from './advisory-data.ts';
import { choice } from './arguments.ts';
import { Failure } from './failure.ts';

const OPTIONS = {
  ecosystem: { type: 'string', short: 'e', multiple: true },
  all: { type: 'boolean' },
  url: { type: 'string' },
  format: { type: 'string', short: 'f' },
} as const;

/** Milliseconds between two progress lines. */
const OFTEN = 80;

/** `larboard advisories update|import|status`. Resolves to the exit code. */
export async function advisoriesCommand([command, ...args]: readonly string[]): Promise<number> {
  if (command === undefined) throw new Failure('"advisories" takes update, import or status');
  const { values, positionals } = parsed(args);
  const only = (command: string, ...allowed: readonly (keyof typeof OPTIONS)[]): void => {
    const other = (Object.keys(values) as (keyof typeof OPTIONS)[]).find((option) => !allowed.includes(option));
    if (other !== undefined) throw new Failure(`"advisories ${command}" takes no --${other}`);
    if (command !== 'import' && positionals.length > 0)
      throw new Failure(`"advisories ${command}" takes no "${positionals[0] ?? ''}"`);
  };
  const ecosystems = values.ecosystem?.map(ecosystemNamed);
  const store = advisoryStore();
  if (command === 'status') {
    only('status', 'format');
    return status(store, choice('--format', values.format, ['text', 'json']) ?? 'text');
  }
  if (command === 'import') {
    only('import', 'ecosystem');
    if (positionals.length === 0)
      throw new Failure('"advisories import" takes files: an OSV export (all.zip), a record (.json) or a folder of records');
    return working((signal) => importFiles(store, positionals, ecosystems, signal));
  }
  if (command !== 'update') throw new Failure(`there is no command "advisories ${command}"; there are update, import and status`);
  only('update', 'ecosystem', 'all', 'url');
  const wanted = values.all ? ECOSYSTEMS : (ecosystems ?? (await usedEcosystems(store)));
  return working((signal) => update(store, wanted, values.url, signal));
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure(message.split('. ')[0] ?? message);
  }
}

function ecosystemNamed(name: string): Ecosystem {
  const found = ECOSYSTEMS.find((one) => one.toLowerCase() === name.toLowerCase());
  if (found === undefined) throw new Failure(`--ecosystem takes one of ${ECOSYSTEMS.join(', ')}, not "${name}"`);
  return found;
}

/** Those of the manifests below the current folder, and those that there is data of. */
async function usedEcosystems(store: AdvisoryStore): Promise<readonly Ecosystem[]> {
  const used = new Set(store.stored().map(({ ecosystem }) => ecosystem));
  for await (const { path, use, skip } of new NodeFiles(process.cwd()).list()) {
    if (use !== undefined || skip !== undefined || dependencyFormatOf(path) === undefined) continue;
    const { ecosystem, role } = parseDependencies(path, '');
    if (role !== 'settings') used.add(ecosystem);
  }
  if (used.size === 0)
    throw new Failure(
      `there is no package manifest below this folder; name ecosystems with --ecosystem (${ECOSYSTEMS.join(', ')}), or take --all`,
    );
  return ECOSYSTEMS.filter((one) => used.has(one));
}

async function update(
  store: AdvisoryStore,
  ecosystems: readonly Ecosystem[],
  url: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const progress = progressLine();
  try {
    const updated = await updateAdvisories(store, ecosystems, {
      today: new Date().toISOString().slice(0, 10),
      signal,
      ...(url !== undefined && { url }),
      onProgress: ({ ecosystem, step, share }) => {
        progress.show(`${ecosystem}: ${step}${share === undefined ? '' : ` ${Math.floor(share * 100)} %`}`);
      },
    });
    progress.clear();
    process.stdout.write(updated.map(inWords).join(''));
  } finally {
    progress.clear();
  }
}

function inWords({ ecosystem, fetched, records, unreadable, missing }: Updated): string {
  if (fetched === 'nothing') return `${ecosystem}: already up to date\n`;
  const lost = unreadable > 0 ? `, ${unreadable} unreadable` : '';
  const absent = missing > 0 ? `, ${missing} not there yet (what was known of ${missing === 1 ? 'it' : 'them'} is kept)` : '';
  return fetched === 'changes'
    ? `${ecosystem}: ${counted(records, 'changed record')} fetched${lost}${absent}\n`
    : `${ecosystem}: ${counted(records, 'record')} downloaded${lost}\n`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

async function importFiles(
  store: AdvisoryStore,
  files: readonly string[],
  ecosystems: readonly Ecosystem[] | undefined,
  signal: AbortSignal,
): Promise<void> {
  const progress = progressLine();
  try {
    const imported = await importAdvisories(store, files, {
      today: new Date().toISOString().slice(0, 10),
      signal,
      ...(ecosystems && { ecosystems }),
      onProgress: (share) => {
        progress.show(`importing ${Math.floor(share * 100)} %`);
      },
    });
    progress.clear();
    const lost = imported.unreadable > 0 ? `, ${counted(imported.unreadable, 'file')} unreadable` : '';
    process.stdout.write(`${counted(imported.records, 'record')} imported for ${imported.ecosystems.join(', ')}${lost}\n`);
  } finally {
    progress.clear();
  }
}

/** Runs what Ctrl+C may end. Failures are those of the program, not of its usage. */
async function working(work: (signal: AbortSignal) => Promise<void>): Promise<number> {
  const controller = new AbortController();
  const cancel = (): void => {
    controller.abort();
  };
  process.once('SIGINT', cancel);
  try {
    await work(controller.signal);
    return 0;
  } catch (error) {
    if (controller.signal.aborted) throw new Failure('cancelled; what was finished before is kept', 3);
    if (error instanceof DataError) throw new Failure(error.message, 3);
    throw error;
  } finally {
    process.removeListener('SIGINT', cancel);
  }
}

function status(store: AdvisoryStore, format: 'text' | 'json'): number {
  const stored = store.stored();
  if (format === 'json') {
    const ecosystems = stored.map(({ ecosystem, size, meta, error }) => ({
      ecosystem,
      bytes: size,
      ...(meta && {
        source: meta.source,
        date: meta.date,
        records: meta.records,
        packages: meta.packages,
        maliciousPackages: meta.malicious,
        complete: meta.checkpoint !== undefined,
      }),
      ...(error !== undefined && { error }),
    }));
    process.stdout.write(`${JSON.stringify({ version: 1, folder: store.folder, ecosystems }, undefined, 2)}\n`);
  } else if (stored.length === 0)
    process.stdout.write(`There is no advisory data in ${store.folder}; only the built-in facts are used.\n`);
  else {
    process.stdout.write(`Advisory data in ${store.folder}\n`);
    for (const { ecosystem, size, meta } of stored) {
      const what = meta
        ? `${meta.source} of ${meta.date}, ${counted(meta.records, 'record')}${meta.checkpoint === undefined ? ' (imported, perhaps not all)' : ''}`
        : 'cannot be used';
      process.stdout.write(`  ${ecosystem.padEnd(10)} ${what}, ${(size / 1024 / 1024).toFixed(1)} MB\n`);
    }
  }
  return stored.some(({ error }) => error !== undefined) ? 3 : 0;
}

/** One line on a terminal that is written over; nothing elsewhere. */
function progressLine(): { show(text: string): void; clear(): void } {
  if (!process.stderr.isTTY) return { show: () => {}, clear: () => {} };
  let last = 0;
  let isShown = false;
  return {
    show(text) {
      if (performance.now() - last < OFTEN) return;
      last = performance.now();
      isShown = true;
      process.stderr.write(`\r\u001B[K${text}`);
    },
    clear() {
      if (isShown) process.stderr.write('\r\u001B[K');
      isShown = false;
    },
  };
}

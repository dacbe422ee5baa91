import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { availableParallelism } from 'node:os';
import { eventsIn } from '../editor/hosts.ts';
import { inRoot } from '../editor/paths.ts';
import { EVENTS_FILE_VARIABLE, failedPart, resultOf, type PartResult } from '../editor/results.ts';
import { run } from '../editor/run.ts';
import { temporaryFolder } from '../editor/temporary.ts';

/** Folders of `test/` that are parts of their own; everything else is the part `unit`. */
const OWN_PARTS = ['property', 'lsp', 'cli'] as const;

export type MochaPart = 'unit' | (typeof OWN_PARTS)[number];

/** Parts whose files may share a process one after another; the others build what they test once, for all their files. */
const PARALLEL: ReadonlySet<MochaPart> = new Set(['unit', 'property']);

/** How long one part may take before it counts as hanging. */
const PART_TIMEOUT_MS = 300_000;

/** Folders whose tests run elsewhere, or that hold none. */
const NO_PART = new Set(['editor', 'fixtures', 'support']);

/** The folders of `test/` that make up a part. */
function foldersOf(part: MochaPart): readonly string[] {
  if (part !== 'unit') return existsSync(inRoot('test', part)) ? [part] : [];
  const isOwn = (name: string): boolean => (OWN_PARTS as readonly string[]).includes(name);
  return readdirSync(inRoot('test'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !isOwn(entry.name) && !NO_PART.has(entry.name))
    .map((entry) => entry.name);
}

/** Runs the mocha tests of some folders in a process of their own. A part without tests counts as failed: it would hide that they got lost. */
export async function runMocha(part: MochaPart): Promise<PartResult> {
  const specs = foldersOf(part).map((folder) => `test/${folder}/**/*.test.ts`);
  if (specs.length === 0) return failedPart(part, `There is no folder test/${part}.`);
  const output = temporaryFolder('mocha');
  const events = path.join(output.path, 'events.jsonl');
  // Without a configuration file of its own: that one names all tests.
  const options = [
    '--no-config',
    '--node-option',
    'import=tsx',
    '--timeout',
    '20000',
    '--forbid-only',
    // A failed test may leave a server running, which would keep mocha from ending.
    '--exit',
    ...(PARALLEL.has(part) ? ['--parallel', '--jobs', String(availableParallelism())] : []),
  ];
  try {
    await run(
      process.execPath,
      [
        inRoot('node_modules', 'mocha', 'bin', 'mocha.js'),
        ...options,
        '--reporter',
        inRoot('scripts', 'test', 'mocha-reporter.ts'),
        ...specs,
      ],
      {
        cwd: inRoot(),
        env: { ...process.env, [EVENTS_FILE_VARIABLE]: events },
        output: 'show',
        timeout: PART_TIMEOUT_MS,
      },
    );
    return resultOf(eventsIn(events));
  } catch (error) {
    const result = resultOf(eventsIn(events), String(error));
    // Mocha ends with the number of failures; when it knows of none, something else went wrong.
    return result.failures.length > 0 ? result : failedPart(part, error);
  } finally {
    output.remove();
  }
}

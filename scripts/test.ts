import type { Browser } from 'playwright-core';
import { build, buildAll, TEST_BUNDLES } from './build.ts';
import { ensureBrowser, launchBrowser, NoBrowser } from './editor/browser.ts';
import type { NotPossible } from './editor/desktop.ts';
import { failedPart, type PartResult } from './editor/results.ts';
import { chooseParts, type Part } from './test/parts.ts';

/**
 * `npm test [-- part …]`: builds, runs every test and sums up. `TEST_HOST=auto|desktop|code-server|web|none` chooses the editors. The last line is
 * `N passed, N failed`; a part that crashed, or that is missing although `CI=true`, counts as failed.
 */
const CI = process.env['CI'] === 'true';

interface Outcome {
  readonly part: Part;
  readonly result: PartResult | NotPossible;
  readonly seconds: number;
}

const parts = choose();
await buildAll();
await build(TEST_BUNDLES);

let launched: Promise<Browser> | undefined;
/** One browser serves all parts; each has a profile of its own. */
const browser = (): Promise<Browser> => (launched ??= ensureBrowser().then(launchBrowser));

const outcomes: Outcome[] = [];
try {
  for (const part of parts) {
    console.log(`\n── ${part.name}: ${part.title}`);
    const started = performance.now();
    const result = await runPart(part);
    outcomes.push({ part, result, seconds: (performance.now() - started) / 1000 });
    tell(result);
  }
} finally {
  await launched?.then((running) => running.close()).catch(() => undefined);
}
summarise(outcomes);

function choose(): readonly Part[] {
  try {
    return chooseParts(process.env['TEST_HOST'] ?? 'auto', process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

async function runPart(part: Part): Promise<PartResult | NotPossible> {
  try {
    return await part.run(browser);
  } catch (error) {
    if (error instanceof NoBrowser && !CI) return { notPossible: error.message };
    return failedPart(part.title, error);
  }
}

function tell(result: PartResult | NotPossible): void {
  if ('notPossible' in result) {
    console.log(`not run: ${result.notPossible}`);
    return;
  }
  for (const { title, error } of result.failures) console.log(`  ✘ ${title}\n${error.replace(/^/gm, '      ')}`);
  console.log(`${result.passed} passed, ${result.failures.length} failed`);
}

function summarise(all: readonly Outcome[]): void {
  console.log('\n── summary');
  let passed = 0;
  let failed = 0;
  for (const { part, result, seconds } of all) {
    const time = `${seconds.toFixed(1).padStart(6)} s`;
    if ('notPossible' in result) {
      if (CI && part.optional !== true) failed += 1;
      console.log(`${part.name.padEnd(16)} ${time}  NOT RUN: ${result.notPossible}`);
      continue;
    }
    passed += result.passed;
    // Under CI nothing may be left out silently, a test that skips itself included.
    const skipped = CI ? result.pending.length : 0;
    failed += result.failures.length + skipped;
    const pending = result.pending.length === 0 ? '' : `, ${result.pending.length} skipped (${result.pending.join('; ')})`;
    console.log(`${part.name.padEnd(16)} ${time}  ${result.passed} passed, ${result.failures.length} failed${pending}`);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

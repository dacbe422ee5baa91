import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';
import { EVENTS_FILE_VARIABLE } from '../../scripts/editor/results.ts';
import { eventReporter, MOCHA_OPTIONS } from './reporter.ts';

/** Runs the suite inside a Node extension host: desktop VS Code and code-server call it. The events go to a file, which outlives a crash. */
export async function run(): Promise<void> {
  const file = process.env[EVENTS_FILE_VARIABLE];
  if (file === undefined) throw new Error(`${EVENTS_FILE_VARIABLE} is not set.`);
  const reporter = eventReporter((event) => appendFileSync(file, `${JSON.stringify(event)}\n`));
  const mocha = new Mocha({ ...MOCHA_OPTIONS, reporter });
  // The tests are in this bundle, not in files that mocha could load: give them its globals the way that loading a file would.
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha);
  await import('./suite/index.ts');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))));
  });
}

// The browser build of mocha; it defines `globalThis.mocha`.
import 'mocha/mocha.js';
import { EVENT_PREFIX } from '../../scripts/editor/results.ts';
import { eventReporter, MOCHA_OPTIONS } from './reporter.ts';

/** Runs the suite inside a web-worker extension host. The page outside reads the events from the console. */
export async function run(): Promise<void> {
  const reporter = eventReporter((event) => console.log(EVENT_PREFIX + JSON.stringify(event)));
  // Mocha's default reporter of the browser build writes HTML; a worker has no document.
  mocha.setup({ ...MOCHA_OPTIONS, reporter: reporter as never });
  await import('./suite/index.ts');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))));
  });
}

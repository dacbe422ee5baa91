import { appendFileSync } from 'node:fs';
import Mocha, { type MochaOptions, type Runner } from 'mocha';
import { EVENTS_FILE_VARIABLE } from '../editor/results.ts';
import { eventReporter } from '../../test/editor/reporter.ts';

/** Mocha's dots for people, and the same events that suites inside an editor give for the sum at the end. */
const EventReporter = eventReporter((event) => {
  const file = process.env[EVENTS_FILE_VARIABLE];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(event)}\n`);
});

export default class extends Mocha.reporters.Dot {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    new EventReporter(runner);
  }
}

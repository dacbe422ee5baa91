import { appendFileSync } from 'node:fs';
import Mocha, { type MochaOptions, type Runner } from 'mocha';
import { EVENTS_FILE_VARIABLE } from '../editor/results.ts';
import { sendEvents } from '../../test/editor/reporter.ts';

/** Mocha's dots for people, and the same events that suites inside an editor give for the sum at the end. */
export default class extends Mocha.reporters.Dot {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    const file = process.env[EVENTS_FILE_VARIABLE];
    if (file === undefined) return;
    sendEvents(runner, (event) => {
      appendFileSync(file, `${JSON.stringify(event)}\n`);
    });
  }
}

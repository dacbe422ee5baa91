import type { Runner, Test } from 'mocha';
import type { TestEvent } from '../../scripts/editor/results.ts';

/** A mocha reporter that turns a run into {@link TestEvent}s, whatever carries them out of the editor. */
export const eventReporter = (send: (event: TestEvent) => void) =>
  class {
    constructor(runner: Runner) {
      runner.on('pass', (test: Test) => send({ type: 'passed', title: test.fullTitle() }));
      runner.on('pending', (test: Test) => send({ type: 'pending', title: test.fullTitle() }));
      runner.on('fail', (test: Test, error: unknown) => {
        send({
          type: 'failed',
          title: test.fullTitle(),
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
      });
      runner.on('end', () => send({ type: 'end' }));
    }
  };

/** Options of mocha in every host. */
export const MOCHA_OPTIONS = { ui: 'bdd', timeout: 30_000, forbidOnly: true } as const;

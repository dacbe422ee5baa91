import type { ReporterConstructor, Runner, Test } from 'mocha';
import type { TestEvent } from '../../scripts/editor/results.ts';

/** Errors that come from mocha's parallel workers are plain objects. */
function textOf(error: unknown): string {
  const { stack, message } = Object(error) as { readonly stack?: unknown; readonly message?: unknown };
  return String(stack ?? message ?? error);
}

/** Tells of a run of mocha in {@link TestEvent}s. */
export function sendEvents(runner: Runner, send: (event: TestEvent) => void): void {
  runner.on('pass', (test: Test) => {
    send({ type: 'passed', title: test.fullTitle() });
  });
  runner.on('pending', (test: Test) => {
    send({ type: 'pending', title: test.fullTitle() });
  });
  runner.on('fail', (test: Test, error: unknown) => {
    send({ type: 'failed', title: test.fullTitle(), error: textOf(error) });
  });
  runner.on('end', () => {
    send({ type: 'end' });
  });
}

/** A mocha reporter that does only that, whatever carries the events out of the editor. Mocha calls it with `new` and asks no more of it. */
export const eventReporter = (send: (event: TestEvent) => void): ReporterConstructor =>
  function (runner: Runner) {
    sendEvents(runner, send);
  } as unknown as ReporterConstructor;

/** Options of mocha in every host. */
export const MOCHA_OPTIONS = { ui: 'bdd', timeout: 30_000, forbidOnly: true } as const;

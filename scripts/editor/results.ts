/** One thing that a suite inside an editor says, as one line of JSON. The suite's end is the last: without it the suite crashed. */
export type TestEvent =
  | { readonly type: 'passed'; readonly title: string }
  | { readonly type: 'pending'; readonly title: string }
  | { readonly type: 'failed'; readonly title: string; readonly error: string }
  | { readonly type: 'end' };

/** Marks an event among the other lines of a console. */
export const EVENT_PREFIX = '##larboard-test ';

/** Where the suite in a Node extension host appends its events. */
export const EVENTS_FILE_VARIABLE = 'LARBOARD_TEST_EVENTS';

export interface Failure {
  readonly title: string;
  readonly error: string;
}

/** What one part of `npm test` came to. */
export interface PartResult {
  readonly passed: number;
  readonly pending: readonly string[];
  readonly failures: readonly Failure[];
}

export const failedPart = (title: string, error: unknown): PartResult => ({
  passed: 0,
  pending: [],
  failures: [{ title, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }],
});

/** Sums events up; a suite that did not reach its end, or that ran nothing, counts as a failure of its own. */
export function resultOf(events: readonly TestEvent[], reason = 'The suite did not reach its end.'): PartResult {
  const failures: Failure[] = events.filter((event) => event.type === 'failed');
  const passed = events.filter((event) => event.type === 'passed').length;
  const pending = events.filter((event) => event.type === 'pending').map((event) => event.title);
  const ended = events.some((event) => event.type === 'end');
  if (!ended) failures.push({ title: 'the suite itself', error: reason });
  else if (passed + failures.length === 0) failures.push({ title: 'the suite itself', error: 'No test ran.' });
  return { passed, pending, failures };
}

/** Reads one line of a console; undefined when it is no event. */
export function readEvent(line: string): TestEvent | undefined {
  return line.startsWith(EVENT_PREFIX) ? (JSON.parse(line.slice(EVENT_PREFIX.length)) as TestEvent) : undefined;
}

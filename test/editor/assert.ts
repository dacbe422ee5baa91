/** The assertions of tests that also run in a browser, where `node:assert` does not exist. */

export function ok(value: unknown, message: string): asserts value {
  if (value === undefined || value === null || value === false || value === '') throw new Error(message);
}

export function equal<T>(actual: T, expected: T, message = 'values differ'): void {
  if (!Object.is(actual, expected)) throw new Error(`${message}\n  actual:   ${String(actual)}\n  expected: ${String(expected)}`);
}

/** Compares plain data (what JSON can say), property order included. */
export function deepEqual<T>(actual: T, expected: T, message = 'values differ'): void {
  equal(JSON.stringify(actual, undefined, 1), JSON.stringify(expected, undefined, 1), message);
}

import type { CrdBounds } from '../../../model/kubernetes/index.ts';
import type { ScalarValue } from '../../../model/yaml/index.ts';

/** What the value of a custom resource breaks, for people; undefined when it keeps to all that its definition says. */
export function brokenBound(value: ScalarValue, bounds: CrdBounds): string | undefined {
  const { minimum, maximum, minLength, maxLength, pattern } = bounds;
  if (typeof value === 'number') {
    if (minimum !== undefined && value < minimum) return `at least ${minimum}`;
    return maximum !== undefined && value > maximum ? `at most ${maximum}` : undefined;
  }
  if (typeof value !== 'string') return undefined;
  // The API counts characters, not the units that JavaScript has for them.
  const length = Array.from(value).length;
  if (minLength !== undefined && length < minLength) return `at least ${minLength} characters long`;
  if (maxLength !== undefined && length > maxLength) return `at most ${maxLength} characters long`;
  if (pattern === undefined || length > LONGEST_TEXT) return undefined;
  return patternOf(pattern)?.test(value) === false ? `text that matches \`${pattern}\`` : undefined;
}

const LONGEST_TEXT = 128;
const LONGEST_PATTERN = 200;
const MOST_REPETITIONS = 3;

/** A pattern that means here what it means to the API, and whose test takes no long time; undefined for others. */
function patternOf(pattern: string): RegExp | undefined {
  if (pattern.length > LONGEST_PATTERN || /\(\?(?!:)|\[\[:|\\(?![dws.+*?()[\]{}|^$/-])/i.test(pattern)) return undefined;
  // A repeated group may be tried in more ways than there is time.
  if (/\)[*+{]/.test(pattern) || (pattern.match(/[*+}]/g) ?? []).length > MOST_REPETITIONS) return undefined;
  try {
    return new RegExp(pattern);
  } catch {
    return undefined;
  }
}

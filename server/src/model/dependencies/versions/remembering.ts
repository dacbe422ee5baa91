import { TextMemo } from '../../../base/memo.ts';
import type { VersionScheme } from './scheme.ts';

/** Stands between a version and a requirement; neither can have it. */
const BETWEEN = '\0';

/** The same scheme, which does not work out again what it was asked before. */
export function remembering(scheme: VersionScheme): VersionScheme {
  const intervals = new TextMemo((requirement) => scheme.intervals(requirement));
  const satisfies = new TextMemo((both) => {
    const at = both.indexOf(BETWEEN);
    return scheme.satisfies(both.slice(0, at), both.slice(at + 1));
  });
  return {
    ...scheme,
    intervals: (requirement) => intervals.of(requirement),
    satisfies: (version, requirement) =>
      version.includes(BETWEEN) ? scheme.satisfies(version, requirement) : satisfies.of(version + BETWEEN + requirement),
  };
}

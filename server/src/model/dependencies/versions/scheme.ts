import type { Ecosystem } from '../../../base/ecosystem.ts';

export type Order = -1 | 0 | 1;

export interface Bound {
  readonly version: string;
  readonly inclusive: boolean;
}

/** Versions between two bounds; an absent bound is open. */
export interface Interval {
  readonly lower?: Bound;
  readonly upper?: Bound;
}

/** How one ecosystem orders versions and writes requirements. Nothing here throws, whatever the text. */
export interface VersionScheme {
  readonly ecosystem: Ecosystem;
  isVersion(text: string): boolean;
  isPrerelease(version: string): boolean;
  /** Whether it is the name of a branch, whose place among releases nobody knows. Absent where versions are never branches. */
  isBranch?(version: string): boolean;
  /** The release at which a bound begins, where bounds take in the development versions of what they name. Absent where they never do. */
  released?(bound: string): string;
  /** A total order over all texts. What is no version sorts before all versions. */
  compare(a: string, b: string): Order;
  /** Undefined when either does not parse. */
  satisfies(version: string, requirement: string): boolean | undefined;
  /** What `requirement` admits, perhaps a little more, never less. Undefined when it does not parse; empty when it admits nothing. */
  intervals(requirement: string): readonly Interval[] | undefined;
  /**
   * The smallest change of `requirement` that admits `version` and, where the precision allows it, nothing below. Undefined when the requirement
   * does not parse or is above `version` already.
   */
  raise(requirement: string, version: string): string | undefined;
  /** `version` as a requirement for exactly it. */
  pin(version: string): string;
}

export const orderOf = (difference: number): Order => (difference < 0 ? -1 : difference > 0 ? 1 : 0);

/** Orders texts by their UTF-16 code units. */
export const compareText = (a: string, b: string): Order => (a < b ? -1 : a > b ? 1 : 0);

/** Orders digit strings of any length by their value. */
export function compareDigits(a: string, b: string): Order {
  const x = a.replace(/^0+(?=\d)/, '');
  const y = b.replace(/^0+(?=\d)/, '');
  return orderOf(x.length - y.length) || compareText(x, y);
}

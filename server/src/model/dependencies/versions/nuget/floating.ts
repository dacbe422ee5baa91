import type { Clause } from '../clause.ts';
import { contains } from '../interval.ts';
import { incremented } from '../precision.ts';
import { raiseWritten } from '../raise-clause.ts';
import type { Interval, Order } from '../scheme.ts';
import { compareNumbers } from '../semver.ts';
import { parseNuget } from './version.ts';

/** https://learn.microsoft.com/nuget/concepts/dependency-resolution#floating-versions */
interface Floating {
  /** The numbers that are fixed. */
  readonly numbers: readonly string[];
  /** What a pre-release starts with; absent when only releases are taken. */
  readonly label?: string;
  /** Whether a number floats, too: `1.*-*` but not `1.0.0-*`. */
  readonly isOpen: boolean;
}

const FLOATING = /^(\d+(?:\.\d+){0,3}|(?:\d+\.){0,3}\*)(?:-([0-9A-Za-z.-]*)\*)?$/;

export function parseFloating(text: string): Floating | undefined {
  const match = text.length > 300 ? null : FLOATING.exec(text);
  if (match === null || !text.includes('*')) return undefined;
  const [, core = '', label] = match;
  const isOpen = core.endsWith('*');
  const numbers = core.split('.').filter((part) => part !== '*');
  const floating = { numbers, isOpen, ...(label !== undefined && { label }) };
  return parseNuget(floatingLowest(floating)) && floating;
}

/** The least version that is admitted. */
export function floatingLowest({ numbers, label }: Floating): string {
  const core = [...numbers, '0', '0', '0'].slice(0, Math.max(3, numbers.length)).join('.');
  if (label === undefined) return core;
  return `${core}-${label}${label === '' || label.endsWith('.') ? '0' : ''}`;
}

export function floatingClause(
  text: string,
  floating: Floating,
  place: { start: number; end: number },
  compare: (a: string, b: string) => Order,
): Clause {
  const { numbers, label, isOpen } = floating;
  const end = numbers.length === 0 || !isOpen ? undefined : incremented(numbers, numbers.length - 1).join('.');
  const interval: Interval = {
    lower: { version: floatingLowest(floating), inclusive: true },
    ...(end !== undefined && { upper: { version: `${end}-0`, inclusive: false } }),
    ...(!isOpen && { upper: { version: numbers.join('.'), inclusive: true } }),
  };
  const starting = (version: string): string => (isOpen ? `[${version},${end ?? ''})` : version);
  const written = { kind: 'prefix' as const, operator: '', space: '', text, starting };
  return {
    ...place,
    intervals: [interval],
    admits(version) {
      const parsed = parseNuget(version);
      if (parsed === undefined || !contains(compare, interval, version)) return false;
      if (isOpen && compareNumbers(parsed.numbers.slice(0, numbers.length), numbers) !== 0) return false;
      const prerelease = parsed.prerelease.join('.').toLowerCase();
      return prerelease === '' || (label !== undefined && prerelease.startsWith(label.toLowerCase()));
    },
    raise: (version, admitted) => raiseWritten(written, version, admitted),
  };
}

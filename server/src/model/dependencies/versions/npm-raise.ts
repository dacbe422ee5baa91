import { raiseAlternatives, standingOf } from './alternatives.ts';
import { contains } from './interval.ts';
import { fitted } from './precision.ts';
import type { VersionScheme } from './scheme.ts';
import { splitAt } from './split.ts';
import { movedUpperBound, numbersOf } from './upper-bound.ts';

const COMPARATOR = /(\^|~>?|[<>]=?|=)?(\s*)(v?)(\d+|[xX*])(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?([-+][\w.+-]+)?/g;
const WILDCARD = /^[xX*]$/;

/** `requirement` raised to `version` in its own style. The caller made sure that both parse. */
export function raiseNpm(requirement: string, version: string, scheme: VersionScheme): string | undefined {
  const parts = splitAt(requirement, /\|\|/g);
  const alternatives = parts.map(({ text, start }) => ({
    start,
    end: start + text.length,
    standing:
      scheme.satisfies(version, text) === true
        ? ('admits' as const)
        : standingOf((a, b) => scheme.compare(a, b), scheme.intervals(text) ?? [], version),
  }));
  // By what is released in the end: a bound that only leaves out pre-releases was not crossed.
  const release = version.replace(/-.*$/, '');
  const isWithin = (text: string): boolean =>
    scheme.intervals(text)?.some((interval) => contains((a, b) => scheme.compare(a, b), interval, release)) === true;
  return raiseAlternatives(requirement, alternatives, (index) => raiseSet(parts[index]?.text ?? '', version, isWithin));
}

function raiseSet(set: string, version: string, isWithin: (comparator: string) => boolean): string {
  const hyphen = /^(\s*v?)\S+(\s+-\s+)(v?)(\S+)(\s*)$/.exec(set);
  if (hyphen !== null) {
    const [, before = '', dash = '', v = '', upper = '', after = ''] = hyphen;
    return `${before}${version}${dash}${v}${isWithin(`<=${upper}`) ? upper : atPrecision(upper.split('.'), version)}${after}`;
  }
  const comparators = [...set.matchAll(COMPARATOR)];
  if (comparators.length === 0) return `>=${version}`;
  const onlyUpper = comparators.every(([, operator]) => operator?.startsWith('<'));
  const raised = set.replace(
    COMPARATOR,
    (text: string, operator: string | undefined, space: string, v: string, ...rest: (string | undefined)[]) => {
      const [major = '', minor, patch] = rest;
      const parts = [major, minor, patch].filter((part) => part !== undefined);
      const admitted = isWithin(text);
      switch (operator) {
        case '<':
          return admitted ? text : `<${space}${v}${movedUpperBound(parts.join('.'), version)}`;
        case '<=':
          return admitted ? text : `<=${space}${v}${atPrecision(parts, version)}`;
        case '>':
        case '>=':
          return `>=${space}${v}${version}`;
        default:
          // A pre-release is only in what names one.
          return admitted || version.includes('-')
            ? raiseInside(operator, `${space}${v}`, parts, version)
            : `${operator ?? ''}${space}${v}${atPrecision(parts, version)}`;
      }
    },
  );
  return onlyUpper ? `>=${version} ${raised.trimStart()}` : raised;
}

/** How many numbers there are before the first wildcard. */
function precisionOf(parts: readonly string[]): number {
  const wildcard = parts.findIndex((part) => WILDCARD.test(part));
  return wildcard < 0 ? parts.length : wildcard;
}

/** `1.x` can only be raised inside itself as what it abbreviates, and `~1`, `^0` and `^0.0` as what ends where they do. */
function raiseInside(operator: string | undefined, before: string, parts: readonly string[], version: string): string {
  const precision = precisionOf(parts);
  const target = `${before}${from(parts, version)}`;
  if (precision === 3) return `${operator ?? ''}${target}`;
  if (precision === 0) return `>=${target}`;
  const isZero = /^0+$/.test(parts[0] ?? '');
  if (precision === 1) return isZero && version.startsWith('0.') ? `>=${target} <1.0.0` : `^${target}`;
  if (operator === '^') return isZero && /^0+$/.test(parts[1] ?? '') ? `~${target}` : `^${target}`;
  return `${operator?.startsWith('~') === true ? operator : '~'}${target}`;
}

/** `version` at the precision of `parts` where that says the same: `^1.4` to 1.5.0 is `^1.5`. */
const from = (parts: readonly string[], version: string): string =>
  parts.some((part) => WILDCARD.test(part)) ? version : fitted(version, parts.length);

/** `version` cut to as many numbers as `parts` has, wildcards kept. */
function atPrecision(parts: readonly string[], version: string): string {
  if (parts.length === 3 && !parts.some((part) => WILDCARD.test(part))) return version;
  const target = numbersOf(version);
  return parts.map((part, index) => (WILDCARD.test(part) ? part : String(target[index] ?? 0))).join('.');
}

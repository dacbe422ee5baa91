import { fitted } from './precision.ts';
import type { VersionScheme } from './scheme.ts';
import { movedUpperBound, numbersOf } from './upper-bound.ts';

const COMPARATOR = /(\^|~>?|[<>]=?|=)?(\s*)(v?)(\d+|[xX*])(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?([-+][\w.+-]+)?/g;
const WILDCARD = /^[xX*]$/;

/** `requirement` raised to `version` in its own style. The caller made sure that both parse. */
export function raiseNpm(requirement: string, version: string, scheme: VersionScheme): string | undefined {
  const alternatives = requirement.split('||');
  const admitting = alternatives.findLastIndex((text) => scheme.satisfies(version, text) === true);
  if (admitting < 0 && isBelow(version, requirement, scheme)) return undefined;
  const kept = admitting < 0 ? [alternatives.length - 1] : [...alternatives.keys()].filter((index) => index >= admitting);
  return kept
    .map((index) => {
      const text = alternatives[index] ?? '';
      return index === (kept[0] ?? 0) ? raiseSet(text, version, admitting >= 0) : text;
    })
    .join('||')
    .replace(/^\s+/, /^\s*/.exec(requirement)?.[0] ?? '');
}

/** Whether all of `requirement` lies above `version`. */
function isBelow(version: string, requirement: string, scheme: VersionScheme): boolean {
  const intervals = scheme.intervals(requirement) ?? [];
  return intervals.every(({ lower }) => lower !== undefined && scheme.compare(version, lower.version) < 0);
}

function raiseSet(set: string, version: string, admitted: boolean): string {
  const hyphen = /^(\s*)(\S+)(\s+-\s+)(\S+)(\s*)$/.exec(set);
  if (hyphen !== null) {
    const [, before = '', , dash = '', upper = '', after = ''] = hyphen;
    return `${before}${version}${dash}${admitted ? upper : version}${after}`;
  }
  const comparators = [...set.matchAll(COMPARATOR)];
  if (comparators.length === 0) return `>=${version}`;
  const onlyUpper = comparators.every(([, operator]) => operator?.startsWith('<'));
  const raised = set.replace(
    COMPARATOR,
    (text: string, operator: string | undefined, space: string, v: string, ...rest: (string | undefined)[]) => {
      const [major = '', minor, patch] = rest;
      const parts = [major, minor, patch].filter((part) => part !== undefined);
      switch (operator) {
        case '<':
          return admitted ? text : `<${space}${v}${movedUpperBound(parts.join('.'), version)}`;
        case '<=':
          return admitted ? text : `<=${space}${v}${version}`;
        case '>':
        case '>=':
          return `>=${space}${v}${version}`;
        default:
          return `${operatorFor(operator, parts, admitted)}${space}${v}${admitted ? from(parts, version) : atPrecision(parts, version)}`;
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

/** `1.x` can only be raised inside itself as the caret or tilde range that it abbreviates. */
function operatorFor(operator: string | undefined, parts: readonly string[], admitted: boolean): string {
  if (operator !== undefined && operator !== '=') return operator;
  const precision = precisionOf(parts);
  if (!admitted || precision === 3) return operator ?? '';
  return ['>=', '^', '~'][precision] ?? '';
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

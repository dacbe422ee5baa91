import type { Raised, Written } from './clause.ts';
import { cut, fitted, leadingNumbers } from './precision.ts';
import { movedUpperBound } from './upper-bound.ts';

/** Versions with three numbers are complete: then there is no partial precision to keep. */
const COMPLETE = 3;

/**
 * The smallest change of one clause for `version`. Partial precision is kept where it says the same or where the clause moves as a whole
 * (`^3` to `^4`); upper bounds move only when they were crossed.
 */
export function raiseWritten(written: Written, version: string, admitted: boolean): Raised {
  const { kind, operator, space, text, after = '' } = written;
  const v = /^[vV](?=\d)/.exec(text)?.[0] ?? '';
  const places = leadingNumbers(text).length;
  const write = (target: string, floor: boolean, sign = operator): Raised => ({
    text: `${sign}${space}${v}${target}${after}`,
    floor,
  });
  const unchanged: Raised = { text: `${operator}${space}${text}${after}`, floor: false };
  switch (kind) {
    case 'exact':
    case 'least':
      return write(fitted(version, places), true);
    case 'above':
      return write(fitted(version, places), true, '>=');
    case 'below':
      return admitted ? unchanged : write(movedUpperBound(text, version), false);
    case 'most':
      return admitted ? unchanged : write(written.endsWide === true && places < COMPLETE ? cut(version, places) : version, false);
    case 'not':
      return unchanged;
    case 'caret':
      return raiseCaret(written, version, admitted, write);
    case 'pessimistic':
      return raisePessimistic(version, admitted, places, unchanged, write);
    case 'prefix':
      return raisePrefix(written, version, admitted);
  }
}

/** `~1` ends at 2, `~1.4.2` at 1.5: where more numbers would move the end, what ends there is written another way. */
function raiseCaret(
  { operator, text, after = '', starting }: Written,
  version: string,
  admitted: boolean,
  write: (target: string, floor: boolean) => Raised,
): Raised {
  const numbers = leadingNumbers(text);
  if (!admitted) return write(numbers.length >= COMPLETE ? fitted(version, numbers.length) : cut(version, numbers.length), true);
  const target = fitted(version, numbers.length);
  const place = endingPlace(numbers, operator === '~');
  const isSame = place === endingPlace(leadingNumbers(target), operator === '~');
  return isSame || starting === undefined
    ? write(target, true)
    : { text: `${starting(version, numbers.slice(0, place + 1))}${after}`, floor: true };
}

/** Which number of a caret or tilde version cannot change: the first that is not zero, or the second at most. */
function endingPlace(numbers: readonly string[], isTilde: boolean): number {
  const last = numbers.length - 1;
  const significant = numbers.findIndex((number) => !/^0+$/.test(number));
  return isTilde ? Math.min(1, last) : significant < 0 ? last : significant;
}

/** `~> 1.4` ends at 2 and `~> 1.4.5` at 1.5: more numbers than there were would move the end. */
function raisePessimistic(
  version: string,
  admitted: boolean,
  places: number,
  unchanged: Raised,
  write: (target: string, floor: boolean) => Raised,
): Raised {
  const target = fitted(version, places);
  if (leadingNumbers(target).length === places) return write(target, true);
  const moved = cut(version, places);
  return admitted ? unchanged : write(moved, places < COMPLETE || moved === version);
}

/** `1.4.*` moves as a whole; inside itself it can only be raised as what it abbreviates. */
function raisePrefix({ operator, space, text, after = '', starting }: Written, version: string, admitted: boolean): Raised {
  const numbers = leadingNumbers(text);
  if (admitted) return { text: `${starting?.(version, numbers) ?? `>=${version}`}${after}`, floor: true };
  const target = leadingNumbers(version);
  let index = 0;
  const moved = text.replace(/\d+/g, (digits) => (index < numbers.length ? (target[index++] ?? '0') : digits));
  return { text: `${operator}${space}${moved}${after}`, floor: true };
}

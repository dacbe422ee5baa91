/** How one text becomes another with one slip of the fingers. `at` is where in the second. */
export interface Slip {
  readonly kind: 'left out' | 'added' | 'doubled' | 'swapped' | 'replaced';
  readonly at: number;
  /** What is different: in `typed`, in `meant`. */
  readonly typed: string;
  readonly meant: string;
}

/** The slip between what was typed and what was meant; undefined when there is none, or more than one. */
export function slipBetween(typed: string, meant: string): Slip | undefined {
  const difference = typed.length - meant.length;
  if (typed === meant || difference < -1 || difference > 1) return undefined;
  let at = 0;
  while (at < typed.length && at < meant.length && typed[at] === meant[at]) at++;
  if (difference === 1) {
    if (typed.slice(at + 1) !== meant.slice(at)) return undefined;
    const added = typed.charAt(at);
    return { kind: added === typed[at - 1] ? 'doubled' : 'added', at, typed: added, meant: '' };
  }
  if (difference === -1)
    return typed.slice(at) === meant.slice(at + 1) ? { kind: 'left out', at, typed: '', meant: meant.charAt(at) } : undefined;
  const pair = typed.slice(at, at + 2);
  if (typed.slice(at + 1) === meant.slice(at + 1))
    return { kind: 'replaced', at, typed: typed.charAt(at), meant: meant.charAt(at) };
  const isSwapped = pair.length === 2 && pair === `${meant.charAt(at + 1)}${meant.charAt(at)}`;
  return isSwapped && typed.slice(at + 2) === meant.slice(at + 2)
    ? { kind: 'swapped', at, typed: pair, meant: meant.slice(at, at + 2) }
    : undefined;
}

/** Texts of which one is at most one slip away from the other share one of these: each without one of its characters, and itself. */
export function* shortened(text: string): Generator<string> {
  yield text;
  for (let at = 0; at < text.length; at++) yield text.slice(0, at) + text.slice(at + 1);
}

/** The rows of the keyboard that most people have. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const NEIGHBOURS: ReadonlySet<string> = new Set(
  ROWS.flatMap((row, line) =>
    Array.from(row).flatMap((key, at) =>
      [row[at + 1], ROWS[line + 1]?.[at], ROWS[line + 1]?.[at - 1]].flatMap((other) =>
        other ? [`${key}${other}`, `${other}${key}`] : [],
      ),
    ),
  ),
);
const VOWELS = /^[aeiouy]{2}$/;

/** Whether one letter is easily taken for, or hit instead of, the other. */
export const isNearKey = (a: string, b: string): boolean =>
  NEIGHBOURS.has(a + b) || VOWELS.test(a + b) || /^(?:ck|kc|sz|zs|cs|sc|vw|wv|mn|nm|ph)$/.test(a + b);

/** Characters that look alike in many fonts, brought to one form. */
export const lookAlike = (name: string): string =>
  name
    .replaceAll('0', 'o')
    .replaceAll(/[1il|]/g, 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll(/(?<=[a-z])5(?=[a-z])/g, 's')
    .replaceAll(/(?<=[a-z])3(?=[a-z])/g, 'e')
    .replaceAll(/(?<=[a-z])4(?=[a-z])/g, 'a');

import { compareDigits, compareText, type Order } from '../scheme.ts';

const GEM_VERSION = /^\s*\d+(?:\.[0-9a-zA-Z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?\s*$/;

/** Digit strings and letter strings. */
export type Segments = readonly string[];

/** What `Gem::Version` reads (https://docs.ruby-lang.org/en/master/Gem/Version.html): a hyphen starts a pre-release, as do letters. */
export function parseGem(text: string): Segments | undefined {
  if (text.length > 300 || !GEM_VERSION.test(text)) return undefined;
  return (
    text
      .trim()
      .replaceAll('-', '.pre.')
      .match(/\d+|[a-z]+/gi) ?? []
  );
}

export const isGemPrerelease = (segments: Segments): boolean => segments.some(isLetters);

const isLetters = (segment: string): boolean => /[a-z]/i.test(segment);
const isZero = (segment: string | undefined): boolean => segment !== undefined && /^0+$/.test(segment);

/** Letters below numbers, missing segments are zero; zeros before the first letter and at the end do not count. */
export function compareGems(a: Segments, b: Segments): Order {
  const x = canonical(a);
  const y = canonical(b);
  for (let index = 0; index < Math.max(x.length, y.length); index++) {
    const left = x[index] ?? '0';
    const right = y[index] ?? '0';
    const order =
      isLetters(left) === isLetters(right)
        ? (isLetters(left) ? compareText : compareDigits)(left, right)
        : isLetters(left)
          ? -1
          : 1;
    if (order !== 0) return order;
  }
  return 0;
}

function canonical(segments: Segments): Segments {
  const letters = segments.findIndex(isLetters);
  const head = letters < 0 ? segments.length : letters;
  return [...withoutZeros(segments.slice(0, head)), ...withoutZeros(segments.slice(head))];
}

function withoutZeros(segments: Segments): Segments {
  const last = segments.findLastIndex((segment) => !isZero(segment));
  return segments.slice(0, last + 1);
}

/** The numbers before the first letters: what is released in the end. */
export function releaseOf(segments: Segments): Segments {
  const letters = segments.findIndex(isLetters);
  return letters < 0 ? segments : segments.slice(0, letters);
}

/** The end of `~>`: the last number but one, one higher. */
export function bumped(segments: Segments): Segments {
  const numbers = releaseOf(segments);
  const kept = numbers.length > 1 ? numbers.slice(0, -1) : numbers;
  return [...kept.slice(0, -1), String(BigInt(kept.at(-1) ?? '0') + 1n)];
}

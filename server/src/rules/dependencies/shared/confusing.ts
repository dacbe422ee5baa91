import type { Span } from '../../../base/span.ts';
import { asciiLike } from '../../../knowledge/confusables.ts';

/** A place where the text is not what it looks like. */
export interface Confusing {
  readonly kind: 'invisible' | 'direction' | 'letter';
  /** The characters, or for what cannot be seen alone the word around them. */
  readonly span: Span;
  readonly word: string;
  /** What it looks like. */
  readonly plain: string;
}

/** Controls that change the order in which text is shown (https://trojansource.codes). */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/u;
/** Characters without any shape: zero width, fillers, soft hyphens, variation selectors, tags. First and last of each range. */
const SHAPELESS: readonly (readonly [first: number, last: number])[] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x2060, 0x2064],
  [0x206a, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xe0000, 0xe0fff],
];
const isShapeless = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return SHAPELESS.some(([first, last]) => first <= code && code <= last);
};
const isSelector = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0000 && code <= 0xe0fff);
};
const SUSPICIOUS = /[^\0-\x7f]/;
/** What stands between the words of a manifest. */
const DELIMITER = /[\s"'`,;|(){}[\]<>]/;

/** Whether a text has anything but ASCII: few manifests have, and then only in descriptions. */
export const hasOther = (text: string): boolean => SUSPICIOUS.test(text);

/** The words of a text that have anything but ASCII in them. */
function* otherWords(line: string): Generator<Span> {
  const others = /[^\0-\x7f]/g;
  let end = 0;
  for (let match = others.exec(line); match !== null; match = others.exec(line)) {
    let start = match.index;
    if (DELIMITER.test(line.charAt(start))) continue;
    while (start > end && !DELIMITER.test(line.charAt(start - 1))) start--;
    end = match.index;
    while (end < line.length && !DELIMITER.test(line.charAt(end))) end++;
    yield { start, end };
    others.lastIndex = end;
  }
}

/** The confusing words of one line. */
export function* confusingIn(line: string, from: number): Generator<Confusing> {
  for (const { start, end } of otherWords(line)) {
    const word = line.slice(start, end);
    const span = { start: from + start, end: from + end };
    const visible = withoutInvisible(word);
    if (DIRECTION.test(word)) yield { kind: 'direction', span, word, plain: word.replaceAll(new RegExp(DIRECTION, 'gu'), '') };
    else if (visible !== word) yield { kind: 'invisible', span, word, plain: visible };
    else {
      const plain = asciiOf(word);
      if (plain !== undefined) yield { kind: 'letter', span, word, plain };
    }
  }
}

/** Joiners and selectors belong to what is not ASCII before them, as in emoji and in the scripts of India and Persia; two selectors in a row hide something. */
function withoutInvisible(word: string): string {
  let result = '';
  let before = '';
  const characters = Array.from(word);
  for (const [index, character] of characters.entries()) {
    const isKeycap = character === '\ufe0f' && characters[index + 1] === '\u20e3';
    const isSecond = isSelector(character) && isSelector(before);
    const belongs =
      !isSecond && ((before.codePointAt(0) ?? 0) > 0x2000 || isScriptOf(before, character) || /^[©®]$/.test(before));
    if (!isShapeless(character) || isKeycap || belongs) result += character;
    before = character;
  }
  return result;
}

const isScriptOf = (before: string, character: string): boolean =>
  /[\u200c-\u200f]/.test(character) && before !== '' && (before.codePointAt(0) ?? 0) > 0x3ff;

/** A word that has ASCII letters and others that look like ASCII; undefined if some do not, or none is ASCII. */
function asciiOf(word: string): string | undefined {
  let plain = '';
  let others = 0;
  for (const character of word) {
    if (character.charCodeAt(0) < 0x80) plain += character;
    else {
      const like = asciiLike(character);
      if (like === undefined) return undefined;
      if (/[A-Za-z0-9]/.test(like)) others++;
      plain += like;
    }
  }
  return others > 0 && /[A-Za-z]/.test(word) ? plain : undefined;
}

/** What a word looks like to people: without what has no shape, and in ASCII where it looks like that. */
export const looksLike = (word: string): string => {
  if (!hasOther(word)) return word;
  const visible = withoutInvisible(word);
  return asciiOf(visible) ?? visible;
};

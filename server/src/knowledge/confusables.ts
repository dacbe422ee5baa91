/**
 * Letters of other scripts that look like those of ASCII, from Unicode's confusables (https://www.unicode.org/Public/security/latest/confusables.txt, Unicode 16), the ones
 * that common fonts show alike. As of 2026-11. In pairs: the letters that look alike, then what they look like.
 */
const PAIRS: readonly (readonly [letters: string, ascii: string])[] = [
  // Cyrillic, with letters of its extensions.
  ['аΑαɑ', 'a'],
  ['сϲⅽ', 'c'],
  ['ԁⅾ', 'd'],
  ['еҽ℮', 'e'],
  ['ɡց', 'g'],
  ['һհ', 'h'],
  ['іıіɩι', 'i'],
  ['јϳ', 'j'],
  ['кκ', 'k'],
  ['ӏⅼا', 'l'],
  ['ⅿ', 'm'],
  ['ոп', 'n'],
  ['оοօσ', 'o'],
  ['рρ', 'p'],
  ['ԛզ', 'q'],
  ['гᴦ', 'r'],
  ['ѕꜱ', 's'],
  ['тτ', 't'],
  ['υսц', 'u'],
  ['ѵνⅴ', 'v'],
  ['ԝѡա', 'w'],
  ['хχⅹ', 'x'],
  ['уүγ', 'y'],
  ['ᴢ', 'z'],
  ['А', 'A'],
  ['ВΒ', 'B'],
  ['СϹⅭ', 'C'],
  ['ЕΕ', 'E'],
  ['НΗ', 'H'],
  ['ІΙӀ', 'I'],
  ['Ј', 'J'],
  ['КΚ', 'K'],
  ['МΜ', 'M'],
  ['Ν', 'N'],
  ['ОΟ', 'O'],
  ['РΡ', 'P'],
  ['Ѕ', 'S'],
  ['ТΤ', 'T'],
  ['ХΧ', 'X'],
  ['ΥҮ', 'Y'],
  ['Ζ', 'Z'],
  // Hyphens, dots, slashes and signs.
  ['‐‑‒–−˗', '-'],
  ['․', '.'],
  ['∕⁄', '/'],
  ['＿', '_'],
  ['：꞉', ':'],
];

const LIKE: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([letters, ascii]) => Array.from(letters).map((letter) => [letter, ascii])),
);

/** What a character that is not ASCII looks like; undefined for one that looks like nothing in ASCII. */
export function asciiLike(character: string): string | undefined {
  const known = LIKE.get(character);
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  // Full-width forms, and letters of mathematics in their styles.
  if ((code >= 0xff01 && code <= 0xff5e) || (code >= 0x1d400 && code <= 0x1d7ff)) {
    const plain = character.normalize('NFKC');
    return /^[!-~]$/.test(plain) ? plain : undefined;
  }
  return undefined;
}

/** A finding quotes what the authors say, not all of it. In UTF-16 code units. */
const LONGEST_QUOTE = 160;

/** What authors say, on one line and without a full stop. */
export function quoted(message: string): string {
  const line = message
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replaceAll(/[“”]/g, '"')
    .trim();
  const short = line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE).replace(/\s\S*$/, '')}…` : line;
  return short.replace(/\.$/, '');
}

const NAME = String.raw`@[a-z0-9~][\w.~-]*\/[a-z0-9~][\w.~-]*|[a-z0-9][a-z0-9_-]*(?:\.js)?`;
/** A name with its scope, a name in quotes behind a word that points, or a bare one before `instead` or the end of the sentence. */
const POINTERS: readonly RegExp[] = [
  /(?<![\w/@.])(@[a-z0-9~][\w.~-]*\/[a-z0-9~][\w.~-]*)/g,
  new RegExp(String.raw`(?:use|to|by|with|of|is|see)\s+(?:the\s+)?[\`'"](${NAME})[\`'"]`, 'gi'),
  new RegExp(
    String.raw`(?:use|switch to|migrate to|move[d]? to|renamed to|replaced (?:by|with)|in favou?r of)\s+(?:the\s+)?(${NAME})(?=\s+(?:instead|package|module)\b|\s*[,;!]|\s*\.?\s*$|\.\s)`,
    'gi',
  ),
];
/** Words that stand where a name would. */
const NO_NAMES = new Set([
  ...['a', 'an', 'another', 'built-in', 'builtin', 'es6', 'es2015', 'it', 'its', 'javascript', 'latest', 'native', 'node', 'npm'],
  ...['nodejs', 'node.js', 'one', 'other', 'something', 'that', 'the', 'their', 'them', 'this', 'typescript', 'version', 'your'],
]);

/** The one package that authors point to; undefined where they name none, or several. */
export function replacementIn(message: string, own: string): string | undefined {
  const names = new Set<string>();
  for (const pointer of POINTERS)
    for (const [, name = ''] of message.slice(0, 1000).matchAll(pointer)) {
      const clean = name.replace(/[.-]+$/, '');
      if (
        clean !== own &&
        !NO_NAMES.has(clean.toLowerCase()) &&
        clean === clean.toLowerCase() &&
        /[a-z]/.test(clean) &&
        !/^v?\d/.test(clean)
      )
        names.add(clean);
    }
  const [only, ...others] = names;
  return others.length === 0 ? only : undefined;
}

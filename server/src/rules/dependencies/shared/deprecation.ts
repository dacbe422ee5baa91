import type { VersionScheme } from '../../../model/dependencies/index.ts';

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

/** A package of Composer with its vendor, as a word of its own. */
const VENDOR_NAME = /(?<![^\s`'"(“])([a-z0-9](?:[_.-]?[a-z0-9]+)*\/[a-z0-9](?:[_.-]{0,2}[a-z0-9]+)*)(?=[.,;:!)]?(?:[\s`'"”]|$))/g;

/** The one package that authors point to; undefined where they name none, or several. */
export function replacementIn(message: string, own: string, ecosystem = 'npm'): string | undefined {
  const names = new Set<string>();
  for (const pointer of ecosystem === 'Packagist' ? [VENDOR_NAME] : POINTERS)
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

/** `upgrade to version 7 or higher`, `versions prior to v4`, `fixed in 3.1.1`. */
const VERSION_POINTER =
  /(?:(?:upgrade|update|move|migrate|switch|go)(?:\s+(?:your\s+(?:version|package|dependenc(?:y|ies))|it))?\s+to|use|fixed in|prior to|before|below|older than|<)\s*(?:at least\s+)?(?:the\s+)?(?:version\s+)?["'`]?[\^~]?(?:>=\s*)?v?(\d+(?:\.\d+){0,2})(?:\.x)*(?![\w.-]*[\w-])/gi;

/** The one later version that authors point to, its missing numbers as zeros. */
export function namedVersion(
  message: string,
  own: string,
  scheme: VersionScheme,
): { readonly version: string; readonly isWhole: boolean } | undefined {
  const versions = new Map<string, boolean>();
  for (const [, written = ''] of message.slice(0, 1000).matchAll(VERSION_POINTER)) {
    const numbers = written.split('.');
    const version = [...numbers, '0', '0'].slice(0, 3).join('.');
    if (scheme.compare(version, own) > 0) versions.set(version, numbers.length === 3);
  }
  const [only, ...others] = versions;
  return only === undefined || others.length > 0 ? undefined : { version: only[0], isWhole: only[1] };
}

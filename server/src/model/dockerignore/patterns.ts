import type { Span } from '../../base/span.ts';

/** One line of a `.dockerignore`. Plain data. */
export interface IgnorePattern {
  /** As compared: without `!`, surrounding blanks and slashes, and `./`. */
  readonly pattern: string;
  /** `!`: takes out again what an earlier line left out. */
  readonly negated: boolean;
  /** The line without surrounding blanks. */
  readonly span: Span;
}

/** Lines beyond this are not read: no person writes them, and each path is held against each. */
const MAX_PATTERNS = 5000;
const MAX_LENGTH = 1000;

/** The patterns of a `.dockerignore`, by https://docs.docker.com/build/concepts/context/#dockerignore-files. */
export function readPatterns(text: string): readonly IgnorePattern[] {
  const patterns: IgnorePattern[] = [];
  const line = /[^\r\n]+/g;
  for (let match = line.exec(text); match && patterns.length < MAX_PATTERNS; match = line.exec(text)) {
    const whole = match[0].replace(/^\uFEFF/, '');
    // A comment starts in the first column; anywhere else `#` is part of a name.
    if (whole.startsWith('#') || whole.length > MAX_LENGTH) continue;
    const trimmed = whole.trim();
    const negated = trimmed.startsWith('!');
    const pattern = clean(negated ? trimmed.slice(1).trim() : trimmed);
    if (pattern === '') continue;
    const start = match.index + match[0].indexOf(trimmed);
    patterns.push({ pattern, negated, span: { start, end: start + trimmed.length } });
  }
  return patterns;
}

/** As Go's `filepath.Clean` leaves it, relative to the context. */
function clean(pattern: string): string {
  const segments: string[] = [];
  for (const segment of pattern.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') segments.pop();
    else segments.push(segment);
  }
  return segments.join('/');
}

/**
 * The line that leaves `path` (relative to the context) out of it; undefined when it is in the context. The last line that matches the path or a folder above
 * it decides, as in Docker.
 */
export function ignoredBy(patterns: readonly IgnorePattern[], path: string): IgnorePattern | undefined {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  let decided: IgnorePattern | undefined;
  for (const each of patterns) {
    if (each.negated === (decided === undefined)) continue;
    if (matchesOrParent(each.pattern.split('/'), segments)) decided = each.negated ? undefined : each;
  }
  return decided;
}

/** Whether the pattern matches the path or one of the folders that it lies in. */
function matchesOrParent(pattern: readonly string[], path: readonly string[]): boolean {
  // reachable[i]: the pattern's first i segments match the path's segments read so far.
  let reachable = start(pattern);
  for (const segment of path) {
    const next: boolean[] = Array.from({ length: pattern.length + 1 }, () => false);
    for (const [index, part] of pattern.entries()) {
      if (!reachable[index]) continue;
      // One segment of those that `**` stands for; behind a last `**` that is all it needs.
      if (part === '**') next[index] = next[index + 1] = true;
      else if (matchesSegment(part, segment)) next[index + 1] = true;
    }
    reachable = skipDoubleStars(pattern, next);
    if (reachable[pattern.length]) return true;
  }
  return false;
}

const start = (pattern: readonly string[]): boolean[] =>
  skipDoubleStars(pattern, [true, ...Array.from({ length: pattern.length }, () => false)]);

/** `**` stands for any number of folders, also for none; at the end it stands for what is inside a folder, not for the folder. */
function skipDoubleStars(pattern: readonly string[], reachable: boolean[]): boolean[] {
  for (const [index, part] of pattern.entries())
    if (reachable[index] && part === '**' && index + 1 < pattern.length) reachable[index + 1] = true;
  return reachable;
}

/** Matches one segment against `*`, `?`, `[a-z]` and `\x`, in time proportional to the product of both lengths. */
export function matchesSegment(pattern: string, text: string): boolean {
  const tokens = tokensOf(pattern);
  let at = 0;
  let token = 0;
  let star = -1;
  let retry = 0;
  while (at < text.length) {
    const one = tokens[token];
    if (one === '*') {
      star = token++;
      retry = at;
    } else if (typeof one === 'function' && one(text[at] ?? '')) {
      token++;
      at++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++retry;
    } else return false;
  }
  while (tokens[token] === '*') token++;
  return token === tokens.length;
}

type Token = '*' | ((char: string) => boolean);

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? '';
    if (char === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
    } else if (char === '?') tokens.push(() => true);
    else if (char === '[') {
      const close = pattern.indexOf(']', at + 2);
      if (close < 0) return [() => false];
      tokens.push(charClass(pattern.slice(at + 1, close)));
      at = close;
    } else {
      const literal = char === '\\' ? (pattern[++at] ?? '') : char;
      tokens.push((one) => one === literal);
    }
  }
  return tokens;
}

function charClass(body: string): (char: string) => boolean {
  const negated = body.startsWith('^') || body.startsWith('!');
  const set = negated ? body.slice(1) : body;
  return (char) => {
    let found = false;
    for (let at = 0; at < set.length; at++) {
      const low = set[at] ?? '';
      const high = set[at + 1] === '-' && at + 2 < set.length ? (set[at + 2] ?? '') : low;
      if (high !== low) at += 2;
      if (char >= low && char <= high) found = true;
    }
    return found !== negated;
  };
}

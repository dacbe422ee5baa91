import type { Span } from '../../base/span.ts';
import { matchesSegment } from '../dockerignore/patterns.ts';

/** One line of a `.gitignore`. Plain data. */
export interface GitPattern {
  /** Without `!`, the slashes at both ends, and blanks behind it. */
  readonly pattern: string;
  /** `!`: takes out again what an earlier line ignored. */
  readonly negated: boolean;
  /** Has a slash before its end: it starts at the file's folder. Others match a name at any depth. */
  readonly anchored: boolean;
  /** Ends in a slash: it is about folders only. */
  readonly onlyFolders: boolean;
  /** The line without blanks behind it. */
  readonly span: Span;
}

/** Lines beyond this are not read: no person writes them, and each path is held against each. */
const MAX_PATTERNS = 5000;
const MAX_LENGTH = 1000;

/** The patterns of a `.gitignore`, by https://git-scm.com/docs/gitignore#_pattern_format. */
export function readGitPatterns(text: string): readonly GitPattern[] {
  const patterns: GitPattern[] = [];
  const line = /[^\r\n]+/g;
  for (let match = line.exec(text); match && patterns.length < MAX_PATTERNS; match = line.exec(text)) {
    const bom = match.index === 0 && match[0].startsWith('\uFEFF') ? 1 : 0;
    if (match[0].length > MAX_LENGTH || match[0][bom] === '#') continue;
    const written = withoutBlanks(match[0].slice(bom));
    const negated = written.startsWith('!');
    const body = negated ? written.slice(1) : written;
    const onlyFolders = body.endsWith('/');
    const inner = onlyFolders ? body.slice(0, -1) : body;
    const pattern = withRanges(inner.startsWith('/') ? inner.slice(1) : inner);
    if (pattern === '') continue;
    const start = match.index + bom;
    patterns.push({ pattern, negated, anchored: inner.includes('/'), onlyFolders, span: { start, end: start + written.length } });
  }
  return patterns;
}

const RANGES: ReadonlyMap<string, string> = new Map([
  ['alpha', 'A-Za-z'],
  ['digit', '0-9'],
  ['alnum', 'A-Za-z0-9'],
  ['lower', 'a-z'],
  ['upper', 'A-Z'],
  ['xdigit', '0-9A-Fa-f'],
  ['space', ' '],
]);

/** `[[:alpha:]]` as `[A-Za-z]`. */
const withRanges = (pattern: string): string =>
  pattern.includes('[:') ? pattern.replaceAll(/\[:(\w+):\]/g, (whole, name: string) => RANGES.get(name) ?? whole) : pattern;

/** Spaces at the end do not count unless a backslash stands before them. */
function withoutBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t') && line[end - 2] !== '\\') end--;
  return line.slice(0, end);
}

/** The last pattern that is about `path` (relative to the file's folder) itself, not about a folder above it; undefined for none. */
export function decidingPattern(patterns: readonly GitPattern[], path: string, isFolder: boolean): GitPattern | undefined {
  const segments = path.split('/');
  return patterns.findLast((each) => (isFolder || !each.onlyFolders) && matchesPath(each, segments));
}

function matchesPath({ pattern, anchored }: GitPattern, path: readonly string[]): boolean {
  if (!anchored) return matchesSegment(pattern, path.at(-1) ?? '');
  const parts = pattern.split('/');
  // reachable[i]: the pattern's first i parts match the path's segments read so far.
  let reachable = skipStars(parts, [true]);
  for (const segment of path) {
    const next: boolean[] = [];
    for (const [index, part] of parts.entries()) {
      if (reachable[index] !== true) continue;
      if (part === '**') next[index] = true;
      if (part === '**' || matchesSegment(part, segment)) next[index + 1] = true;
    }
    reachable = skipStars(parts, next);
  }
  return reachable[parts.length] === true;
}

/** `**` stands for any number of folders, also for none; at the end it stands for what is inside a folder. */
function skipStars(parts: readonly string[], reachable: boolean[]): boolean[] {
  for (const [index, part] of parts.entries())
    if (reachable[index] === true && part === '**' && index + 1 < parts.length) reachable[index + 1] = true;
  return reachable;
}

import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile } from '../file.ts';

/**
 * Reads go.sum (https://go.dev/ref/mod#go-sum-files): hashes of modules and of their go.mod files. It holds more versions than are built with, so it says nothing of which
 * one is. `roots[0].resolved` is keyed by `name@version` and, for the hash of a go.mod file, whose variant is `go.mod`, `name@version/go.mod`.
 */
export function parseGoSum(text: string): DependencyFile {
  const dependencies: Dependency[] = [];
  const resolved = new Map<string, Dependency>();
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    let next = text.indexOf('\n', start);
    if (next < 0) next = text.length;
    const end = text.charCodeAt(next - 1) === 13 && next > start ? next - 1 : next;
    const line = text.slice(start, end);
    const first = line.indexOf(' ');
    const second = first < 1 ? -1 : line.indexOf(' ', first + 1);
    if (second > first + 1 && second + 1 < line.length && isHashed(line, first, second)) {
      const isFile = line.endsWith('/go.mod', second);
      const name = line.slice(0, first);
      const versionEnd = isFile ? second - 7 : second;
      const version = line.slice(first + 1, versionEnd);
      const dependency: Dependency = {
        ecosystem: 'Go',
        name,
        rawName: name,
        nameSpan: { start, end: start + first },
        use: 'locked',
        kind: 'transitive',
        groups: [],
        section: '',
        source: 'registry',
        version,
        versionSpan: { start: start + first + 1, end: start + versionEnd },
        integrity: [line.slice(second + 1)],
        ...(isFile && { variant: 'go.mod' }),
        span: { start, end },
      };
      if (!isFile) dependencies.push(dependency);
      resolved.set(`${name}@${version}${isFile ? '/go.mod' : ''}`, dependency);
    }
    start = next + 1;
  }
  return dependencyFile({
    ecosystem: 'Go',
    format: 'go.sum',
    role: 'lockfile',
    dependencies,
    roots: [{ path: '', span: { start: 0, end: 0 }, keyedBy: 'descriptor', resolved, linked: new Set() }],
  });
}

/** Whether it is a line with a version or a hash, of which a character may be missing, and no line of another file. */
const isHashed = (line: string, first: number, second: number): boolean =>
  line.startsWith('h1:', second + 1) || /^v\d/.test(line.slice(first + 1, first + 3));

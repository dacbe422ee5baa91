import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile } from '../file.ts';

/**
 * Reads go.sum (https://go.dev/ref/mod#go-sum-files): hashes of modules and of their go.mod files. It holds more versions than are built with, so it says nothing of which
 * one is. `roots[0].resolved` is keyed by `name@version` and, for the hash of a go.mod file, `name@version/go.mod`.
 */
export function parseGoSum(text: string): DependencyFile {
  const dependencies: Dependency[] = [];
  const resolved = new Map<string, Dependency>();
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    let next = text.indexOf('\n', start);
    if (next < 0) next = text.length;
    const end = text.charCodeAt(next - 1) === 13 && next > start ? next - 1 : next;
    const first = text.indexOf(' ', start);
    const second = first < 0 ? -1 : text.indexOf(' ', first + 1);
    if (first > start && second > first + 1 && second < end) {
      const isFile = text.endsWith('/go.mod', second) && second - first > 8;
      const name = text.slice(start, first);
      const versionSpan = { start: first + 1, end: isFile ? second - 7 : second };
      const version = text.slice(versionSpan.start, versionSpan.end);
      const dependency: Dependency = {
        ecosystem: 'Go',
        name,
        rawName: name,
        nameSpan: { start, end: first },
        use: 'locked',
        kind: 'transitive',
        groups: [],
        section: '',
        source: 'registry',
        version,
        versionSpan,
        integrity: [text.slice(second + 1, end)],
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

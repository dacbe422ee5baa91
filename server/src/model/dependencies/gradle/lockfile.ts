import { baseName } from '../../../base/path.ts';
import type { Comment } from '../../document.ts';
import type { Dependency, Group } from '../dependency.ts';
import { dependencyFile, type DependencyFile } from '../file.ts';

/**
 * Reads gradle.lockfile (https://docs.gradle.org/current/userguide/dependency_locking.html): `group:name:version=configurations` in each line, or without configurations
 * in the older form of one file for each. It does not say what was asked for by name.
 */
export function parseGradleLockfile(text: string, path: string): DependencyFile {
  const name = baseName(path);
  const own = /^(?:buildscript|settings)-gradle\.lockfile$/.test(name)
    ? 'classpath'
    : name === 'gradle.lockfile'
      ? ''
      : name.replace(/\.lockfile$/, '');
  const dependencies: Dependency[] = [];
  const comments: Comment[] = [];
  const groups = new Map<string, readonly Group[]>();
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    let next = text.indexOf('\n', start);
    if (next < 0) next = text.length;
    let end = next;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (text.charCodeAt(start) === 35) {
      const span = { start, end };
      comments.push({ span, text: text.slice(start + 1, end).trim(), covers: span });
    } else if (end > start) {
      const read = lineOf(text, start, end, own, groups);
      if (read) dependencies.push(read);
    }
    start = next + 1;
  }
  const { resolved, linked } = byName(dependencies);
  return dependencyFile({
    ecosystem: 'Maven',
    format: 'gradle.lockfile',
    role: 'lockfile',
    comments,
    dependencies,
    roots: [{ path: '', span: { start: 0, end: 0 }, resolved, linked }],
  });
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13;

function lineOf(
  text: string,
  start: number,
  end: number,
  own: string,
  known: Map<string, readonly Group[]>,
): Dependency | undefined {
  const line = text.slice(start, end);
  const first = line.indexOf(':');
  const second = first < 1 ? -1 : line.indexOf(':', first + 1);
  if (second <= first + 1) return undefined;
  const equals = line.indexOf('=', second + 1);
  const last = equals < 0 ? line.length : equals;
  if (last === second + 1) return undefined;
  const name = line.slice(0, second);
  if (/[\s"'{}]/.test(name)) return undefined;
  const configurations = equals < 0 ? own : line.slice(equals + 1);
  let groups = known.get(configurations);
  if (groups === undefined) known.set(configurations, (groups = groupsOf(configurations)));
  const version = line.slice(second + 1, last);
  const versionSpan = { start: start + second + 1, end: start + last };
  return {
    ecosystem: 'Maven',
    name,
    rawName: name,
    nameSpan: { start, end: start + second },
    use: 'locked',
    kind: 'direct',
    groups,
    section: configurations,
    source: 'registry',
    version,
    versionSpan,
    span: { start, end },
  };
}

/** Whom all of the configurations are for. */
function groupsOf(configurations: string): readonly Group[] {
  const names = configurations.split(',');
  if (names.every((name) => /^test|[a-z]Test/.test(name))) return ['test'];
  return names.every((name) =>
    /^(?:classpath|annotationProcessor|.*AnnotationProcessor|kapt\w*|ksp\w*|kotlin\w*Classpath)$/.test(name),
  )
    ? ['dev']
    : [];
}

/** What is locked in several versions is not known by its name alone. */
function byName(dependencies: readonly Dependency[]): { resolved: ReadonlyMap<string, Dependency>; linked: ReadonlySet<string> } {
  const resolved = new Map<string, Dependency>();
  const linked = new Set<string>();
  for (const dependency of dependencies) {
    const known = resolved.get(dependency.name);
    if (known && known.version !== dependency.version) linked.add(dependency.name);
    resolved.set(dependency.name, dependency);
  }
  for (const name of linked) resolved.delete(name);
  return { resolved, linked };
}

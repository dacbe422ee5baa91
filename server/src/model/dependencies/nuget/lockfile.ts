import type { Span } from '../../../base/span.ts';
import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type LockRoot } from '../file.ts';
import { nugetName } from './name.ts';

type Locked = { -readonly [K in keyof Dependency]: Dependency[K] };

/** NuGet indents by two spaces. */
const FIRST_MEMBER = /^\uFEFF?\{\r?\n( {2,8})"version": \d,\r?\n\1"dependencies"/;

const JOINED = /^"?dependencies"?: \{ +"([^"]*)": \{\r?$/;

/** `"key": "value"` or `"key": {`; a quote may be missing in a broken file. Sticky: it begins where the indentation ends. */
const LINE = /"?([^":\r\n]*)"?:?[ \t]*(?:"?([^"\r\n{}]*)"?)?/y;

/**
 * Reads packages.lock.json as NuGet writes it (https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files#locking-dependencies): frameworks
 * in `dependencies`, packages in frameworks, a member a line, each level indented by the same number of spaces. It is read by its indentation, so that a broken
 * line spoils nothing but itself.
 */
export function parseNugetLock(text: string): DependencyFile {
  const dependencies: Locked[] = [];
  const unit = FIRST_MEMBER.exec(text)?.[1]?.length ?? 2;
  let framework = '';
  let entry: Locked | undefined;
  let requires: string[] = [];
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length;) {
    let start = at;
    while (text.charCodeAt(start) === 32) start++;
    const indent = start - at;
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    at = end + 1;
    if (indent === 0 || start >= end || isStructure(text.charCodeAt(start))) continue;
    const level = Math.round(indent / unit);
    if (level < 2) {
      // The line break before the first framework may be missing.
      framework = JOINED.exec(text.slice(start, end))?.[1] ?? framework;
      continue;
    }
    LINE.lastIndex = start;
    const match = LINE.exec(text);
    const key = match?.[1] ?? '';
    if (!match || key === '') continue;
    const keySpan = spanAt(text, start, key);
    if (level === 2) framework = key;
    else if (level === 3) {
      requires = [];
      entry = lockedPackage(key, keySpan, framework, requires);
      dependencies.push(entry);
    } else if (entry) {
      entry.span = { start: entry.span.start, end: text.charCodeAt(end - 1) === 13 ? end - 1 : end };
      if (level > 4) requires.push(nugetName(key));
      else setMember(entry, key, match[2] ?? '', start + match[0].length);
    }
  }
  const packages = dependencies.filter(({ source }) => source === 'registry');
  return dependencyFile({
    ecosystem: 'NuGet',
    format: 'packages.lock.json',
    role: 'lockfile',
    dependencies: packages,
    roots: [rootOf(dependencies)],
  });
}

/** A bracket alone on its line. */
const isStructure = (code: number): boolean => code === 123 || code === 125;

function spanAt(text: string, start: number, written: string): Span {
  const from = text.charCodeAt(start) === 34 ? start + 1 : start;
  return { start: from, end: from + written.length };
}

const lockedPackage = (rawName: string, nameSpan: Span, framework: string, requires: string[]): Locked => ({
  ecosystem: 'NuGet',
  name: nugetName(rawName),
  rawName,
  nameSpan,
  use: 'locked',
  kind: 'direct',
  groups: [],
  section: framework,
  source: 'registry',
  requires,
  span: nameSpan,
});

/** @param behind the offset behind the value, its closing quote included */
function setMember(entry: Locked, key: string, value: string, behind: number): void {
  switch (key) {
    case 'type':
      if (value === 'Project') entry.source = 'workspace';
      if (value !== 'Direct') entry.kind = 'transitive';
      break;
    case 'requested':
      entry.requirement = value;
      break;
    case 'resolved':
      entry.version = value;
      entry.versionSpan = { start: behind - 1 - value.length, end: behind - 1 };
      break;
    case 'contentHash':
      entry.integrity = [value];
      break;
  }
}

/** The project that lies beside the lockfile. A package may be locked for several frameworks; the first one stands for all. */
function rootOf(dependencies: readonly Dependency[]): LockRoot {
  const resolved = new Map<string, Dependency>();
  for (const dependency of dependencies) {
    const { name, kind, source } = dependency;
    if (kind === 'direct' && source === 'registry' && !resolved.has(name)) resolved.set(name, dependency);
  }
  const linked = dependencies.filter(({ source }) => source === 'workspace').map(({ name }) => name);
  return { path: '', span: { start: 0, end: 0 }, resolved, linked: new Set(linked) };
}

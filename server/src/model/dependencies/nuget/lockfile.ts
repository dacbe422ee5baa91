import { memberSpan, objectOf, parseJson, spanOfJson, type JsonMember } from '../../json/index.ts';
import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type LockRoot } from '../file.ts';
import { nugetLockShape } from '../json-shapes.ts';
import { isMistyped } from '../misspelt.ts';
import { lockLines } from './lock-lines.ts';
import { lockedPackage, setMember, type Locked } from './locked.ts';
import { nugetName } from './name.ts';

/** An entry that does not begin a line of its own: NuGet did not write the file. */
const INLINE = /\{[ \t]*"(?:type|resolved|requested|contentHash)"/;

/** A member of the second level. */
const INDENTED = /\n(?: {3,}|\t+)"/;

/** Reads packages.lock.json (https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files#locking-dependencies). */
export function parseNugetLock(text: string): DependencyFile {
  const dependencies = INLINE.test(text) || !INDENTED.test(text) ? [...lockTree(text)] : [...lockLines(text)];
  return dependencyFile({
    ecosystem: 'NuGet',
    format: 'packages.lock.json',
    role: 'lockfile',
    dependencies: dependencies.filter(({ source }) => source === 'registry'),
    roots: [rootOf(dependencies)],
  });
}

/** The members of `dependencies`, whose name may lack a character. */
function frameworksOf(text: string): readonly JsonMember[] {
  const { root } = parseJson(text, { shape: nugetLockShape });
  const found = objectOf(root, 'dependencies') ?? root?.members.find(({ key }) => isMistyped('dependencies', key.text))?.value;
  return found?.members ?? [];
}

/** The packages of a lockfile in any layout. */
function* lockTree(text: string): Generator<Locked> {
  for (const framework of frameworksOf(text)) {
    for (const member of framework.value?.members ?? []) {
      const requires: string[] = [];
      const entry = lockedPackage(member.key.text, spanOfJson(member.key), framework.key.text, requires);
      entry.span = memberSpan(text, member);
      for (const { key, value } of member.value?.members ?? []) {
        if (key.text === 'dependencies') requires.push(...(value?.members ?? []).map((one) => nugetName(one.key.text)));
        else if (value) setMember(entry, key.text, value.text, spanOfJson(value));
      }
      yield entry;
    }
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

import type { Span } from '../../../base/span.ts';
import type { Dependency, Group } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type DependencyFormat, type LockRoot } from '../file.ts';
import { lacksOne } from '../misspelt.ts';
import type { LockBlock } from '../toml/lock-lines.ts';
import { pairOf, textOf, type LockText } from '../toml/lock-values.ts';
import { normalizedPythonName } from './name.ts';

/** What the formats of Python have in common: name and version of a block. Undefined where the block is no package. */
export function lockedPackage(
  text: string,
  block: LockBlock,
  header: 'package' | 'packages',
  more: Partial<Dependency>,
): Dependency | undefined {
  if (block.header !== header && !lacksOne(header, block.header)) return undefined;
  const name = textOf(text, pairOf(block, 'name'));
  if (name === undefined) return undefined;
  const version = textOf(text, pairOf(block, 'version'));
  return lockedAs(name, version, { start: block.start, end: block.end }, { section: header, ...more });
}

export const lockedAs = (
  { text: rawName, span: nameSpan }: LockText,
  version: LockText | undefined,
  span: Span,
  more: Partial<Dependency>,
): Dependency => ({
  ecosystem: 'PyPI',
  name: normalizedPythonName(rawName),
  rawName,
  nameSpan,
  use: 'locked',
  kind: 'direct',
  groups: [],
  section: '',
  source: 'registry',
  ...(version && { version: version.text, versionSpan: version.span }),
  span,
  ...more,
});

/** Groups that are installed for development only, if the default one is not among them. */
export const groupsOf = (names: readonly string[]): Group[] =>
  names.length === 0 || names.some((name) => name === 'default' || name === 'main') ? [] : ['dev'];

/**
 * A lockfile with one environment. Where it does not say who asked for a package, one that no other package requires was asked for by the project; the rest may
 * have been, too.
 */
export function flatLockfile(
  format: DependencyFormat,
  packages: readonly Dependency[],
  asked?: ReadonlySet<string>,
): DependencyFile {
  const required = new Set(packages.flatMap(({ requires = [] }) => requires));
  // A package with extras may have an entry more.
  const seen = new Set<string>();
  const isFirst = ({ name, version }: Dependency): boolean => seen.size < seen.add(`${name} ${version ?? ''}`).size;
  const isDirect = ({ name }: Dependency): boolean => (asked ? asked.has(name) : !required.has(name));
  const dependencies = packages.filter(isFirst).map((one) => (isDirect(one) ? one : { ...one, kind: 'transitive' as const }));
  return dependencyFile({ ecosystem: 'PyPI', format, role: 'lockfile', dependencies, roots: [flatRoot(dependencies)] });
}

/** Every package by its name; one that is locked in several versions is left open. */
export function flatRoot(packages: readonly Dependency[], path = '', span: Span = { start: 0, end: 0 }): LockRoot {
  const resolved = new Map<string, Dependency>();
  const linked = new Set<string>();
  for (const one of packages) {
    const same = resolved.get(one.name);
    if (one.source === 'path' || one.source === 'workspace' || (same && same.version !== one.version)) linked.add(one.name);
    else resolved.set(one.name, one);
  }
  for (const name of linked) resolved.delete(name);
  return { path, span, resolved, linked };
}

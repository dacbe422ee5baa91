import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type LockRoot } from '../file.ts';
import { MOST_ALIKE } from '../lock/graph.ts';
import { lacksOne } from '../misspelt.ts';
import { lockedGitLocation } from '../toml/lock-location.ts';
import { lockBlocks, type LockBlock } from '../toml/lock-lines.ts';
import { listed, pairOf, textOf, TEXTS, type LockText } from '../toml/lock-values.ts';

interface Crate {
  readonly dependency: Dependency;
  /** `name`; `name version` where several versions are locked; `name version (source)` in older files. */
  readonly requires: readonly string[];
  /** Whether it has no source: a package of the repository. */
  readonly isLocal: boolean;
}

const CHECKSUM = /^checksum (\S+) (\S+) /;

/** Reads Cargo.lock, versions 1 to 4 (Cargo's own format, https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html). */
export function parseCargoLock(text: string): DependencyFile {
  const blocks = lockBlocks(text);
  const checksums = oldChecksums(text, blocks);
  const crates = blocks.flatMap((block) => crateOf(text, block, checksums) ?? []);
  const byName = new Map<string, Dependency[]>();
  for (const { dependency, isLocal } of crates) {
    const same = byName.get(dependency.name);
    if (isLocal) continue;
    if (same) same.push(dependency);
    else byName.set(dependency.name, [dependency]);
  }
  const locals = crates.filter(({ isLocal }) => isLocal);
  const direct = new Set(locals.flatMap(({ requires }) => requires.flatMap((one) => lockedBy(one, byName))));
  const others = crates.filter(({ isLocal }) => !isLocal);
  const shown = new Map(
    others.map(({ dependency }) => [
      dependency,
      direct.has(dependency) ? dependency : { ...dependency, kind: 'transitive' as const },
    ]),
  );
  return dependencyFile({
    ecosystem: 'crates.io',
    format: 'Cargo.lock',
    role: 'lockfile',
    dependencies: [...shown.values()],
    roots: locals.map((crate) => rootOf(crate, byName)),
    edges: new Map(
      others.map(({ dependency, requires }) => [
        shown.get(dependency) ?? dependency,
        requires.flatMap((one) =>
          (byName.get(nameIn(one))?.length ?? 0) > MOST_ALIKE
            ? []
            : lockedBy(one, byName).map((target) => shown.get(target) ?? target),
        ),
      ]),
    ),
  });
}

function crateOf(text: string, block: LockBlock, checksums: ReadonlyMap<string, string>): Crate | undefined {
  const { header, start, end } = block;
  if (header !== 'package' && header !== 'root' && !lacksOne('package', header)) return undefined;
  const name = textOf(text, pairOf(block, 'name'));
  if (name === undefined) return undefined;
  const version = textOf(text, pairOf(block, 'version'));
  const source = textOf(text, pairOf(block, 'source'));
  const checksum = textOf(text, pairOf(block, 'checksum'))?.text ?? checksums.get(`${name.text} ${version?.text ?? ''}`);
  const requires = listed(text, pairOf(block, 'dependencies'), TEXTS);
  return {
    isLocal: source === undefined,
    requires,
    dependency: {
      ecosystem: 'crates.io',
      name: name.text,
      rawName: name.text,
      nameSpan: name.span,
      use: 'locked',
      kind: 'direct',
      groups: [],
      section: 'package',
      source: source?.text.startsWith('git+') === true ? 'git' : 'registry',
      ...(version && { version: version.text, versionSpan: version.span }),
      ...(source?.text.startsWith('git+') === true && { location: lockedGitLocation(source) }),
      ...(source && registryOf(source)),
      ...(checksum !== undefined && { integrity: [checksum] }),
      requires: requires.map(nameIn),
      span: { start, end },
    },
  };
}

/** `registry+https://…` and `sparse+https://…`: the index, because the file does not say where the archive is. */
function registryOf({ text, span }: LockText): Pick<Dependency, 'resolved'> | undefined {
  const prefix = /^(?:registry|sparse)\+/.exec(text)?.[0].length;
  if (prefix === undefined) return undefined;
  return { resolved: [{ url: text.slice(prefix), urlSpan: { start: span.start + prefix, end: span.end } }] };
}

const nameIn = (required: string): string => required.split(' ', 1)[0] ?? required;

/** The locked packages that a requirement of a lockfile leads to; several only in a broken file. */
function lockedBy(required: string, byName: ReadonlyMap<string, readonly Dependency[]>): readonly Dependency[] {
  const [name = '', version] = required.split(' ', 2);
  const same = byName.get(name) ?? [];
  return version === undefined || same.length < 2 ? same : same.filter((one) => one.version === version);
}

/** A package of the repository. The file does not say where it lies: it is found by its name. */
function rootOf(
  { dependency: { name, nameSpan }, requires }: Crate,
  byName: ReadonlyMap<string, readonly Dependency[]>,
): LockRoot {
  const resolved = new Map<string, Dependency>();
  const linked = new Set<string>();
  for (const required of requires) {
    const [target, ...others] = lockedBy(required, byName);
    const key = nameIn(required);
    // Two versions under two names of the manifest's own: which is which is not told.
    if (target === undefined || others.length > 0 || resolved.has(key)) linked.add(key);
    else resolved.set(key, target);
  }
  for (const key of linked) resolved.delete(key);
  return { path: '', name, span: nameSpan, resolved, linked };
}

/** Version 1 lists the checksums at the end: `"checksum name version (source)" = "…"`. */
function oldChecksums(text: string, blocks: readonly LockBlock[]): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const { header, pairs } of blocks) {
    if (header !== 'metadata') continue;
    for (const pair of pairs) {
      const [, name, version] = CHECKSUM.exec(pair.key) ?? [];
      const value = textOf(text, pair)?.text;
      if (name !== undefined && version !== undefined && value !== undefined) result.set(`${name} ${version}`, value);
    }
  }
  return result;
}

import type { Dependency, Group } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type LockRoot } from '../file.ts';
import { locationOf, pathLocation } from '../location.ts';
import { lockedGitLocation } from '../toml/lock-location.ts';
import { lockBlocks, type LockBlock, type LockPair } from '../toml/lock-lines.ts';
import { fieldOf, hashesOf, listed, NAMES, pairOf, urlsOf } from '../toml/lock-values.ts';
import { flatRoot, lockedPackage } from './locked.ts';
import { normalizedPythonName } from './name.ts';

interface Locked {
  readonly dependency: Dependency;
  readonly block: LockBlock;
  /** Folder of a package of the repository. */
  readonly folder?: string;
}

/** Reads uv.lock (uv's own format, https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile). */
export function parseUvLock(text: string): DependencyFile {
  const packages = lockBlocks(text).flatMap((block) => packageOf(text, block) ?? []);
  const others = packages.filter(({ folder }) => folder === undefined);
  const asked = askedOf(text, packages);
  const dependencies = others.map(({ dependency }) => {
    const groups = asked.get(dependency.name);
    return groups ? { ...dependency, groups } : { ...dependency, kind: 'transitive' as const };
  });
  return dependencyFile({
    ecosystem: 'PyPI',
    format: 'uv.lock',
    role: 'lockfile',
    dependencies,
    roots: packages.flatMap(({ folder, dependency }) =>
      folder === undefined ? [] : rootOf(folder, dependency, packages, dependencies),
    ),
  });
}

/** What the packages of the repository ask for. What is for development and in an extra as well is not for development only. */
function askedOf(text: string, packages: readonly Locked[]): ReadonlyMap<string, readonly Group[]> {
  const asked = new Map<string, readonly Group[]>();
  for (const { block, folder } of packages) {
    if (folder === undefined) continue;
    for (const pair of requiringPairs(block)) {
      const groups = GROUPS[pair.section] ?? [];
      for (const name of namesIn(text, pair)) {
        const known = asked.get(name) ?? groups;
        asked.set(name, known[0] === 'dev' || groups.length === 0 ? groups : known);
      }
    }
  }
  return asked;
}

/** All packages of the repository share one environment. */
function rootOf(
  folder: string,
  { name, nameSpan }: Dependency,
  packages: readonly Locked[],
  locked: readonly Dependency[],
): LockRoot {
  const root = flatRoot(locked, folder, nameSpan);
  const local = packages.flatMap((one) => (one.folder === undefined ? [] : one.dependency.name));
  return { ...root, name, linked: new Set([...root.linked, ...local]) };
}

const GROUPS: Readonly<Record<string, readonly Group[]>> = { 'dev-dependencies': ['dev'], 'optional-dependencies': ['optional'] };

/** Lists of what a package asks for: its own, those of its extras and of its groups. */
const requiringPairs = ({ pairs }: LockBlock): LockPair[] =>
  pairs.filter(
    ({ section, key }) =>
      section === 'optional-dependencies' || section === 'dev-dependencies' || (section === '' && key === 'dependencies'),
  );

const namesIn = (text: string, pair: LockPair): string[] => listed(text, pair, NAMES).map(normalizedPythonName);

function packageOf(text: string, block: LockBlock): Locked | undefined {
  const files = [pairOf(block, 'sdist'), pairOf(block, 'wheels')];
  const integrity = hashesOf(text, files);
  const source = pairOf(block, 'source');
  const dependency = lockedPackage(text, block, 'package', {
    requires: [...new Set(requiringPairs(block).flatMap((pair) => namesIn(text, pair)))],
    ...(integrity.length > 0 && { integrity }),
    ...(originOf(text, source) ?? resolvedOf(text, source, files)),
  });
  if (dependency === undefined) return undefined;
  const folder = fieldOf(text, source, 'virtual') ?? fieldOf(text, source, 'editable');
  return { dependency, block, ...(folder && { folder: folder.text === '.' ? '' : folder.text }) };
}

/** The index, and the files where they are not in a folder. */
function resolvedOf(
  text: string,
  source: LockPair | undefined,
  files: readonly (LockPair | undefined)[],
): Pick<Dependency, 'resolved'> | undefined {
  const index = fieldOf(text, source, 'registry');
  const resolved = urlsOf(text, files);
  if (index?.text.startsWith('http')) resolved.unshift({ url: index.text, urlSpan: index.span });
  return resolved.length > 0 ? { resolved } : undefined;
}

/** `{ registry = … }`, `{ git = "url?rev=main#commit" }`, `{ url = … }`, `{ path = … }`, `{ directory = … }`, `{ editable = … }`, `{ virtual = … }`. */
function originOf(text: string, source: LockPair | undefined): Pick<Dependency, 'source' | 'location'> | undefined {
  const git = fieldOf(text, source, 'git');
  if (git) return { source: 'git', location: lockedGitLocation(git) };
  const url = fieldOf(text, source, 'url');
  if (url) return { source: 'url', location: locationOf(url.text, url.span, -1, undefined) };
  const path = ['path', 'directory', 'editable', 'virtual'].map((key) => fieldOf(text, source, key)).find((found) => found);
  return path && { source: 'path', location: pathLocation(path.text, path.span) };
}

import { parseJson, spanOfJson, stringOf, type JsonDocument, type JsonMember, type JsonNode } from '../../../json/index.ts';
import type { Dependency } from '../../dependency.ts';
import { dependencyFile, type DependencyFile, type LockRoot } from '../../file.ts';
import { npmVersions } from '../../versions/npm.ts';
import { catalogsOf } from '../manifest-catalogs.ts';
import { declaredOf, sectionsOf } from '../manifest.ts';
import { lockedBunPackage } from './bun-package.ts';
import { withoutBrokenLines } from './bun-repair.ts';
import { reachable } from './reach.ts';

/** The installed package at a path, or the folder of the repository that stands there. */
type Installed = ReadonlyMap<string, Dependency | 'workspace'>;

/**
 * Reads bun.lock (https://bun.com/docs/pm/lockfile): JSON with trailing commas. `packages` is keyed by where a package is installed: `a/b` is the `b`
 * that only `a` sees.
 */
export function parseBunLock(text: string): DependencyFile {
  const { root, problems } = read(text);
  const installed = new Map<string, Dependency | 'workspace'>();
  for (const packages of sectionsOf(root, 'packages'))
    for (const member of packages.members) {
      const found = lockedBunPackage(text, member);
      if (found) installed.set(member.key.text, found);
    }
  const locked = [...installed.values()].filter((one) => one !== 'workspace');
  const workspaces = sectionsOf(root, 'workspaces').at(-1)?.members ?? [];
  const roots = workspaces.flatMap((member) => rootOf(text, member, installed) ?? []);
  const direct = new Set(roots.flatMap(({ resolved }) => [...resolved.values()]));
  const dev = developmentOnly(roots, installed);
  const final = new Map(
    locked.map((one) => [
      one,
      {
        ...one,
        kind: direct.has(one) ? ('direct' as const) : ('transitive' as const),
        groups: dev.has(one) ? (['dev'] as const) : [],
      },
    ]),
  );
  const now = (one: Dependency): Dependency => final.get(one) ?? one;
  return dependencyFile({
    ecosystem: 'npm',
    format: 'bun.lock',
    role: 'lockfile',
    problems,
    dependencies: [...final.values()],
    roots: [
      ...roots.map((one) => ({ ...one, resolved: new Map([...one.resolved].map(([name, target]) => [name, now(target)])) })),
      ...catalogRoot(text, root, new Map([...installed].flatMap(([key, one]) => (one === 'workspace' ? [] : [[key, now(one)]])))),
    ],
  });
}

function read(text: string): JsonDocument {
  const document = parseJson(text, { trailingCommas: true });
  if (document.problems.length === 0) return document;
  const { text: repaired, problems } = withoutBrokenLines(text);
  const { root, problems: others } = parseJson(repaired, { trailingCommas: true });
  return { root, problems: [...problems, ...others] };
}

function rootOf(text: string, { key, value }: JsonMember, installed: Installed): LockRoot | undefined {
  if (value?.kind !== 'object') return undefined;
  const name = stringOf(value, 'name');
  const declared = declaredOf(text, value);
  const resolved = new Map<string, Dependency>();
  const linked = new Set<string>();
  for (const { rawName } of declared) {
    const found = lookUp(installed, key.text === '' ? '' : (name ?? ''), rawName);
    if (found === 'workspace') linked.add(rawName);
    else if (found) resolved.set(rawName, found);
  }
  return { path: key.text, ...(name !== undefined && { name }), span: spanOfJson(key), declared, resolved, linked };
}

/** As Node looks for modules: beside the package that asks, then further and further out. */
function lookUp(installed: Installed, from: string, name: string): Dependency | 'workspace' | undefined {
  // Real paths are a few names long; a hostile one must not cost more than that.
  let folder = from.length > 2000 ? '' : from;
  for (let step = 0; folder !== '' && step < 50; step++) {
    const found = installed.get(`${folder}/${name}`);
    if (found) return found;
    const slash = folder.lastIndexOf('/');
    folder = folder.slice(0, Math.max(0, slash));
  }
  return installed.get(name);
}

function developmentOnly(roots: readonly LockRoot[], installed: Installed): ReadonlySet<Dependency> {
  const edges = ({ path = '', requires = [] }: Dependency): Dependency[] =>
    requires.flatMap((name) => {
      const found = lookUp(installed, path, name);
      return found === undefined || found === 'workspace' ? [] : found;
    });
  const reach = (isDev: boolean): Set<Dependency> =>
    reachable(
      roots.flatMap(({ declared = [], resolved }) =>
        declared
          .filter(({ section }) => (section === 'devDependencies') === isDev)
          .flatMap(({ rawName }) => resolved.get(rawName) ?? []),
      ),
      edges,
    );
  const used = reach(false);
  return new Set([...reach(true)].filter((one) => !used.has(one)));
}

/** Catalogs lead to the package that stands outermost, unless that has another version than the catalog admits: then nothing is known. */
function catalogRoot(text: string, root: JsonNode | undefined, installed: ReadonlyMap<string, Dependency>): LockRoot[] {
  const resolved = new Map<string, Dependency>();
  for (const { section, rawName, requirement } of catalogsOf(text, root)) {
    const locked = installed.get(rawName);
    if (locked?.version !== undefined && npmVersions.satisfies(locked.version, requirement ?? '') === true)
      resolved.set(`${section} ${rawName}`, locked);
  }
  if (resolved.size === 0) return [];
  return [{ path: '', span: { start: 0, end: 0 }, keyedBy: 'catalog', resolved, linked: new Set() }];
}

import { memberSpan, parseJson, spanOfJson, stringOf, type JsonMember, type JsonNode } from '../../../json/index.ts';
import type { SyntaxProblem } from '../../../document.ts';
import type { Dependency } from '../../dependency.ts';
import { dependencyFile, type DependencyFile, type LockRoot } from '../../file.ts';
import { npmVersions } from '../../versions/npm.ts';
import { bunLockShape } from '../../json-shapes.ts';
import { catalogsOf } from '../manifest-catalogs.ts';
import { declaredOf, sectionsOf } from '../manifest.ts';
import { bunLineAt, lockedBunPackage } from './bun-package.ts';
import { LineScanner } from './line-scanner.ts';
import type { Locked } from './locked.ts';
import { reachable } from './reach.ts';

type Installation = Locked | 'workspace';

/** The installed package at a path, or the folder of the repository that stands there. */
type Installed = ReadonlyMap<string, Installation>;

/**
 * Reads bun.lock (https://bun.com/docs/pm/lockfile): JSON with trailing commas that is always laid out alike. `packages` comes last, a line for each package, and
 * is keyed by where a package is installed: `a/b` is the `b` that only `a` sees.
 */
export function parseBunLock(text: string): DependencyFile {
  const { installed, start, problems } = packagesOf(text);
  // What stands before the first package, with the brackets that are still open, is a document of its own.
  const head = parseJson(start === undefined ? text : `${text.slice(0, start)}}}`, { trailingCommas: true, shape: bunLockShape });
  const locked = [...installed.values()].filter((one) => one !== 'workspace');
  const workspaces = sectionsOf(head.root, 'workspaces').at(-1)?.members ?? [];
  const roots = workspaces.flatMap((member) => rootOf(text, member, installed) ?? []);
  const direct = new Set<Dependency>(roots.flatMap(({ resolved }) => [...resolved.values()]));
  const dev = developmentOnly(roots, installed);
  for (const one of locked) {
    one.kind = direct.has(one) ? 'direct' : 'transitive';
    if (dev.has(one)) one.groups = ['dev'];
  }
  const end = text.length;
  return dependencyFile({
    ecosystem: 'npm',
    format: 'bun.lock',
    role: 'lockfile',
    problems: [
      ...head.problems.map(({ span, message }) => ({
        span: { start: Math.min(span.start, end), end: Math.min(span.end, end) },
        message,
      })),
      ...problems,
    ],
    dependencies: locked,
    roots: [...roots, ...catalogRoot(text, head.root, installed)],
  });
}

function packagesOf(text: string): {
  readonly installed: Installed;
  /** Of the first package. */
  readonly start: number | undefined;
  readonly problems: readonly SyntaxProblem[];
} {
  const installed = new Map<string, Installation>();
  const problems: SyntaxProblem[] = [];
  const lines = new LineScanner(text);
  let first: number | undefined;
  let isWithin = false;
  let isSpread = false;
  while (lines.advance()) {
    const line = bunLineAt(text, lines.start, lines.end);
    const found = line && lockedBunPackage(text, line);
    if (line && found) {
      first ??= lines.start;
      installed.set(text.slice(line.key.start, line.key.end), found);
    } else if (text.startsWith('"packages"', lines.start)) isWithin = true;
    else if (isWithin && text[lines.end - 1] === '[') isSpread = true;
    else if (first !== undefined && lines.end - lines.start > 2)
      problems.push({
        span: { start: lines.start, end: lines.end },
        message: 'This package is not written as bun.lock demands.',
      });
  }
  if (installed.size > 0 && problems.length === 0 && !isSpread) return { installed, start: first, problems };
  const members = membersOf(text);
  return members.size > installed.size
    ? { installed: members, start: undefined, problems: [] }
    : { installed, start: first, problems };
}

/** Packages that were laid out otherwise: on one line, or on several each. */
function membersOf(text: string): Installed {
  const installed = new Map<string, Installation>();
  const { root } = parseJson(text, { trailingCommas: true, shape: bunLockShape });
  for (const member of sectionsOf(root, 'packages').at(-1)?.members ?? []) {
    const head = member.value?.items[0];
    if (head?.kind !== 'string') continue;
    const line = { span: memberSpan(text, member), key: spanOfJson(member.key), head: spanOfJson(head) };
    const found = lockedBunPackage(text, line);
    if (found) installed.set(member.key.text, found);
  }
  return installed;
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
function lookUp(installed: Installed, from: string, name: string): Locked | 'workspace' | undefined {
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
function catalogRoot(text: string, root: JsonNode | undefined, installed: Installed): LockRoot[] {
  const resolved = new Map<string, Dependency>();
  for (const { section, rawName, requirement } of catalogsOf(text, root)) {
    const locked = installed.get(rawName);
    if (
      locked !== undefined &&
      locked !== 'workspace' &&
      locked.version !== undefined &&
      npmVersions.satisfies(locked.version, requirement ?? '') === true
    )
      resolved.set(`${section} ${rawName}`, locked);
  }
  if (resolved.size === 0) return [];
  return [{ path: '', span: { start: 0, end: 0 }, keyedBy: 'catalog', resolved, linked: new Set() }];
}

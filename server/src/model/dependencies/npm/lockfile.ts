import { parseJson, spanOfJson, stringOf, valueOf, type JsonMember, type JsonNode } from '../../json/index.ts';
import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type LockRoot } from '../file.ts';
import type { Locked } from './lock/locked.ts';
import { lockedPackage } from './locked-package.ts';
import { parseOldPackages } from './lockfile-v1.ts';
import { declaredOf, sectionsOf } from './manifest.ts';

const FOLDER = 'node_modules/';

/**
 * Reads package-lock.json and npm-shrinkwrap.json (https://docs.npmjs.com/cli/configuring-npm/package-lock-json). Versions 2 and 3 list every installed
 * folder; version 1 nests packages in each other.
 */
export function parsePackageLock(text: string): DependencyFile {
  const { root, problems } = parseJson(text);
  const packages = sectionsOf(root, 'packages').at(-1);
  const installed = packages === undefined ? parseOldPackages(text, root) : installedOf(text, packages);
  const links = packages === undefined ? NO_LINKS : linksOf(packages);
  const byPath = new Map(installed.map((entry) => [entry.path ?? '', entry]));
  const roots =
    packages === undefined
      ? [rootOfVersion1(root, installed)]
      : packages.members.flatMap((member) => rootOf(text, member, byPath, links) ?? []);
  const direct = new Set<Dependency>(roots.flatMap(({ resolved }) => [...resolved.values()]));
  for (const entry of installed) if (!direct.has(entry)) entry.kind = 'transitive';
  const name = stringOf(root, 'name');
  return dependencyFile({
    ecosystem: 'npm',
    format: 'package-lock.json',
    role: 'lockfile',
    problems,
    ...(name !== undefined && { name }),
    dependencies: installed,
    roots,
  });
}

const NO_LINKS: ReadonlyMap<string, string> = new Map();

function installedOf(text: string, packages: JsonNode): Locked[] {
  const result: Locked[] = [];
  for (const member of packages.members) {
    const path = member.key.text;
    const at = path.lastIndexOf(FOLDER);
    if (at < 0 || member.value?.kind !== 'object' || isTrue(member.value, 'link')) continue;
    result.push(lockedPackage(text, member, member.value, path.slice(at + FOLDER.length), path));
  }
  return result;
}

/** Installed folders that are symbolic links into the repository: path to target. */
const linksOf = (packages: JsonNode): ReadonlyMap<string, string> =>
  new Map(
    packages.members.flatMap(({ key, value }) => (isTrue(value, 'link') ? [[key.text, stringOf(value, 'resolved') ?? '']] : [])),
  );

const isTrue = (node: JsonNode | undefined, key: string): boolean => valueOf(node, key)?.text === 'true';

/** A key without node_modules is a folder of the repository itself. */
function rootOf(
  text: string,
  member: JsonMember,
  installed: ReadonlyMap<string, Dependency>,
  links: ReadonlyMap<string, string>,
): LockRoot | undefined {
  const path = member.key.text;
  if (path.includes(FOLDER) || member.value?.kind !== 'object') return undefined;
  const declared = declaredOf(text, member.value);
  const resolved = new Map<string, Dependency>();
  const linked = new Set<string>();
  for (const { rawName } of declared) {
    for (const folder of foldersFrom(path)) {
      const place = `${folder}${FOLDER}${rawName}`;
      const entry = installed.get(place);
      if (entry) resolved.set(rawName, entry);
      if (links.has(place)) linked.add(rawName);
      if (entry || links.has(place)) break;
    }
  }
  const name = stringOf(member.value, 'name');
  return { path, ...(name !== undefined && { name }), span: spanOfJson(member.key), declared, resolved, linked };
}

/** `packages/a` is searched for modules in `packages/a/`, `packages/` and the root, as Node does. */
function foldersFrom(path: string): string[] {
  const folders: string[] = [];
  // Real workspaces are a few folders deep; a hostile path must not cost more than its length.
  for (
    let rest = path.slice(0, 1000);
    rest !== '' && folders.length < 50;
    rest = rest.slice(0, Math.max(0, rest.lastIndexOf('/')))
  )
    folders.push(`${rest}/`);
  return [...folders, ''];
}

/** Version 1 does not say what was asked for; every package at the top may have been. */
function rootOfVersion1(root: JsonNode | undefined, installed: readonly Dependency[]): LockRoot {
  const top = installed.filter(({ path, rawName }) => path === FOLDER + rawName);
  const start = root?.start ?? 0;
  return {
    path: '',
    span: { start, end: start },
    resolved: new Map(top.map((entry) => [entry.rawName, entry])),
    linked: new Set(),
  };
}

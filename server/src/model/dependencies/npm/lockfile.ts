import { stringOf } from '../../json/index.ts';
import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type LockRoot } from '../file.ts';
import { lockContent, type LockProject } from './lock-content.ts';
import { declaredOf } from './manifest.ts';

const FOLDER = 'node_modules/';

/**
 * Reads package-lock.json and npm-shrinkwrap.json (https://docs.npmjs.com/cli/configuring-npm/package-lock-json). Versions 2 and 3 list every installed
 * folder; version 1 nests packages in each other.
 */
export function parsePackageLock(text: string): DependencyFile {
  const content = lockContent(text);
  const { installed, name, problems } = content;
  const byPath = new Map(installed.map((entry) => [entry.path ?? '', entry]));
  const roots = content.isVersion1
    ? [rootOfVersion1(content.start, installed)]
    : content.projects.map((project) => rootOf(text, project, byPath, content.links));
  const direct = new Set<Dependency>(roots.flatMap(({ resolved }) => [...resolved.values()]));
  for (const entry of installed) if (!direct.has(entry)) entry.kind = 'transitive';
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

function rootOf(
  text: string,
  { path, node, span }: LockProject,
  installed: ReadonlyMap<string, Dependency>,
  links: ReadonlySet<string>,
): LockRoot {
  const declared = declaredOf(text, node);
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
  const name = stringOf(node, 'name');
  return { path, ...(name !== undefined && { name }), span, declared, resolved, linked };
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
function rootOfVersion1(start: number, installed: readonly Dependency[]): LockRoot {
  const top = installed.filter(({ path, rawName }) => path === FOLDER + rawName);
  return {
    path: '',
    span: { start, end: start },
    resolved: new Map(top.map((entry) => [entry.rawName, entry])),
    linked: new Set(),
  };
}

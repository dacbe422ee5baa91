import { objectOf, type JsonNode } from '../../json/index.ts';
import type { Locked } from './lock/locked.ts';
import { lockedPackage } from './locked-package.ts';

/** Lockfile version 1 nests `dependencies` as the folders were nested; the paths they had are rebuilt. Does not recurse. */
export function parseOldPackages(text: string, root: JsonNode | undefined): Locked[] {
  const result: Locked[] = [];
  const open: { readonly object: JsonNode; readonly folder: string }[] = [];
  const top = objectOf(root, 'dependencies');
  if (top) open.push({ object: top, folder: '' });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { object, folder } = next;
    for (const member of object.members) {
      if (member.value?.kind !== 'object') continue;
      const path = `${folder}node_modules/${member.key.text}`;
      result.push(lockedPackage(text, member, member.value, member.key.text, path));
      const nested = objectOf(member.value, 'dependencies');
      // Folders nest a few levels; a deeper file is not one that npm wrote, and its paths would grow without bound.
      if (nested && path.length < 4096) open.push({ object: nested, folder: `${path}/` });
    }
  }
  return result.sort((a, b) => a.span.start - b.span.start);
}

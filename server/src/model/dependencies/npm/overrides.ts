import { objectOf, type JsonNode } from '../../json/index.ts';
import type { Dependency } from '../dependency.ts';
import { npmDependency } from './entry.ts';
import { targetOf } from './override-target.ts';

/** npm nests overrides by who asks; deeper nesting than this is not written by people. */
const MAX_DEPTH = 30;

/**
 * What package.json forces upon others: npm's `overrides` (nested, `.` is the outer package itself, `$name` repeats a direct requirement), Yarn's
 * `resolutions` and `pnpm.overrides` (`parent>child`, `parent/child`).
 */
export function overridesOf(text: string, root: JsonNode | undefined): Dependency[] {
  const flat: readonly (readonly [JsonNode | undefined, string])[] = [
    [objectOf(root, 'resolutions'), 'resolutions'],
    [objectOf(objectOf(root, 'pnpm'), 'overrides'), 'pnpm.overrides'],
  ];
  const result: Dependency[] = [];
  const own = objectOf(root, 'overrides');
  const open: { readonly object: JsonNode; readonly section: string; readonly parent?: JsonNode; readonly depth: number }[] = [];
  if (own) open.push({ object: own, section: 'overrides', depth: 0 });
  for (const [object, section] of flat) if (object) open.push({ object, section, depth: MAX_DEPTH });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { object, section, parent, depth } = next;
    for (const [index, { key, value }] of object.members.entries()) {
      if (value?.kind === 'object' && depth < MAX_DEPTH) open.push({ object: value, section, parent: key, depth: depth + 1 });
      // `-` removes a package and `$name` repeats what stands elsewhere: neither is a requirement of its own.
      if (value?.kind !== 'string' || value.text === '-' || value.text.startsWith('$')) continue;
      const named = key.text === '.' ? parent : key;
      if (named === undefined) continue;
      const target = targetOf(named);
      const below = key.text === '.' ? undefined : parent?.text;
      const dependency = npmDependency(
        { text, object, index },
        { section, use: 'override', groups: [], ...target, ...(below !== undefined && { marker: `${below}>` }) },
      );
      if (dependency) result.push(dependency);
    }
  }
  return result;
}

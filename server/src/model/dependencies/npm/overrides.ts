import type { Span } from '../../../base/span.ts';
import { objectOf, spanOfJson, type JsonNode } from '../../json/index.ts';
import type { Dependency } from '../dependency.ts';
import { npmDependency } from './entry.ts';

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
      const dependency = npmDependency({ text, object, index }, { section, use: 'override', groups: [], ...target });
      if (dependency) result.push(dependency);
    }
  }
  return result;
}

/** The package that a selector ends in: `a>b@1`, `a/@scope/b`, `**` + `/b`, `b@npm:1`. */
function targetOf(key: JsonNode): { readonly rawName: string; readonly nameSpan: Span } {
  const selector = key.text;
  const start = selector.lastIndexOf('>') + 1;
  const at = selector.indexOf('@', start + 1);
  // A scope's `@` behind a slash does not end the name.
  const end = at < 0 ? selector.length : selector[at - 1] === '/' ? endBehindScope(selector, at) : at;
  const segments = selector.slice(start, end).split('/');
  const last = segments.at(-1) ?? '';
  const scope = segments.at(-2);
  const rawName = scope?.startsWith('@') === true ? `${scope}/${last}` : last;
  const exact = key.end - key.start === selector.length;
  return { rawName, nameSpan: exact ? { start: key.start + end - rawName.length, end: key.start + end } : spanOfJson(key) };
}

function endBehindScope(selector: string, at: number): number {
  const next = selector.indexOf('@', at + 1);
  return next < 0 ? selector.length : next;
}

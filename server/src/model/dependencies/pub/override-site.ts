import { asMapping, entryOf, type YamlMapping } from '../../yaml/index.ts';
import type { OverrideSite } from '../file.ts';

const SECTION = 'dependency_overrides';
const LINE = '{name}: ^{version}';

/** An entry more in `dependency_overrides`, or the section itself at the end (https://dart.dev/tools/pub/dependencies#dependency-overrides). */
export function pubOverrideSites(text: string, root: YamlMapping | undefined, names: readonly string[]): OverrideSite[] {
  if (root?.style !== 'block') return [];
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const more = { section: SECTION, ...(names.length > 0 && { taken: names }) };
  const section = entryOf(root, SECTION);
  if (section === undefined) {
    const before = text.endsWith('\n') ? feed : feed + feed;
    return [{ at: text.length, text: `${before}${SECTION}:${feed}  ${LINE}${feed}`, isNew: true, ...more }];
  }
  const mapping = asMapping(section.value);
  const last = mapping?.style === 'block' ? mapping.entries.at(-1) : undefined;
  if (last === undefined) return [];
  const start = last.span.start;
  const indent = /[ ]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '  ';
  const end = start + text.slice(start, last.span.end).trimEnd().length;
  const next = text.indexOf('\n', end);
  const at = next < 0 ? text.length : text[next - 1] === '\r' ? next - 1 : next;
  return [{ at, text: `${feed}${indent}${LINE}`, ...more }];
}

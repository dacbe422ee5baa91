import type { Span } from '../../../base/span.ts';
import { spanOfToml, type TomlNode } from '../../toml/index.ts';
import type { Dependency, Group, Use } from '../dependency.ts';
import { isMistyped } from '../misspelt.ts';
import { itemDeletion } from '../toml/deletion.ts';
import { parseRequirement } from './requirement.ts';

/** What all requirements of one list have in common. */
export interface ListFacts {
  readonly section: string;
  readonly groups: readonly Group[];
  readonly use: Use;
}

/**
 * The requirements (PEP 508) in the lists under `key` of a table, even if it lacks a character; tables in them (`include-group`) are no
 * requirements.
 */
export const listedRequirements = (text: string, table: TomlNode, key: string, facts: ListFacts): Dependency[] =>
  table.members.flatMap(({ key: { text: written }, value }) =>
    written === key || isMistyped(key, written) ? requirementsIn(text, value, facts) : [],
  );

export function requirementsIn(text: string, list: TomlNode, facts: ListFacts): Dependency[] {
  return list.items.flatMap((item, index) => {
    // PDM takes `-e file:///…#egg=name` as well.
    const editable = item.kind === 'string' ? (/^\s*(?:-e|--editable)[\s=]+/.exec(item.text)?.[0].length ?? 0) : 0;
    const read =
      item.kind === 'string' ? parseRequirement(item.text.slice(editable).trimEnd(), item.start + editable) : undefined;
    if (read === undefined) return [];
    const deletion = itemDeletion(text, list, index);
    const isExact = item.end - item.start === item.text.length;
    return {
      ...(isExact ? read : atWhole(read, spanOfToml(item))),
      ...facts,
      kind: 'direct',
      span: item.outer,
      ...(deletion && { deletion }),
    };
  });
}

/** In a text with escapes offsets are not the file's: every part has the place of the whole. */
function atWhole<T extends Partial<Dependency>>(read: T, place: Span): T {
  const { requirementSpan, versionSpan, location } = read;
  return {
    ...read,
    nameSpan: place,
    ...(requirementSpan && { requirementSpan: place }),
    ...(versionSpan && { versionSpan: place }),
    ...(location && { location: { ...location, urlSpan: place, ...(location.refSpan && { refSpan: place }) } }),
  };
}

import { valueOfToml, type TomlNode } from '../../toml/index.ts';
import type { Dependency, Source, Use } from '../dependency.ts';
import { entriesOf, isTrue, originOf } from '../toml/entry.ts';
import { tablesAt } from '../toml/sections.ts';
import { normalizedPythonName } from './name.ts';
import { listedRequirements } from './toml-requirement.ts';

/** Lists of `tool.uv` (https://docs.astral.sh/uv/reference/settings/). */
const LISTS: readonly (readonly [key: string, use: Use])[] = [
  ['dev-dependencies', 'declared'],
  ['constraint-dependencies', 'constraint'],
  ['build-constraint-dependencies', 'constraint'],
  ['override-dependencies', 'override'],
];

export const uvDependencies = (text: string, root: TomlNode): Dependency[] =>
  tablesAt(root, ['tool', 'uv']).flatMap((table) =>
    LISTS.flatMap(([key, use]) =>
      listedRequirements(text, table, key, {
        section: `tool.uv.${key}`,
        groups: key === 'dev-dependencies' ? ['dev'] : [],
        use,
      }),
    ),
  );

/**
 * `tool.uv.sources` says where packages come from that the lists ask for by name: the source of those changes, and each entry is a replacement with the
 * place. Entries that only choose a registry (`index`) change nothing.
 */
export function withUvSources(text: string, root: TomlNode, declared: readonly Dependency[]): Dependency[] {
  const sources = new Map<string, Source>();
  const replacements: Dependency[] = [];
  for (const table of tablesAt(root, ['tool', 'uv', 'sources']))
    for (const { rawName, nameSpan, value, span, deletion } of entriesOf(text, table)) {
      const name = normalizedPythonName(rawName);
      for (const option of value.kind === 'array' ? value.items : [value]) {
        const isWorkspace = isTrue(option, 'workspace');
        const origin = isWorkspace ? { source: 'workspace' as const } : originOf(option);
        if (origin === undefined) continue;
        // A source under a condition leaves the registry to the others.
        if (valueOfToml(option, 'marker') === undefined) sources.set(name, origin.source);
        if (!isWorkspace)
          replacements.push({
            ecosystem: 'PyPI',
            name,
            rawName,
            nameSpan,
            use: 'replacement',
            kind: 'direct',
            groups: [],
            section: 'tool.uv.sources',
            ...origin,
            span: option === value ? span : option.outer,
            ...(option === value && deletion && { deletion }),
          });
      }
    }
  return [
    ...declared.map((one) => ({
      ...one,
      source: one.source === 'registry' ? (sources.get(one.name) ?? one.source) : one.source,
    })),
    ...replacements,
  ];
}

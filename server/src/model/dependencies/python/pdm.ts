import { spanOfToml, type TomlNode } from '../../toml/index.ts';
import type { Dependency } from '../dependency.ts';
import { entriesOf } from '../toml/entry.ts';
import { tablesAt } from '../toml/sections.ts';
import { normalizedPythonName } from './name.ts';

/** What PDM forces upon others: a version, a range or a URL under each name (https://pdm-project.org/latest/usage/dependency/#override-the-resolved-package-versions). */
export const pdmOverrides = (text: string, root: TomlNode): Dependency[] =>
  tablesAt(root, ['tool', 'pdm', 'resolution', 'overrides']).flatMap((table) =>
    entriesOf(text, table).flatMap(({ rawName, nameSpan, value, span, deletion }) => {
      if (value.kind !== 'string') return [];
      const isUrl = /^[a-z+]+:/i.test(value.text);
      // A bare version means exactly it.
      const isBare = /^\d[^\s,]*$/.test(value.text);
      return {
        ecosystem: 'PyPI' as const,
        name: normalizedPythonName(rawName),
        rawName,
        nameSpan,
        use: 'override' as const,
        kind: 'direct' as const,
        groups: [],
        section: 'tool.pdm.resolution.overrides',
        source: isUrl ? ('url' as const) : ('registry' as const),
        ...(!isUrl && { requirement: isBare ? `==${value.text}` : value.text, requirementSpan: spanOfToml(value) }),
        ...(isBare && { version: value.text, versionSpan: spanOfToml(value) }),
        span,
        ...(deletion && { deletion }),
      };
    }),
  );

import type { Dependency } from '../dependency.ts';
import type { PlacedEntry } from './entries.ts';
import { requirementOf, templateOf } from './requirement.ts';
import type { Value } from './scope.ts';
import { spanOfAll, statementsOf, type Group } from './tree.ts';

/** What `capabilities { … }` asks of a module: it chooses another variant. */
export const capabilitiesOf = (closure: Group, text: string): string | undefined => {
  const asked = statementsOf(closure).find(([word]) => word?.kind === 'word' && word.text === 'capabilities');
  const span = asked && spanOfAll(asked);
  return span && text.slice(span.start, span.end);
};

/** A version that Spring's plugin manages. */
export const managedOf = (placed: PlacedEntry): Omit<Dependency, 'section'> => ({
  ecosystem: 'Maven',
  ...moduleOf(placed, undefined),
  use: 'constraint',
  kind: 'direct',
  groups: [],
  span: placed.span,
});

/** What one argument names. `rich` is what a `version` block says of it. */
export function moduleOf(
  { entry, span }: PlacedEntry,
  rich: Value | 'unknown' | undefined,
): Omit<Dependency, 'ecosystem' | 'use' | 'kind' | 'groups' | 'section' | 'span'> {
  if (entry.kind === 'catalog') return { name: '', rawName: entry.accessor, nameSpan: span, source: 'catalog' };
  const name = `${entry.group}:${entry.module}`;
  const version = rich === undefined ? entry.version : rich === 'unknown' ? undefined : rich;
  const variable = rich === undefined ? entry.variable : undefined;
  return {
    name,
    rawName: name,
    nameSpan: entry.nameSpan,
    ...(entry.groupSpan && { groupSpan: entry.groupSpan }),
    source: 'registry',
    ...requirementOf(version),
    ...(variable && templateOf(variable)),
    ...(entry.classifier !== undefined && { variant: entry.classifier }),
  };
}

import type { Fix } from '../../../engine/fix.ts';
import type { Context } from '../../../engine/rule.ts';
import type { Resource } from '../../../model/kubernetes/index.ts';
import { type Edits, keyOf, moveEntry, wrapEntries, type YamlEntry } from '../../../model/yaml/index.ts';
import { editSource, fixOf } from './edits.ts';
import type { Home } from './nesting.ts';
import type { Place } from './schema-walk.ts';

/** Rules that speak of a field as soon as it stands where it has an effect. */
const REVEALED: Readonly<Record<string, readonly string[]>> = {
  privileged: ['kubernetes/privileged-container'],
  allowPrivilegeEscalation: ['kubernetes/allow-privilege-escalation'],
  hostNetwork: ['kubernetes/host-network'],
  hostPID: ['kubernetes/host-pid'],
  hostIPC: ['kubernetes/host-ipc'],
};

/** Rules that speak of what is in a list as soon as its key is one that the API reads. */
export const REVEALED_BY_NAME = [
  'kubernetes/missing-required-field',
  'kubernetes/unknown-field',
  'kubernetes/wrong-type',
  ...Object.values(REVEALED).flat(),
] as const;

/** Moves a field, and those that belong with it, to where the API has it. */
export function moveHome(
  { file }: Context<'kubernetes'>,
  resource: Resource,
  place: Place,
  entry: YamlEntry,
  home: Home,
): readonly Fix[] {
  const { path, target, together } = home;
  if (!target) return [];
  const source = editSource(file, resource);
  const holder = place.parent?.mapping.entries.find(({ value }) => value === place.mapping);
  const wrapped: Edits =
    together &&
    wrapEntries(
      source,
      place.mapping,
      together.key,
      together.entries.map((one) => ({ entry: one, path: [keyOf(one) ?? ''] })),
    );
  const isOne = !together || together.entries.length === 1;
  const edits = wrapped ?? (isOne ? moveEntry(source, place.mapping, entry, target.mapping, target.missing, holder) : undefined);
  const what = isOne ? 'it' : 'them';
  const leaves = REVEALED[keyOf(entry) ?? ''] ?? [];
  return fixOf(path === '' ? `Move ${what} to the top` : `Move ${what} to \`${path}\``, 'suggested', edits).map((fix) => ({
    ...fix,
    leaves,
  }));
}

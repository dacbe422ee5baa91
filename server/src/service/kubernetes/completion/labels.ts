import type { Resource } from '../../../model/kubernetes/index.ts';
import { asMapping, at, entryOf, stringOf } from '../../../model/yaml/index.ts';
import { unitOf } from '../../../rules/kubernetes/support/unit.ts';
import type { Surroundings } from '../describe.ts';
import type { ObjectSpot, TreePath } from '../spot.ts';
import { distinct, type Draft, valueDraft } from './draft.ts';

/** Whether a path leads to the labels that a selector asks for. */
const isSelector = (path: TreePath, { kind, group }: Resource): boolean =>
  path.at(-1) === 'matchLabels' ||
  (kind === 'Service' && group === '' && path.join('.') === 'spec.selector') ||
  (kind === 'ReplicationController' && path.join('.') === 'spec.selector');

/** Labels of the pods around, where a selector names a key or a value; undefined at other places. */
export function labelDrafts(spot: ObjectSpot, resource: Resource, around: Surroundings): readonly Draft[] | undefined {
  const { part, path } = spot;
  const holder = spot.around.at(-1);
  if (part === 'key')
    return isSelector(path, resource)
      ? distinct(
          labelsAround(around)
            .filter(([key]) => entryOf(holder, key) === undefined)
            .map(([key, , of]) => valueDraft(key, 'field', `label of ${of}`)),
        )
      : undefined;
  const [last, index, list] = path.toReversed();
  if (isSelector(path.slice(0, -1), resource)) return valuesOf(String(last), around);
  if (typeof index === 'number' && list === 'matchExpressions' && last === 'key')
    return distinct(labelsAround(around).map(([key, , of]) => valueDraft(key, 'name', `label of ${of}`)));
  // An item of `values` of an expression.
  if (typeof last === 'number' && index === 'values' && path.at(-4) === 'matchExpressions')
    return valuesOf(stringOf(at(asMapping(holder), 'key')) ?? '', around);
  return undefined;
}

const valuesOf = (name: string, around: Surroundings): readonly Draft[] =>
  distinct(
    labelsAround(around).flatMap(([key, value, of]) =>
      key === name && value !== '' ? valueDraft(value, 'name', `label of ${of}`) : [],
    ),
  );

const labelsAround = ({ file, env }: Surroundings): readonly (readonly [key: string, value: string, of: string])[] =>
  unitOf(file.path, env.workspace).files.flatMap(([, { workloads }]) =>
    workloads.flatMap(({ kind, name, labels }) =>
      Object.entries(labels.values).map(([key, value]) => [key, value, `${kind} ${name ?? ''}`.trim()] as const),
    ),
  );

import { type Resource, selectorIn } from '../../../model/kubernetes/index.ts';
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

type Label = readonly [key: string, value: string, of: string];

/** Labels where a selector or the pods of a workload name a key or a value; undefined at other places, and where none are known. */
export function labelDrafts(spot: ObjectSpot, resource: Resource, around: Surroundings): readonly Draft[] | undefined {
  const { part, path } = spot;
  const holder = spot.around.at(-1);
  if (part === 'key') {
    const labels = isSelector(path, resource) ? labelsAround(around) : isTemplate(path) ? selectedBy(resource) : [];
    const drafts = labels
      .filter(([key]) => entryOf(holder, key) === undefined)
      .map(([key, , of]) => valueDraft(key, 'field', of));
    return drafts.length > 0 ? distinct(drafts) : undefined;
  }
  const [last, index, list] = path.toReversed();
  if (isSelector(path.slice(0, -1), resource)) return valuesOf(String(last), labelsAround(around));
  if (isTemplate(path.slice(0, -1))) return valuesOf(String(last), selectedBy(resource));
  if (typeof index === 'number' && list === 'matchExpressions' && last === 'key')
    return distinct(labelsAround(around).map(([key, , of]) => valueDraft(key, 'name', of)));
  // An item of `values` of an expression.
  if (typeof last === 'number' && index === 'values' && path.at(-4) === 'matchExpressions')
    return valuesOf(stringOf(at(asMapping(holder), 'key')) ?? '', labelsAround(around));
  return undefined;
}

const valuesOf = (name: string, labels: readonly Label[]): readonly Draft[] =>
  distinct(labels.flatMap(([key, value, of]) => (key === name && value !== '' ? valueDraft(value, 'name', of) : [])));

const isTemplate = (path: TreePath): boolean => path.slice(-3).join('.') === 'template.metadata.labels';

/** What the selector of a workload demands of its pods. */
const selectedBy = ({ node }: Resource): readonly Label[] =>
  Object.entries(selectorIn(at(node, 'spec', 'selector'), false)?.labels ?? {}).map(([key, value]) => [
    key,
    value,
    'demanded by the selector',
  ]);

const labelsAround = ({ file, env }: Surroundings): readonly Label[] =>
  unitOf(file.path, env.workspace).files.flatMap(([, { workloads }]) =>
    workloads.flatMap(({ kind, name, labels }) =>
      Object.entries(labels.values).map(([key, value]): Label => [key, value, `label of ${kind} ${name ?? ''}`.trim()]),
    ),
  );

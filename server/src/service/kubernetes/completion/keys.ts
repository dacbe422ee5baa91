import type { YamlMapping } from '../../../model/yaml/index.ts';
import { keyOf } from '../../../model/yaml/index.ts';
import type { ObjectShape, Shape } from '../../../rules/kubernetes/support/shape.ts';
import { aboutField, factsOf, isOldField } from '../describe.ts';
import { shapeName } from '../shape-names.ts';
import type { Draft } from './draft.ts';

const HEAD = ['apiVersion', 'kind', 'metadata', 'spec'];

/** What the API does not demand, but nobody leaves out. */
const ALWAYS: Readonly<Record<string, string>> = { V1ObjectMeta: 'name', V1Container: 'image' };

/** What the cluster writes. */
const WRITTEN_BY_CLUSTER: ReadonlySet<string> = new Set([
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
]);

/** The keys that an object may have and a mapping does not. */
export function keyDrafts(
  owner: ObjectShape,
  mapping: YamlMapping | undefined,
  isRoot: boolean,
  version: string,
): readonly Draft[] {
  const there = new Set((mapping?.entries ?? []).map(keyOf));
  const names = isRoot ? new Set([...HEAD.slice(0, 3), ...owner.names]) : owner.names;
  return [...names].flatMap((name): Draft[] => {
    const shape = owner.field(name);
    // The controllers write the status.
    if (!shape || there.has(name) || (isRoot && name === 'status')) return [];
    const isRequired = owner.required.includes(name);
    const isDeprecated = isOldField({ owner, name });
    const head = isRoot ? HEAD.indexOf(name) : -1;
    const isLast = isDeprecated || (owner.type === 'V1ObjectMeta' && WRITTEN_BY_CLUSTER.has(name));
    return [
      {
        label: name,
        text: name,
        kind: 'field',
        detail: isRequired ? `${shapeName(shape)}, required` : shapeName(shape),
        ...documentation(owner, name, version),
        ...(isDeprecated && { isDeprecated }),
        isString: true,
        below: below(shape),
        rank: head >= 0 ? head : isRequired ? 4 : ALWAYS[owner.type ?? ''] === name ? 5 : isLast ? 7 : 6,
      },
    ];
  });
}

function documentation(owner: ObjectShape, name: string, version: string): Pick<Draft, 'documentation'> {
  const known = owner.elsewhere(name);
  const facts = known ? factsOf({ owner, name }, known, version).join(' ') : '';
  const parts = [aboutField({ owner, name }) ?? '', facts].filter((part) => part !== '');
  return parts.length > 0 ? { documentation: parts.join('\n\n') } : {};
}

export function below(shape: Shape): Draft['below'] {
  if (shape.kind === 'list') return 'list';
  return shape.kind === 'map' || shape.kind === 'object' ? 'mapping' : 'nothing';
}

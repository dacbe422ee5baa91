import type { Span } from '../../../base/span.ts';
import type { CustomPolicy } from '../../../engine/custom-policy.ts';
import type { Resource } from '../../../model/kubernetes/index.ts';
import {
  asMapping,
  asScalar,
  entryOf,
  isNull,
  itemsOf,
  resolve,
  type YamlMapping,
  type YamlNode,
} from '../../../model/yaml/index.ts';

/** A place where an object breaks a policy. */
export interface Breach {
  readonly span: Span;
  /** Where a fix may write: the object itself, when the path leads through no list. */
  readonly steps: readonly string[] | undefined;
}

interface Step {
  readonly key: string;
  readonly isList: boolean;
}

/** `spec.containers[].image` and `metadata.labels["a.b/c"]` as steps. */
export const stepsOf = (path: string): readonly Step[] =>
  [...path.matchAll(/\["([^"]+)"\](\[\])?|([^.[\]]+)(\[\])?/g)].map(([, quoted, quotedList, plain, plainList]) => ({
    key: quoted ?? plain ?? '',
    isList: (quotedList ?? plainList) !== undefined,
  }));

interface Leaf {
  readonly node: YamlNode | undefined;
  /** Of the nearest key on the way that is there. */
  readonly span: Span;
  readonly state: 'present' | 'absent' | 'unknown';
}

/** The places at which the field of a policy is in an object, or would be. */
function leavesOf(resource: Resource, steps: readonly Step[]): readonly Leaf[] {
  let leaves: readonly Leaf[] = [{ node: resource.node, span: resource.nameSpan, state: 'present' }];
  for (const step of steps) leaves = leaves.flatMap((leaf) => below(leaf, step));
  return leaves;
}

function below(leaf: Leaf, { key, isList }: Step): readonly Leaf[] {
  if (leaf.state !== 'present') return [leaf];
  const mapping: YamlMapping | undefined = asMapping(leaf.node);
  if (!mapping) return [{ ...leaf, state: 'unknown' }];
  const entry = entryOf(mapping, key);
  // Items of a list that is not there are not missing.
  if (!entry || isNull(entry.value))
    return isList ? [] : [{ node: undefined, span: entry?.key.span ?? leaf.span, state: 'absent' }];
  if (!isList) return [{ node: entry.value, span: entry.key.span, state: 'present' }];
  return itemsOf(entry.value).map((node) => ({ node, span: firstKey(node), state: 'present' }));
}

const firstKey = (node: YamlNode): Span => asMapping(node)?.entries[0]?.key.span ?? node.span;

/** Where an object breaks what a policy says about its field. Silent about what is missing in an object of which only a part is here. */
export function* fieldBreaches(resource: Resource, policy: CustomPolicy): Generator<Breach> {
  const steps = stepsOf(policy.path ?? '');
  const keys = steps.some(({ isList }) => isList) ? undefined : steps.map(({ key }) => key);
  for (const { node, span, state } of leavesOf(resource, steps)) {
    if (state === 'unknown' || (state === 'absent' && (resource.isPartial || policy.must !== 'exist'))) continue;
    if (state === 'absent') yield { span, steps: keys };
    else if (policy.must === 'not-exist') yield { span, steps: undefined };
    else for (const place of wrongValues(node, policy)) yield { span: place.span, steps: keys };
  }
}

/** Values that are not allowed; of a list, its items. */
function wrongValues(node: YamlNode | undefined, { allowed, denied, pattern }: CustomPolicy): readonly YamlNode[] {
  const values = resolve(node)?.kind === 'sequence' ? itemsOf(node) : node ? [node] : [];
  return values.filter((value) => {
    const scalar = asScalar(value);
    if (!scalar) return false;
    const { text } = scalar;
    const isRefused = denied?.includes(text) === true || (pattern !== undefined && !pattern.test(text));
    return isRefused || (allowed !== undefined && !allowed.includes(text));
  });
}

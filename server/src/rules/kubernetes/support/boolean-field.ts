import type { Span } from '../../../base/span.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { Context } from '../../../engine/rule.ts';
import { booleanAt, lookup } from '../../../model/kubernetes/index.ts';
import { deletePath, setPath, type YamlMapping } from '../../../model/yaml/index.ts';
import type { Resource } from '../../../model/kubernetes/index.ts';
import { editSource, fixOf } from './edits.ts';
import { placeOf, type Target } from './targets.ts';

type KubernetesContext = Context<'kubernetes'>;

export interface Forbidden {
  readonly span: Span;
  readonly fixes: readonly Fix[];
}

/** The place where the boolean at `path` below `base` is true, with a fix that takes it out; undefined when it is not. */
export function forbiddenTrue(
  { file }: KubernetesContext,
  resource: Resource,
  base: YamlMapping,
  path: readonly string[],
): Forbidden | undefined {
  const setting = booleanAt(base, ...path);
  if (setting === undefined || setting === 'unknown' || !setting.value) return undefined;
  const source = editSource(file, resource);
  const name = path.at(-1) ?? '';
  const deleted = deletePath(source, base, path);
  const fixes = deleted
    ? fixOf(`Delete \`${name}: true\``, 'suggested', deleted)
    : fixOf(`Set \`${name}: false\``, 'suggested', setPath(source, base, path, 'false'));
  return { span: setting.node.span, fixes };
}

export interface Required {
  /** Whether the field is there with the other value, or not there at all. */
  readonly state: 'wrong' | 'missing';
  readonly span: Span;
  readonly fixes: readonly Fix[];
}

/**
 * What is wrong when the boolean `field` of a container's security context must be `wanted`; undefined when it is, when it is not literal, or when it is
 * missing in a container that may get it elsewhere.
 */
export function requiredBoolean(
  { file }: KubernetesContext,
  { workload, container }: Target,
  field: string,
  wanted: boolean,
  applicability: 'safe' | 'suggested',
): Required | undefined {
  const path = ['securityContext', field];
  const setting = booleanAt(container.node, ...path);
  if (setting === 'unknown' || setting?.value === wanted || (!setting && container.isPartial)) return undefined;
  const edits = setPath(editSource(file, workload.resource), container.node, path, String(wanted));
  const fixes = fixOf(`Set \`${field}: ${wanted}\``, applicability, edits);
  if (setting) return { state: 'wrong', span: setting.node.span, fixes };
  return { state: 'missing', span: placeOf(lookup(container.node, ...path), container), fixes };
}

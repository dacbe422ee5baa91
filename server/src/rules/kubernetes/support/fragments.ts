import type { Context } from '../../../engine/rule.ts';
import type { Resource } from '../../../model/kubernetes/index.ts';
import { asMapping, at, entryOf, itemsOf } from '../../../model/yaml/index.ts';

/** Where Kustomize's users keep patches. */
const PATCH_PATH = /(?:^|\/)(?:overlays?|patches|components)\/|patch[^/]*$/i;

/**
 * Whether an object is plainly not the whole of it, so that nothing can be said of what is missing. A workload without a selector usually is a patch, but
 * one whose pods have labels and images has everything else that only the whole object has.
 */
export function isFragment({ file, model }: Context<'kubernetes'>, { node, isPartial }: Resource): boolean {
  if (model.isTemplate || PATCH_PATH.test(file.path) || entryOf(node, '$patch')) return true;
  const template = at(node, 'spec', 'template') ?? at(node, 'spec', 'jobTemplate', 'spec', 'template');
  const containers = itemsOf(at(asMapping(template), 'spec', 'containers'));
  const isWhole = containers.length > 0 && containers.every((item) => entryOf(asMapping(item), 'image') !== undefined);
  if (isPartial) return !isWhole || (asMapping(at(template, 'metadata', 'labels'))?.entries.length ?? 0) === 0;
  return containers.length > 0 && !isWhole && !containers.some((item) => entryOf(asMapping(item), 'image'));
}

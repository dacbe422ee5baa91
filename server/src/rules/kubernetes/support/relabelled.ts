import type { Context } from '../../../engine/rule.ts';
import { labelSetOf, selects, type Workload } from '../../../model/kubernetes/index.ts';
import { mayShareNamespace } from './located.ts';
import { unitOf } from './unit.ts';

/** Whether something that is deployed with the workload (a Service, a NetworkPolicy) picks its pods by the labels that a fix replaces. */
export function isSelectedByOthers(
  { file, env }: Context<'kubernetes'>,
  { template, isPartial, resource }: Workload,
  wanted: Readonly<Record<string, string>>,
): boolean {
  const before = labelSetOf(template, isPartial);
  const after = { ...before, values: { ...before.values, ...wanted } };
  const unit = unitOf(file.path, env.workspace);
  return unit.files.some(([, { resources }]) =>
    resources.some(
      ({ selection, namespace }) =>
        selection?.picks === 'pods' &&
        mayShareNamespace(unit, namespace, resource.namespace) &&
        selects(selection.selector, before) !== false &&
        selects(selection.selector, after) === false,
    ),
  );
}

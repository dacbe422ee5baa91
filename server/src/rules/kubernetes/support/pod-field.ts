import type { Fix } from '../../../engine/fix.ts';
import { type Context, kubernetesRule, type RuleMeta } from '../../../engine/rule.ts';
import { type Found, lookup, type Workload } from '../../../model/kubernetes/index.ts';

/** Whether all of a pod is written here: neither a template nor a patch adds to it. */
export const isWhole = ({ isPartial, containers }: Workload): boolean =>
  !isPartial && !containers.some((container) => container.isPartial);

export const placeInPod = (found: Found, { specKey }: Workload) => (found.state === 'absent' ? found.near : undefined) ?? specKey;

/** A rule about a key of the pod's spec that must be there; its message `unset` names the workload. */
export const podFieldRule = (
  path: readonly string[],
  meta: RuleMeta<{ readonly unset: `${string}{workload}${string}` }>,
  options: {
    readonly applies?: (workload: Workload) => boolean;
    readonly fixes?: (context: Context<'kubernetes'>, workload: Workload) => readonly Fix[];
  } = {},
) =>
  kubernetesRule(meta, function* (context) {
    for (const workload of context.model.workloads) {
      const found = lookup(workload.spec, ...path);
      if (found.state !== 'absent' || !isWhole(workload) || options.applies?.(workload) === false) continue;
      const fixes = options.fixes?.(context, workload) ?? [];
      yield { message: 'unset', data: { workload: workload.title }, span: placeInPod(found, workload), fixes, key: workload.key };
    }
  });

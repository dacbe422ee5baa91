import { kubernetesRule, type RuleMeta } from '../../../engine/rule.ts';
import { forbiddenTrue } from './boolean-field.ts';

/** A rule about a boolean of the pod's spec that must not be true; its message `set` names the workload. */
export const podFlagRule = (field: string, meta: RuleMeta<{ readonly set: `${string}{workload}${string}` }>) =>
  kubernetesRule(meta, function* (context) {
    for (const { resource, spec, title, key } of context.model.workloads) {
      const hit = forbiddenTrue(context, resource, spec, [field]);
      if (hit) yield { message: 'set', data: { workload: title }, key, ...hit };
    }
  });

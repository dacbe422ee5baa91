import { kubernetesRule } from '../../engine/rule.ts';
import { danglingSelectors } from './support/dangling-selector.ts';
import { keyOfResource, titleOf } from './support/resource-title.ts';

export const pdbSelectorDangling = kubernetesRule(
  {
    id: 'kubernetes/pdb-selector-dangling',
    title: 'Disruption budget that selects no pod',
    why: 'A PodDisruptionBudget whose selector matches the labels of no pod protects nothing: a drain of nodes may evict all replicas at once. Usually a label was changed in one of two places. The check is silent where no workload is deployed with it, and where a template writes labels.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      nothing: 'The selector of {budget} matches no pod that is deployed with it. Correct its labels.',
      near: 'The selector of {budget} matches no pod that is deployed with it. Did you mean {target}?',
    },
    aliases: [],
    references: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    for (const { resource, selection, near, fixes, related } of danglingSelectors(context, ['PodDisruptionBudget'])) {
      const budget = titleOf(resource);
      const where = {
        span: selection.selector.span,
        related,
        key: keyOfResource(resource),
      };
      if (!near) yield { message: 'nothing', data: { budget }, ...where };
      else yield { message: 'near', data: { budget, target: titleOf(near.fact) }, fixes, ...where };
    }
  },
);

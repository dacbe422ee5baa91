import { danglingSelectorRule } from './support/dangling-selector-rule.ts';

export const pdbSelectorDangling = danglingSelectorRule(['PodDisruptionBudget'], {
  id: 'kubernetes/pdb-selector-dangling',
  title: 'Disruption budget that selects no pod',
  why: 'A PodDisruptionBudget whose selector matches the labels of no pod protects nothing: a drain of nodes may evict all replicas at once. Usually a label was changed in one of two places. The check is silent where no workload is deployed with it, and where a template writes labels.',
  severity: 'low',
  confidence: 'medium',
  profiles: ['recommended', 'strict'],
  messages: {
    nothing: 'The selector of {resource} matches no pod that is deployed with it. Correct its labels.',
    near: 'The selector of {resource} matches no pod that is deployed with it. Did you mean {target}?',
  },
  aliases: [],
  references: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  fix: 'suggested',
  since: '0.2.0',
  status: 'preview',
});

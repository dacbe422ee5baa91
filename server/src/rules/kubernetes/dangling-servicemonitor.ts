import { at } from '../../model/yaml/index.ts';
import { danglingSelectorRule } from './support/dangling-selector-rule.ts';

export const danglingServicemonitor = danglingSelectorRule(
  ['ServiceMonitor', 'PodMonitor'],
  {
    id: 'kubernetes/dangling-servicemonitor',
    title: 'Monitor that selects nothing',
    why: 'A ServiceMonitor whose selector matches the labels of no Service, and a PodMonitor whose selector matches no pod, collect nothing, and no alert that rests on their metrics ever fires. Usually a label was changed in one of two places. The check is silent where nothing that could be selected is deployed with it, and where a template writes labels.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      nothing: 'The selector of {resource} matches nothing that is deployed with it. Correct its labels.',
      near: 'The selector of {resource} matches nothing that is deployed with it. Did you mean {target}?',
    },
    aliases: ['kube-linter:dangling-servicemonitor'],
    references: ['https://prometheus-operator.dev/docs/developer/getting-started/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  // What lies in other namespaces is usually deployed by others.
  ({ node }) => at(node, 'spec', 'namespaceSelector') === undefined,
);

import { kubernetesRule } from '../../engine/rule.ts';
import { at } from '../../model/yaml/index.ts';
import { danglingSelectors } from './support/dangling-selector.ts';
import { keyOfResource, titleOf } from './support/resource-title.ts';

export const danglingServicemonitor = kubernetesRule(
  {
    id: 'kubernetes/dangling-servicemonitor',
    title: 'Monitor that selects nothing',
    why: 'A ServiceMonitor whose selector matches the labels of no Service, and a PodMonitor whose selector matches no pod, collect nothing, and no alert that rests on their metrics ever fires. Usually a label was changed in one of two places. The check is silent where nothing that could be selected is deployed with it, and where a template writes labels.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      nothing: 'The selector of {monitor} matches nothing that is deployed with it. Correct its labels.',
      near: 'The selector of {monitor} matches nothing that is deployed with it. Did you mean {target}?',
    },
    aliases: ['kube-linter:dangling-servicemonitor'],
    references: ['https://prometheus-operator.dev/docs/developer/getting-started/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    for (const { resource, selection, near, fixes, related } of danglingSelectors(context, ['ServiceMonitor', 'PodMonitor'])) {
      // What lies in other namespaces is mostly deployed by others.
      if (at(resource.node, 'spec', 'namespaceSelector')) continue;
      const monitor = titleOf(resource);
      const where = {
        span: selection.selector.span,
        related,
        key: keyOfResource(resource),
      };
      if (!near) yield { message: 'nothing', data: { monitor }, ...where };
      else yield { message: 'near', data: { monitor, target: titleOf(near.fact) }, fixes, ...where };
    }
  },
);

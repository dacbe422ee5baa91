import { kubernetesRule } from '../../engine/rule.ts';
import { missingReferences } from './support/missing-reference.ts';
import { keyOfResource } from './support/resource-title.ts';

export const danglingHpa = kubernetesRule(
  {
    id: 'kubernetes/dangling-hpa',
    title: 'Autoscaler without its target',
    why: 'An autoscaler whose target does not exist never scales anything, which only its status says. Usually the name is misspelt, or was changed in one of two files. The check speaks only where the files deployed together define objects of that kind.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      missing: '{scaler} scales the {kind} `{name}`, which no file here defines. Create it or correct the name.',
      near: '{scaler} scales the {kind} `{name}`, which no file here defines. Did you mean `{near}`?',
    },
    aliases: [
      'kube-linter:dangling-horizontalpodautoscaler',
      'kube-score:HorizontalPodAutoscaler has target',
      'kubescape:hpa-has-target',
    ],
    references: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    for (const { resource, reference, near, fixes, related } of missingReferences(context, ({ use }) => use === 'scale')) {
      const { kind, name } = reference;
      const data = { scaler: `${resource.kind} \`${resource.name ?? ''}\``, kind, name };
      const where = {
        span: reference.node.span,
        related,
        key: keyOfResource(resource),
      };
      if (near?.fact.name === undefined) yield { message: 'missing', data, ...where };
      else yield { message: 'near', data: { ...data, near: near.fact.name }, fixes, ...where };
    }
  },
);

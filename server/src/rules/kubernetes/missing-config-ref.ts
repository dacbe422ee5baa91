import { kubernetesRule } from '../../engine/rule.ts';
import { missingReferences } from './support/missing-reference.ts';
import { oncePerSpan } from './support/once-per-span.ts';

export const missingConfigRef = kubernetesRule(
  {
    id: 'kubernetes/missing-config-ref',
    title: 'Volume of a ConfigMap, Secret or claim that no file defines',
    why: 'A pod whose volume names a ConfigMap, Secret or PersistentVolumeClaim that does not exist waits in `ContainerCreating` without end, and nothing but its events says why. Usually the name is misspelt, or was changed in one of two files. The check speaks only where the files deployed together define other objects of that kind.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      missing: '{workload} mounts the {kind} `{name}`, which no file here defines. Create it or correct the name.',
      near: '{workload} mounts the {kind} `{name}`, which no file here defines. Did you mean `{near}`?',
    },
    aliases: [],
    references: ['https://kubernetes.io/docs/concepts/storage/volumes/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    const missing = missingReferences(context, ({ use, isOptional }) => use === 'volume' && !isOptional);
    for (const { workload, reference, near, fixes, related } of missing) {
      const { kind, name } = reference;
      const data = { workload: workload?.title ?? '', kind, name };
      const where = { span: reference.node.span, related, key: `${workload?.key ?? ''}/${kind}/${name}` };
      if (near?.fact.name === undefined) yield { message: 'missing', data, ...where };
      else yield { message: 'near', data: { ...data, near: near.fact.name }, fixes, ...where };
    }
  }),
);

import { kubernetesRule } from '../../engine/rule.ts';
import { danglingBackends } from './support/dangling-backend.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import type { Resource } from '../../model/kubernetes/index.ts';

const isIngress = ({ kind }: Resource): boolean => kind === 'Ingress' || kind === 'Route';

export const danglingIngress = kubernetesRule(
  {
    id: 'kubernetes/dangling-ingress',
    title: 'Ingress to a Service or port that is not there',
    why: 'An Ingress whose backend names a Service or a port that does not exist answers with an error of its controller, and nothing else says why. Usually the name is misspelt, or was changed in one of two files. The check speaks only where the files deployed together define Services.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      missing: '{route} sends traffic to the {kind} `{name}`, which no file here defines. Create it or correct the name.',
      near: '{route} sends traffic to the {kind} `{name}`, which no file here defines. Did you mean `{near}`?',
      port: 'The Service `{name}` has no port `{port}`. Add it there or correct the number or name here.',
      nearPort: 'The Service `{name}` has no port `{port}`. Did you mean `{near}`?',
    },
    aliases: ['kube-linter:dangling-ingress', 'kube-score:Ingress targets Service', 'kubescape:dangling-ingress-backend'],
    references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const each of danglingBackends(context, isIngress, ['backend'])) {
      const { resource, kind, name, port, near, fixes, span, related, key } = each;
      const where = { span, related, key };
      const route = `${resource.kind} \`${resource.name ?? ''}\``;
      if (port === undefined) {
        if (near === undefined) yield { message: 'missing', data: { route, kind, name }, ...where };
        else yield { message: 'near', data: { route, kind, name, near }, fixes, ...where };
      } else if (near === undefined) yield { message: 'port', data: { name, port }, ...where };
      else yield { message: 'nearPort', data: { name, port, near }, fixes, ...where };
    }
  }),
);

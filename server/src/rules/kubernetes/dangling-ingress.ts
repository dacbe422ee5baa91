import type { Resource } from '../../model/kubernetes/index.ts';
import { danglingRouteRule } from './support/dangling-route-rule.ts';

const isIngress = ({ kind }: Resource): boolean => kind === 'Ingress' || kind === 'Route';

export const danglingIngress = danglingRouteRule(isIngress, ['backend'], {
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
});

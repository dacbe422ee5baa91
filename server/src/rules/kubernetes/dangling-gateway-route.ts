import type { Resource } from '../../model/kubernetes/index.ts';
import { danglingRouteRule } from './support/dangling-route-rule.ts';

const isGatewayRoute = ({ group, kind }: Resource): boolean => group === 'gateway.networking.k8s.io' && kind.endsWith('Route');

export const danglingGatewayRoute = danglingRouteRule(isGatewayRoute, ['backend', 'parent'], {
  id: 'kubernetes/dangling-gateway-route',
  title: 'Route to a Service, port or Gateway that is not there',
  why: 'A route of the Gateway API whose backend or parent does not exist carries no traffic, which only its status says. Usually the name is misspelt, or was changed in one of two files. The check speaks only where the files deployed together define objects of that kind.',
  severity: 'medium',
  confidence: 'medium',
  profiles: ['recommended', 'strict'],
  messages: {
    missing: '{route} refers to the {kind} `{name}`, which no file here defines. Create it or correct the name.',
    near: '{route} refers to the {kind} `{name}`, which no file here defines. Did you mean `{near}`?',
    port: 'The Service `{name}` has no port `{port}`. Add it there or correct the number or name here.',
    nearPort: 'The Service `{name}` has no port `{port}`. Did you mean `{near}`?',
  },
  aliases: ['kubescape:dangling-gateway-backend'],
  references: ['https://gateway-api.sigs.k8s.io/api-types/httproute/'],
  fix: 'suggested',
  since: '0.2.0',
  status: 'preview',
});

import { kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Resource } from '../../model/kubernetes/index.ts';
import { asScalar, at, itemsOf, stringOf, type YamlScalar } from '../../model/yaml/index.ts';
import { isEgress, istioGatewaysOf } from './support/gateway.ts';
import { ingressesOf, ingressRulesOf } from './support/ingress.ts';
import { keyOfResource, resourcesOfKind, titleOf } from './support/resource-title.ts';

export const ingressWildcardHost = kubernetesRule(
  {
    id: 'kubernetes/ingress-wildcard-host',
    title: 'Route for hosts that nobody named',
    why: 'A rule without a host, or with a `*` in it, takes requests for names that nobody thought of. In a shared cluster it takes those that another team has not claimed yet, and a request by address instead of name reaches the program, too. Name each host.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      empty: '{resource} has a rule for every host. Name the host.',
      wildcard: '{resource} takes every host that matches `{host}`. Name the hosts.',
    },
    aliases: [
      'gatekeeper:general/block-wildcard-ingress',
      'kyverno:disallow-empty-ingress-host',
      'kyverno:restrict-ingress-wildcard',
      'kyverno:restrict-virtual-service-wildcard',
    ],
    references: ['CWE-668', 'https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const resource of ingressesOf(model)) {
      for (const [index, rule] of ingressRulesOf(resource).entries()) {
        const key = `${keyOfResource(resource)}/rules/${index}`;
        const found = lookup(rule, 'host');
        const host = found.state === 'present' ? asScalar(found.node) : undefined;
        if (found.state === 'absent' ? !resource.isPartial : host?.text === '') {
          const span = host?.span ?? rule.entries[0]?.key.span ?? resource.nameSpan;
          yield { message: 'empty', data: { resource: titleOf(resource) }, span, key };
        } else if (host?.text.includes('*')) yield wildcard(resource, host, key);
      }
    }
    const virtual = resourcesOfKind(model, 'VirtualService', ['networking.istio.io']).flatMap(ofVirtualService);
    // Beside such a VirtualService its gateway would only say the same again.
    yield* virtual.length > 0 ? virtual : istioGatewaysOf(model).flatMap(ofGateway);
  },
);

function ofVirtualService(resource: Resource) {
  const spec = at(resource.node, 'spec');
  if (itemsOf(at(spec, 'gateways')).some((gateway) => isEgress(stringOf(gateway)))) return [];
  // A connection without HTTP or TLS names no host.
  if (at(spec, 'tcp') && !at(spec, 'http') && !at(spec, 'tls')) return [];
  return itemsOf(at(spec, 'hosts')).flatMap((host) => {
    const scalar = asScalar(host);
    return scalar?.text.includes('*') ? wildcard(resource, scalar, `${keyOfResource(resource)}/${scalar.text}`) : [];
  });
}

function ofGateway(resource: Resource) {
  if (isEgress(stringOf(at(resource.node, 'spec', 'selector', 'istio')))) return [];
  return itemsOf(at(resource.node, 'spec', 'servers')).flatMap((server, index) => {
    const isHttp = !/^(?:TCP|MONGO|MYSQL|REDIS)$/i.test(stringOf(at(server, 'port', 'protocol')) ?? '');
    const hosts = isHttp ? itemsOf(at(server, 'hosts')).map(asScalar) : [];
    const all = hosts.find((host) => /(?:^|\/)\*$/.test(host?.text ?? ''));
    return all ? wildcard(resource, all, `${keyOfResource(resource)}/servers/${index}`) : [];
  });
}

const wildcard = (resource: Resource, { text, span }: YamlScalar, key: string) =>
  ({ message: 'wildcard', data: { resource: titleOf(resource), host: text }, span, key }) as const;

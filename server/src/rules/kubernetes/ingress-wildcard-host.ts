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
    for (const resource of resourcesOfKind(model, 'VirtualService', ['networking.istio.io'])) {
      if (itemsOf(at(resource.node, 'spec', 'gateways')).some((gateway) => isEgress(stringOf(gateway)))) continue;
      for (const host of itemsOf(at(resource.node, 'spec', 'hosts'))) {
        const scalar = asScalar(host);
        if (scalar?.text.includes('*')) yield wildcard(resource, scalar, `${keyOfResource(resource)}/${scalar.text}`);
      }
    }
    for (const resource of istioGatewaysOf(model)) {
      if (isEgress(stringOf(at(resource.node, 'spec', 'selector', 'istio')))) continue;
      for (const [index, server] of itemsOf(at(resource.node, 'spec', 'servers')).entries()) {
        const all = itemsOf(at(server, 'hosts'))
          .map(asScalar)
          .find((host) => /(?:^|\/)\*$/.test(host?.text ?? ''));
        if (all) yield wildcard(resource, all, `${keyOfResource(resource)}/servers/${index}`);
      }
    }
  },
);

const wildcard = (resource: Resource, { text, span }: YamlScalar, key: string) =>
  ({ message: 'wildcard', data: { resource: titleOf(resource), host: text }, span, key }) as const;

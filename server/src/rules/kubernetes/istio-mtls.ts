import { type Context, kubernetesRule } from '../../engine/rule.ts';
import type { Resource } from '../../model/kubernetes/index.ts';
import { asMapping, asScalar, at, itemsOf, replaceScalar, stringOf, type YamlNode } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { keyOfResource, resourcesOfKind, titleOf } from './support/resource-title.ts';

export const istioMtls = kubernetesRule(
  {
    id: 'kubernetes/istio-mtls',
    title: 'Traffic of the mesh without mutual TLS',
    why: 'With `DISABLE` the pods of the mesh speak plain text to each other, and with `PERMISSIVE` they still take it from everybody: whoever runs a pod can read the traffic or pretend to be another service, and policies that rest on identities mean nothing. Set `STRICT` in the PeerAuthentication and `ISTIO_MUTUAL` in the DestinationRule once all clients have a sidecar.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      accepts: '{resource} lets pods take traffic without mutual TLS. Set `mode: STRICT`.',
      sends: '{resource} sends traffic without TLS. Set `mode: ISTIO_MUTUAL`.',
    },
    aliases: ['kyverno:enforce-strict-mtls', 'kyverno:enforce-tls-hosts-host-subnets'],
    references: ['CWE-319', 'https://istio.io/latest/docs/reference/config/security/peer_authentication/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    for (const resource of resourcesOfKind(context.model, 'PeerAuthentication', ['security.istio.io'])) {
      const ports = asMapping(at(resource.node, 'spec', 'portLevelMtls'))?.entries ?? [];
      for (const holder of [at(resource.node, 'spec', 'mtls'), ...ports.map(({ value }) => value)])
        yield* modes(context, resource, 'accepts', at(holder, 'mode'));
    }
    for (const resource of resourcesOfKind(context.model, 'DestinationRule', ['networking.istio.io'])) {
      // The API server has no sidecar and brings its own TLS.
      if (/^kubernetes\.default(?:\.|$)/.test(stringOf(at(resource.node, 'spec', 'host')) ?? '')) continue;
      const subsets = itemsOf(at(resource.node, 'spec', 'subsets'));
      for (const holder of [at(resource.node, 'spec'), ...subsets]) {
        const policy = at(holder, 'trafficPolicy');
        for (const settings of [policy, ...itemsOf(at(policy, 'portLevelSettings'))])
          yield* modes(context, resource, 'sends', at(settings, 'tls', 'mode'));
      }
    }
  },
);

const WANTED = { accepts: 'STRICT', sends: 'ISTIO_MUTUAL' } as const;

function* modes({ file }: Context<'kubernetes'>, resource: Resource, message: keyof typeof WANTED, mode: YamlNode | undefined) {
  const scalar = asScalar(mode);
  if (!scalar || !(scalar.text === 'DISABLE' || (message === 'accepts' && scalar.text === 'PERMISSIVE'))) return;
  const wanted = WANTED[message];
  const fixes = fixOf(`Set \`mode: ${wanted}\``, 'suggested', replaceScalar(editSource(file, resource), scalar, wanted));
  yield { message, data: { resource: titleOf(resource) }, span: scalar.span, fixes, key: keyOfResource(resource) };
}

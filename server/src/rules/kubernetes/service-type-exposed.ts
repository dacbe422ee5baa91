import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { INTERNAL_LOAD_BALANCERS, SOURCE_RANGES_ANNOTATION } from '../../knowledge/load-balancers.ts';
import { lookup, type Resource } from '../../model/kubernetes/index.ts';
import { asMapping, asScalar, at, deletePath, itemsOf, setPath } from '../../model/yaml/index.ts';
import { annotationsOf } from './support/annotations.ts';
import { together, editSource, fixOf } from './support/edits.ts';
import { keyOfResource, resourcesOfKind, titleOf } from './support/resource-title.ts';

export const serviceTypeExposed = kubernetesRule(
  {
    id: 'kubernetes/service-type-exposed',
    title: 'Service open to the network outside the cluster',
    why: 'A NodePort opens a port on every node, and a LoadBalancer gets an address that the whole Internet may reach, past the TLS, the authentication and the logs of an ingress. Use ClusterIP behind an Ingress or a Gateway. Where a balancer is meant, list who may connect in `loadBalancerSourceRanges`, or make it internal with the provider’s annotation.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      node: '{service} opens a port on every node. Use `ClusterIP` behind an Ingress.',
      balancer:
        '{service} is open to every address. List those that may connect in `loadBalancerSourceRanges`, or use `ClusterIP`.',
    },
    aliases: [
      'gatekeeper:general/block-loadbalancer-services',
      'gatekeeper:general/block-nodeport-services',
      'kics:service_type_is_nodeport',
      'kics:service_with_external_load_balancer',
      'kube-linter:exposed-services',
      'kube-score:Service Type',
      'kubescape:exposure-to-internet',
      'kyverno:no-loadbalancer-service',
      'kyverno:restrict-nodeport',
    ],
    references: [
      'C-0256',
      'CWE-668',
      'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
    ],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    for (const resource of resourcesOfKind(model, 'Service', [''])) {
      const type = asScalar(at(resource.node, 'spec', 'type'));
      const message =
        type?.text === 'NodePort' ? 'node' : type?.text === 'LoadBalancer' && isOpen(resource) ? 'balancer' : undefined;
      if (!type || !message) continue;
      const fixes = fixOf('Use `ClusterIP`', 'suggested', toClusterIp(file, resource));
      yield { message, data: { service: titleOf(resource) }, span: type.span, fixes, key: keyOfResource(resource) };
    }
  },
);

/** Whether nothing keeps the addresses small that may reach a balancer. What a template may still add is not known. */
function isOpen({ node, isPartial }: Resource): boolean {
  for (const { name, value } of annotationsOf(node)) {
    if (name === SOURCE_RANGES_ANNOTATION && value !== undefined)
      return value.split(',', 1000).some((range) => isEverything(range.trim()));
    if (value === undefined ? isAboutReach(name) : INTERNAL_LOAD_BALANCERS.get(name)?.test(value.toLowerCase())) return false;
  }
  const annotations = lookup(node, 'metadata', 'annotations');
  const ranges = lookup(node, 'spec', 'loadBalancerSourceRanges');
  if (annotations.state === 'unknown' || ranges.state === 'unknown') return false;
  if (ranges.state === 'absent') return !isPartial;
  const listed = itemsOf(ranges.node).map((range) => asScalar(range)?.text);
  return (
    ranges.node.kind === 'sequence' && (listed.length === 0 || listed.some((range) => range !== undefined && isEverything(range)))
  );
}

const isEverything = (range: string): boolean => /^(?:0\.0\.0\.0|::)\/0$/.test(range);

const isAboutReach = (name: string): boolean => name === SOURCE_RANGES_ANNOTATION || INTERNAL_LOAD_BALANCERS.has(name);

/** What the API rejects, or what means nothing, in a Service that nobody reaches from outside. */
const OUTSIDE_ONLY = [
  'externalTrafficPolicy',
  'healthCheckNodePort',
  'loadBalancerIP',
  'loadBalancerClass',
  'loadBalancerSourceRanges',
  'allocateLoadBalancerNodePorts',
];

function toClusterIp(file: Context<'kubernetes'>['file'], resource: Resource) {
  const source = editSource(file, resource);
  const spec = asMapping(at(resource.node, 'spec'));
  if (!spec) return undefined;
  const fields = OUTSIDE_ONLY.filter((name) => at(spec, name)).map((name) => deletePath(source, spec, [name]));
  const ports = itemsOf(at(spec, 'ports')).flatMap((item) => {
    const port = asMapping(item);
    return port && at(port, 'nodePort') ? [deletePath(source, port, ['nodePort'])] : [];
  });
  return together([setPath(source, spec, ['type'], 'ClusterIP'), ...fields, ...ports]);
}

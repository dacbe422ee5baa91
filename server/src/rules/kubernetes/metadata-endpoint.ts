import { kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Resource } from '../../model/kubernetes/index.ts';
import { asMapping, asScalar, at, entryOf, itemsOf, type YamlNode, type YamlScalar } from '../../model/yaml/index.ts';
import { isInBlock } from './support/ip-block.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { pieceOf } from './support/scalar-text.ts';
import { targetsOf } from './support/targets.ts';

/** Where AWS, Azure, Google Cloud, DigitalOcean and OpenStack serve metadata to a machine, over HTTP. */
const ENDPOINT = '169.254.169.254';
const NAMES = /(?<![\w.-])(?:169\.254\.169\.254|metadata\.google\.internal)(?![\w-])/;

export const metadataEndpoint = kubernetesRule(
  {
    id: 'kubernetes/metadata-endpoint',
    title: 'Metadata service of the cloud within reach',
    why: 'Under 169.254.169.254 a cloud gives each machine its metadata, often with credentials of the node. A pod that reaches it, or whoever makes it fetch a URL, gets these. Take the address out of the egress of NetworkPolicies, and give workloads an identity of their own.',
    severity: 'info',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      block: 'NetworkPolicy `{policy}` lets pods reach the metadata service of the cloud. Add `except: [169.254.169.254/32]`.',
      everywhere:
        'NetworkPolicy `{policy}` lets pods reach every address, the metadata service of the cloud included. Name the destinations.',
      asks: 'Container `{container}` asks the metadata service of the cloud. Give the workload an identity of its own instead.',
    },
    aliases: [],
    references: ['Kubescape C-0052', 'CWE-918', 'https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ file, model }) {
    for (const resource of model.resources) {
      if (resource.kind === 'NetworkPolicy' && resource.group === 'networking.k8s.io') yield* openings(resource);
    }
    for (const { container, name } of targetsOf(model)) {
      for (const { node } of textsOf(container.node)) {
        const match = NAMES.exec(node.text);
        if (!match) continue;
        const span = pieceOf(file.text, node, match.index, match.index + match[0].length);
        yield { message: 'asks', data: { container: name }, span, key: container.key };
      }
    }
  }),
);

/** What the egress of a policy opens. */
function* openings({ node, name: policy = 'without a name', namespace = '', isPartial }: Resource) {
  const key = `NetworkPolicy/${namespace}/${policy}`;
  for (const item of itemsOf(at(node, 'spec', 'egress'))) {
    const rule = asMapping(item);
    if (!rule || !mayBeHttp(at(rule, 'ports'))) continue;
    if (lookup(rule, 'to').state === 'absent') {
      if (!isPartial)
        yield { message: 'everywhere', data: { policy }, span: rule.entries[0]?.key.span ?? rule.span, key } as const;
      continue;
    }
    for (const peer of itemsOf(at(rule, 'to'))) {
      const block = asScalar(at(peer, 'ipBlock', 'cidr'));
      if (!block || !isInBlock(ENDPOINT, block.text)) continue;
      const except = lookup(asMapping(at(peer, 'ipBlock')), 'except');
      if (except.state === 'unknown' || (except.state === 'absent' && isPartial)) continue;
      const exceptions = except.state === 'present' ? itemsOf(except.node) : [];
      // What a template writes may be the address.
      if (exceptions.some((one) => !asScalar(one) || isInBlock(ENDPOINT, asScalar(one)?.text ?? ''))) continue;
      yield { message: 'block', data: { policy }, span: block.span, key } as const;
    }
  }
}

/** Whether port 80 over TCP is among the ports, or may be: none are named, or by a name. */
function mayBeHttp(ports: YamlNode | undefined): boolean {
  const list = itemsOf(ports);
  return (
    list.length === 0 ||
    list.some((item) => {
      const written = at(item, 'port');
      const port = asScalar(written)?.value;
      if (written && port === undefined) return false;
      const last = asScalar(at(item, 'endPort'))?.value ?? port;
      const protocol = asScalar(at(item, 'protocol'))?.text ?? 'TCP';
      if (protocol !== 'TCP') return false;
      return (
        port === undefined || port === null || (typeof port === 'number' && typeof last === 'number' && port <= 80 && last >= 80)
      );
    })
  );
}

/** The texts that a container is started with. */
function* textsOf(container: YamlNode): Generator<{ readonly node: YamlScalar }> {
  const values = itemsOf(at(container, 'env')).map((item) => entryOf(asMapping(item), 'value')?.value);
  for (const item of [...values, ...itemsOf(at(container, 'command')), ...itemsOf(at(container, 'args'))]) {
    const node = asScalar(item);
    if (node) yield { node };
  }
}

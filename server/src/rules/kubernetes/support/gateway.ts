import type { KubernetesFile, Resource } from '../../../model/kubernetes/index.ts';
import {
  asMapping,
  asScalar,
  at,
  itemsOf,
  stringOf,
  valueOf,
  type YamlMapping,
  type YamlScalar,
} from '../../../model/yaml/index.ts';
import { resourcesOfKind } from './resource-title.ts';

export const istioGatewaysOf = (model: KubernetesFile): readonly Resource[] =>
  resourcesOfKind(model, 'Gateway', ['networking.istio.io']);

/** Whether an Istio gateway, or a name of one, is for traffic that leaves the mesh. */
export const isEgress = (name: string | undefined): boolean => name?.includes('egress') ?? false;

/** The protocol of the first listener of a gateway that speaks HTTP without TLS, if none of them speaks TLS or leads there. */
export function plainProtocol(resource: Resource): YamlScalar | undefined {
  const isIstio = resource.group === 'networking.istio.io';
  if (isIstio && isEgress(stringOf(at(resource.node, 'spec', 'selector', 'istio')))) return undefined;
  const list = itemsOf(at(resource.node, 'spec', isIstio ? 'servers' : 'listeners')).map(asMapping);
  const protocols = list.map((listener) => asScalar(isIstio ? at(listener, 'port', 'protocol') : at(listener, 'protocol')));
  const isPlain = (index: number): boolean => PLAIN.test(protocols[index]?.text ?? '') && !redirects(list[index]);
  return list.every((_, index) => isPlain(index)) ? protocols[0] : undefined;
}

const PLAIN = /^(?:HTTP|HTTP2|GRPC|GRPC-WEB)$/i;

const redirects = (server: YamlMapping | undefined): boolean => valueOf(at(server, 'tls', 'httpsRedirect')) === true;

import type { KubernetesFile, Resource } from '../../../model/kubernetes/index.ts';
import { asScalar, at, itemsOf, stringOf, type YamlNode, type YamlScalar } from '../../../model/yaml/index.ts';
import { isEgress } from './gateway.ts';
import { ingressesOf } from './ingress.ts';
import { resourcesOfKind } from './resource-title.ts';

/** A way into the cluster, with the name of the Service that it leads to. */
export interface Route {
  readonly resource: Resource;
  readonly service: string;
  readonly namespace: string | undefined;
  /** Where the Service is named. */
  readonly node: YamlScalar;
}

const GATEWAY_ROUTES = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'];

/** The ways in from outside that a file holds; those for traffic inside a mesh are none. */
export const routesOf = (model: KubernetesFile): readonly Route[] => [
  ...GATEWAY_ROUTES.flatMap((kind) => resourcesOfKind(model, kind, ['gateway.networking.k8s.io'])).flatMap(ofGatewayApi),
  ...resourcesOfKind(model, 'VirtualService', ['networking.istio.io']).flatMap(ofIstio),
  ...ingressesOf(model).flatMap(ofIngress),
];

function ofGatewayApi(resource: Resource): readonly Route[] {
  const parents = itemsOf(at(resource.node, 'spec', 'parentRefs'));
  if (parents.length === 0 || parents.every((parent) => stringOf(at(parent, 'kind')) === 'Service')) return [];
  return itemsOf(at(resource.node, 'spec', 'rules'))
    .flatMap((rule) => itemsOf(at(rule, 'backendRefs')))
    .filter((backend) => (stringOf(at(backend, 'kind')) ?? 'Service') === 'Service')
    .flatMap((backend) => routeTo(resource, at(backend, 'name'), stringOf(at(backend, 'namespace'))));
}

/** A host is a Service's short name, or one with its namespace behind a dot. */
function ofIstio(resource: Resource): readonly Route[] {
  const gateways = itemsOf(at(resource.node, 'spec', 'gateways')).map(stringOf);
  if (gateways.every((name) => name === undefined || name === 'mesh' || isEgress(name))) return [];
  return ['http', 'tls', 'tcp']
    .flatMap((protocol) => itemsOf(at(resource.node, 'spec', protocol)))
    .flatMap((rule) => itemsOf(at(rule, 'route')))
    .flatMap((route) => routeTo(resource, at(route, 'destination', 'host')))
    .map((route) => {
      const [service = '', namespace] = route.service.split('.', 2);
      return { ...route, service, namespace: namespace ?? route.namespace };
    });
}

function ofIngress(resource: Resource): readonly Route[] {
  const spec = at(resource.node, 'spec');
  const paths = itemsOf(at(spec, 'rules')).flatMap((rule) => itemsOf(at(rule, 'http', 'paths')));
  return [at(spec, 'defaultBackend'), at(spec, 'backend'), ...paths.map((path) => at(path, 'backend'))].flatMap((backend) =>
    routeTo(resource, at(backend, 'service', 'name') ?? at(backend, 'serviceName')),
  );
}

function routeTo(resource: Resource, name: YamlNode | undefined, namespace = resource.namespace): readonly Route[] {
  const node = asScalar(name);
  return node && node.text !== '' ? [{ resource, service: node.text, namespace, node }] : [];
}

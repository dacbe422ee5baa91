import { kubernetesRule } from '../../engine/rule.ts';
import type { KubernetesFile, Resource, Workload } from '../../model/kubernetes/index.ts';
import { asMapping, at, keyOf, stringOf } from '../../model/yaml/index.ts';
import { keyOfResource, resourcesOfKind, titleOf } from './support/resource-title.ts';
import { type Route, routesOf } from './support/routes.ts';

/** More workloads with one label are not compared: a Service of which nobody knows whom it selects is rare. */
const MOST_ALIKE = 50;

export const exposureGateway = kubernetesRule(
  {
    id: 'kubernetes/exposure-gateway',
    title: 'Workload that can be reached from outside the cluster',
    why: 'A route of a gateway leads requests from outside to the pods behind a Service, so a flaw in their program is open to everyone who reaches the gateway. Make sure that the route is meant, that the program or the gateway demands authentication, and that a NetworkPolicy keeps the pods from what they do not need.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['strict'],
    messages: {
      exposed:
        '{route} opens {workload} to traffic from outside the cluster. Make sure that this is meant and that it demands authentication.',
    },
    aliases: [
      'kics:ingress_controller_exposes_workload',
      'kubescape:exposure-to-internet',
      'kubescape:exposure-to-internet-via-gateway-api',
      'kubescape:exposure-to-internet-via-istio-ingress',
    ],
    references: ['C-0266', 'CWE-668', 'https://gateway-api.sigs.k8s.io/concepts/security-model/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    const routes = routesOf(model);
    if (routes.length === 0) return;
    const services = new Map(
      resourcesOfKind(model, 'Service', ['']).map((service) => [placeOf(service.namespace, service.name), service]),
    );
    const index = byLabels(model);
    const said = new Set<string>();
    for (const { resource, service, namespace, node } of routes) {
      const target = services.get(placeOf(namespace, service));
      const workload = target && selectedBy(target, index);
      if (!workload) continue;
      const key = `${keyOfResource(resource)} ${workload.key}`;
      if (said.has(key)) continue;
      said.add(key);
      const data = { route: titleOf(resource), workload: workload.title };
      const related = [{ span: workload.resource.nameSpan, note: `Service \`${service}\` selects its pods.` }];
      // An Ingress says by itself that it lets people in; a route may do so by an oversight.
      const severity = resource.kind === 'Ingress' ? { severity: 'info' as const } : {};
      yield { message: 'exposed', data, span: node.span, related, key, ...severity };
    }
  },
);

const placeOf = (namespace: Route['namespace'], name: string | undefined): string => `${namespace ?? 'default'}/${name ?? ''}`;

/** Workloads by namespace and each label of their pods. */
function byLabels({ workloads }: KubernetesFile): ReadonlyMap<string, readonly Workload[]> {
  const index = new Map<string, Workload[]>();
  for (const workload of workloads) {
    for (const entry of workload.labels?.entries ?? []) {
      const key = labelKey(workload.resource.namespace, keyOf(entry), stringOf(entry.value));
      const list = index.get(key);
      if (!list) index.set(key, [workload]);
      else if (list.length < MOST_ALIKE) list.push(workload);
    }
  }
  return index;
}

const labelKey = (namespace: string | undefined, name: string | undefined, value: string | undefined): string =>
  `${namespace ?? 'default'} ${name ?? ''} ${value ?? ''}`;

/** The first workload whose pods a Service selects. */
function selectedBy({ node, namespace }: Resource, index: ReadonlyMap<string, readonly Workload[]>): Workload | undefined {
  const selector = (asMapping(at(node, 'spec', 'selector'))?.entries ?? []).map(
    (entry) => [keyOf(entry), stringOf(entry.value)] as const,
  );
  if (selector.length === 0 || selector.some((pair) => pair.includes(undefined))) return undefined;
  const lists = selector.map(([name, value]) => index.get(labelKey(namespace, name, value)) ?? []);
  return lists[0]?.find((workload) => lists.every((list) => list.includes(workload)));
}

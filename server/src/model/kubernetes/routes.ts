import type { Span } from '../../base/span.ts';
import { asMapping, asScalar, at, entryOf, itemsOf, stringOf, valueOf } from '../yaml/index.ts';
import type { Resource } from './resource.ts';

/** A literal host and path that an Ingress, or a Route of OpenShift, claims. */
export interface RouteFact {
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly host: string;
  readonly path: string;
  readonly ingressClass: string | undefined;
  /** It takes a share of another object's traffic. */
  readonly isCanary: boolean;
  /** The host's. */
  readonly span: Span;
}

export function routesOf(resource: Resource): readonly RouteFact[] {
  const { kind, group, node } = resource;
  if (kind === 'Ingress' && (group === 'networking.k8s.io' || group === 'extensions')) {
    return itemsOf(at(node, 'spec', 'rules')).flatMap((rule) => {
      const paths = itemsOf(at(rule, 'http', 'paths')).flatMap((each) => pathIn(entryOf(asMapping(each), 'path')));
      return routeTo(resource, rule, paths.length === 0 ? ['/'] : paths);
    });
  }
  if (kind === 'Route' && group === 'route.openshift.io')
    return routeTo(resource, at(node, 'spec'), pathIn(entryOf(asMapping(at(node, 'spec')), 'path')));
  return [];
}

/** None where a template writes it. */
function pathIn(entry: ReturnType<typeof entryOf>): readonly string[] {
  if (!entry) return ['/'];
  const path = stringOf(entry.value);
  return path === undefined ? [] : [path];
}

function routeTo(
  { kind, name, namespace, node }: Resource,
  holder: Parameters<typeof at>[0],
  paths: readonly string[],
): readonly RouteFact[] {
  const host = asScalar(at(holder, 'host'));
  if (!host || host.text === '') return [];
  const ingressClass =
    stringOf(at(node, 'spec', 'ingressClassName')) ??
    stringOf(at(node, 'metadata', 'annotations', 'kubernetes.io/ingress.class'));
  const isCanary = String(valueOf(at(node, 'metadata', 'annotations', 'nginx.ingress.kubernetes.io/canary'))) === 'true';
  return [...new Set(paths)].map((path) => ({
    kind,
    name,
    namespace,
    host: host.text,
    path,
    ingressClass,
    isCanary,
    span: host.span,
  }));
}

import { Memo, remembered } from '../../base/memo.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import type { RouteFact } from '../../model/kubernetes/index.ts';
import { type Unit, unitOf } from './support/unit.ts';

export const ingressDuplicateHost = kubernetesRule(
  {
    id: 'kubernetes/ingress-duplicate-host',
    title: 'Host and path routed twice',
    why: 'When two objects route the same host and path, the controller chooses one (usually the older), so requests go where nobody expects, and whoever may create an Ingress in another namespace can take the traffic over. Give each its own host or path.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      host: '{kind} `{other}` also routes `{host}{path}`. Only one of them gets the requests.',
    },
    aliases: [
      'gatekeeper:general/uniqueingresshost',
      'kyverno:unique-external-dns',
      'kyverno:unique-ingress-host',
      'kyverno:unique-routes',
    ],
    references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, env }) {
    const own = env.workspace.get('kubernetes', file.path)?.routes ?? [];
    if (own.length === 0) return;
    const unit = unitOf(file.path, env.workspace);
    const routed = FIRST.of(unit);
    for (const route of own) {
      const before = routed.get(identity(route));
      if (!before || before.route === route || isSameObject(before.route, route) || !unit.areTogether(before.path, file.path))
        continue;
      const { host, path, span, name } = route;
      yield {
        message: 'host',
        data: { kind: before.route.kind, other: before.route.name ?? '', host, path },
        span,
        related: [
          {
            ...(before.path === file.path ? {} : { path: before.path }),
            span: before.route.span,
            note: 'It is routed here, too.',
          },
        ],
        key: `${route.kind}/${name ?? ''}/${host}${path}`,
      };
    }
  },
);

/** Where each host and path of a unit is routed first. */
const FIRST = new Memo(({ files }: Unit) => {
  const first = new Map<string, { readonly path: string; readonly route: RouteFact }>();
  for (const [path, { routes }] of files) for (const route of routes) remembered(first, identity(route), () => ({ path, route }));
  return first;
});

const identity = ({ host, path, ingressClass }: RouteFact): string => `${ingressClass ?? ''} ${host}${path}`;

/** An object that lists a host twice is one route for the controller, and one with a canary's annotation is meant to be the second. */
const isSameObject = (a: RouteFact, b: RouteFact): boolean =>
  a.isCanary || b.isCanary || (a.kind === b.kind && a.name === b.name && a.namespace === b.namespace);

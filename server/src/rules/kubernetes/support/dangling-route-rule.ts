import { kubernetesRule, type RuleMeta } from '../../../engine/rule.ts';
import type { Reference, Resource } from '../../../model/kubernetes/index.ts';
import { danglingBackends } from './dangling-backend.ts';
import { oncePerSpan } from './once-per-span.ts';
import { titleOf } from './resource-title.ts';

type Missing = `{route}${string}{kind}${string}{name}${string}`;
type Port = `${string}{name}${string}{port}${string}`;

/** A rule about routes whose target, or whose port of it, nothing has. */
export const danglingRouteRule = (
  isRoute: (resource: Resource) => boolean,
  uses: readonly Reference['use'][],
  meta: RuleMeta<{
    readonly missing: Missing;
    readonly near: `${Missing}{near}${string}`;
    readonly port: Port;
    readonly nearPort: `${Port}{near}${string}`;
  }>,
) =>
  kubernetesRule(
    meta,
    oncePerSpan(function* (context) {
      for (const each of danglingBackends(context, isRoute, uses)) {
        const { resource, kind, name, port, near, fixes, span, related, key } = each;
        const where = { span, related, key };
        const route = titleOf(resource);
        if (port === undefined) {
          if (near === undefined) yield { message: 'missing', data: { route, kind, name }, ...where } as const;
          else yield { message: 'near', data: { route, kind, name, near }, fixes, ...where } as const;
        } else if (near === undefined) yield { message: 'port', data: { name, port }, ...where } as const;
        else yield { message: 'nearPort', data: { name, port, near }, fixes, ...where } as const;
      }
    }),
  );

import type { Span } from '../../../base/span.ts';
import type { Related } from '../../../engine/rule.ts';
import type { RbacBinding } from '../../../model/kubernetes/index.ts';
import { type Placed, type RbacView, roleFor, rolesBehind } from './rbac-lookup.ts';
import { everythingIn, takeoverIn } from './takeover.ts';

/** What a binding gives whoever it names. */
interface PowerPlace {
  readonly allows: string;
  readonly related: readonly Related[];
  /** Whether the binding makes an administrator, which is a finding of its own where it stands. */
  readonly isAdmin: boolean;
}

/** The right through which a binding lets someone take the cluster over, if it gives any. */
export function findPower(view: RbacView, { path, value: binding }: Placed<RbacBinding>): PowerPlace | undefined {
  if (binding.role?.kind === 'ClusterRole' && OWNERS.includes(binding.role.name.text))
    return {
      allows: 'do everything',
      related: [],
      isAdmin: binding.kind === 'ClusterRoleBinding' && binding.role.name.text !== 'edit',
    };
  const role = roleFor(view, binding, path);
  for (const each of role ? rolesBehind(view, role) : []) {
    const power = takeoverIn(each.value.rules);
    if (!power) continue;
    const isAdmin = !each.value.isBuiltIn && everythingIn(each.value.rules) !== undefined;
    return { allows: power.allows, related: [relatedTo(each.path, power.word.span, each.value.title)], isAdmin };
  }
  return undefined;
}

/** Each reads every Secret and creates pods everywhere, when it is bound in the whole cluster. */
const OWNERS: readonly string[] = ['cluster-admin', 'admin', 'edit'];

export const relatedTo = (path: string | undefined, span: Span, title: string): Related => ({
  ...(path === undefined ? {} : { path }),
  span,
  note: `${title} says so.`,
});

import { kubernetesRule, type RuleMeta } from '../../../engine/rule.ts';
import { type PolicyRule, type RbacRole, rolesOf } from '../../../model/kubernetes/index.ts';
import { oncePerSpan } from './once-per-span.ts';
import { grantOf, READ, type Right } from './permission.ts';
import { summedUpBy } from './summed-up-by.ts';

/**
 * A rule about rights that roles should not give away lightly; its message `granted` names the role and the right. One finding for each rule of a role: the
 * first right that it grants, so the worst stands first. What a star alone grants is told by the finding about the star. Roles that the API
 * server creates are its own affair, except `alsoBuiltIn`.
 */
export const roleRule = (
  meta: RuleMeta<{ readonly granted: `${string}{role}${string}{right}${string}` }>,
  rights: readonly Right[] | ((role: RbacRole) => readonly Right[]),
  alsoBuiltIn?: string,
) =>
  kubernetesRule(
    meta,
    oncePerSpan(function* ({ model }) {
      for (const role of rolesOf(model.resources)) {
        if (role.isBuiltIn && role.name !== alsoBuiltIn) continue;
        const wanted = typeof rights === 'function' ? rights(role) : rights;
        for (const [index, rule] of role.rules.entries()) {
          const hit = firstGrant(rule, wanted) ?? firstGrant(rule, wanted, 'stars');
          if (!hit) continue;
          const { right, grant, isByStar } = hit;
          const word = right.atVerb ? grant.verb : grant.resource;
          const isStar = isByStar || word.text === '*';
          yield {
            message: 'granted',
            data: { role: role.title, right: right.allows },
            span: word.span,
            ...(right.severity ? { severity: right.severity } : {}),
            key: `${role.key}/rules/${index}`,
            ...(isStar && !role.isBuiltIn ? summedUpBy('kubernetes/rbac-wildcard') : {}),
          };
        }
      }
    }),
  );

function firstGrant(rule: PolicyRule, rights: readonly Right[], stars?: 'stars') {
  for (const right of rights) {
    const grant = grantOf(rule, right, stars);
    // Who may read everything does not mean the few subresources that reading opens.
    if (grant && !(stars && READ.includes(grant.verb.text))) return { right, grant, isByStar: stars !== undefined };
  }
  return undefined;
}

import type { Severity } from '../../engine/severity.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import type { RbacBinding, RbacRole } from '../../model/kubernetes/index.ts';
import { once, type Placed, type RbacView, rbacView, roleFor, rolesBehind } from './support/rbac-lookup.ts';
import { everythingIn } from './support/takeover.ts';
import { summedUpBy } from './support/summed-up-by.ts';

export const rbacClusterAdminBinding = kubernetesRule(
  {
    id: 'kubernetes/rbac-cluster-admin-binding',
    title: 'Binding to an administrator’s role',
    why: 'Whoever is bound to `cluster-admin`, or to a role that allows everything to everything, owns the cluster or the namespace, and so does whoever steals a token of it. `admin` and `edit` for the whole cluster come to the same: they read every Secret and create pods everywhere. Write a role that lists what the subject does.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'nsa', 'cis'],
    messages: {
      admin: '{binding} makes its subjects administrators {scope} with `{role}`. Bind a role that lists what they need.',
      everything: '{binding} grants every right {scope}, because the role `{role}` does. List in the role what is needed.',
    },
    aliases: [
      'kics:cluster_admin_role_binding_with_super_user_permissions',
      'kube-linter:cluster-admin-role-binding',
      'kubescape:cluster-admin-role',
      'kubescape:rule-list-all-cluster-admins-v1',
      'kyverno:restrict-binding-clusteradmin',
      'polaris:clusterrolebindingClusterAdmin',
      'polaris:rolebindingClusterAdminClusterRole',
      'polaris:rolebindingClusterAdminRole',
      'trivy:KSV-0111',
    ],
    references: [
      'CIS Kubernetes 5.1.1',
      'NSA',
      'CWE-250',
      'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const view = rbacView(context);
    const starOf = once((role: Placed<RbacRole>) => findStar(view, role));
    for (const binding of view.own.bindings) {
      const { role, title, key } = binding;
      if (!role || binding.isBuiltIn) continue;
      const scope = binding.kind === 'ClusterRoleBinding' ? 'of the whole cluster' : 'of its namespace';
      const data = { binding: title, scope, role: role.name.text };
      const severity = builtInPower(binding);
      if (severity) {
        // `system:masters` is the worse half of such a binding, and has a finding of its own.
        const isForMasters = binding.subjects.length > 0 && binding.subjects.every(({ name }) => name.text === 'system:masters');
        const cause = isForMasters ? summedUpBy('kubernetes/rbac-system-masters') : {};
        yield { message: 'admin', data, span: role.name.span, severity, key, ...cause };
        continue;
      }
      const found = roleFor(view, binding);
      const star = found && starOf(found);
      if (!star) continue;
      const related = [
        {
          ...(star.path === undefined ? {} : { path: star.path }),
          span: star.span,
          note: `${star.title} allows everything here.`,
        },
      ];
      yield { message: 'everything', data, span: role.name.span, related, key };
    }
  },
);

/** How bad a binding to one of the roles that every cluster has is. `admin` and `edit` are made to be bound in a namespace. */
function builtInPower({ kind, role }: RbacBinding): Severity | undefined {
  if (role?.kind !== 'ClusterRole') return undefined;
  if (role.name.text === 'cluster-admin') return 'high';
  if (role.name.text === 'admin') return kind === 'ClusterRoleBinding' ? 'high' : 'low';
  return role.name.text === 'edit' && kind === 'ClusterRoleBinding' ? 'medium' : undefined;
}

/** The star that allows everything, in the role or in those that it collects. */
function findStar(view: RbacView, role: Placed<RbacRole>) {
  for (const { path, value } of rolesBehind(view, role)) {
    const star = value.isBuiltIn ? undefined : everythingIn(value.rules);
    if (star) return { path, span: star.span, title: value.title };
  }
  return undefined;
}

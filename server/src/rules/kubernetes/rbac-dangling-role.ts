import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { type AccountFact, bindingOf, wordBudget } from '../../model/kubernetes/index.ts';
import { asScalar, at, itemsOf, stringOf } from '../../model/yaml/index.ts';
import { missingName, type Bound, writeName } from './support/missing-name.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { isInUnit, type RbacView, rbacView, sameNamespace } from './support/rbac-lookup.ts';

export const rbacDanglingRole = kubernetesRule(
  {
    id: 'kubernetes/rbac-dangling-role',
    title: 'Binding to something that is not there',
    why: 'The API server takes a binding to a role or a ServiceAccount that does not exist and says nothing: the rights are simply missing, until somebody creates an object of that name and gets them. It is usually a slip of the pen, or a Role where a ClusterRole is meant.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      missing: '{binding} names the {kind} `{name}`, which is not among those beside it. Create it, or correct the name.',
      misspelt: '{binding} names the {kind} `{name}`, which is not among those beside it. Did you mean `{nearest}`?',
      kind: '{binding} names the {kind} `{name}`, but `{name}` is a {other}. Write `kind: {other}`.',
    },
    aliases: [],
    references: ['https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    const budget = wordBudget();
    const bindings = context.model.resources.flatMap((resource) => {
      const binding = bindingOf(resource, budget);
      return binding && !binding.isBuiltIn ? [{ resource, binding }] : [];
    });
    if (bindings.length === 0) return;
    const view = rbacView(context);
    const accounts = view.all().flatMap(({ path, value }) => value.accounts.map((account) => ({ path, ...account })));
    for (const bound of bindings) {
      yield* roleProblem(context, view, bound);
      yield* accountProblems(context, view, bound, accounts);
    }
  }),
);

const BUILT_IN = /^(?:view|edit|admin|cluster-admin|(?:system|kubeadm):.*)$/;

function* roleProblem(context: Context<'kubernetes'>, view: RbacView, { resource, binding }: Bound) {
  const { role, namespace } = binding;
  if (!role || (role.kind !== 'Role' && role.kind !== 'ClusterRole') || BUILT_IN.test(role.name.text)) return;
  const name = role.name.text;
  if (view.rolesNamed(role.kind, name).length > 0) return;
  const beside = view
    .all()
    .filter(({ path }) => isInUnit(view, path))
    .flatMap(({ value }) => value.roles);
  const other = role.kind === 'Role' ? 'ClusterRole' : 'Role';
  // A ClusterRoleBinding cannot refer to a Role, so for it there is nothing to write.
  const isOther = binding.kind === 'RoleBinding' || other === 'ClusterRole';
  if (isOther && beside.some((each) => each.kind === other && each.name === name)) {
    const fixes = writeName(context, resource, at(resource.node, 'roleRef', 'kind'), other);
    const data = { binding: binding.title, kind: role.kind, name, other };
    yield { message: 'kind', data, span: role.name.span, fixes, key: `${binding.key}/roleRef` } as const;
    return;
  }
  const candidates = beside.filter(
    ({ kind, namespace: its }) => kind === role.kind && (kind === 'ClusterRole' || sameNamespace(its, namespace)),
  );
  yield* missingName(context, { resource, binding }, role.kind, at(resource.node, 'roleRef', 'name'), candidates);
}

function* accountProblems(
  context: Context<'kubernetes'>,
  view: RbacView,
  bound: Bound,
  accounts: readonly (AccountFact & { readonly path: string | undefined })[],
) {
  for (const item of itemsOf(at(bound.resource.node, 'subjects'))) {
    const node = at(item, 'name');
    const name = asScalar(node)?.text;
    // Every namespace has `default`.
    if (asScalar(at(item, 'kind'))?.text !== 'ServiceAccount' || name === undefined || name === '' || name === 'default')
      continue;
    const namespace = stringOf(at(item, 'namespace'));
    const possible = accounts.filter((account) => sameNamespace(account.namespace, namespace));
    if (possible.some((account) => account.name === name)) continue;
    const candidates = possible.filter(({ path }) => isInUnit(view, path));
    // An account in a namespace of which nothing here is said to be may be anybody's.
    const isOurs = candidates.some((account) => account.namespace === namespace);
    yield* missingName(context, bound, 'ServiceAccount', node, candidates, isOurs);
  }
}

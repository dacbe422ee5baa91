import { insertion } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { labelSetOf, selects, type Workload } from '../../model/kubernetes/index.ts';
import { isNear, resourcesIn } from './support/located.ts';
import { keyOfResource, resourcesOfKind } from './support/resource-title.ts';
import { type Unit, unitOf } from './support/unit.ts';

/** CNI projects have policies of their own, whose selectors we do not read: where one is, nothing is said. */
const OTHER_POLICIES: readonly string[] = [
  'CiliumNetworkPolicy',
  'CiliumClusterwideNetworkPolicy',
  'GlobalNetworkPolicy',
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'ClusterNetworkPolicy',
];

export const networkPolicyMissing = kubernetesRule(
  {
    id: 'kubernetes/network-policy-missing',
    title: 'Pods that no NetworkPolicy covers',
    why: 'A pod that no NetworkPolicy selects accepts connections from every pod of the cluster and may connect anywhere, so one that was broken into reaches all others. Start from a policy that denies everything in the namespace, and allow what is needed. A team that keeps its policies elsewhere leaves this rule off.',
    severity: 'low',
    confidence: 'low',
    profiles: ['nsa', 'cis'],
    messages: {
      missing: 'No NetworkPolicy selects the pods of {workload}. Add one that allows only what they need.',
      namespace: 'Namespace `{namespace}` has no NetworkPolicy, so its pods accept every connection. Add one that denies all.',
    },
    aliases: [
      'checkov:CKV2_K8S_6',
      'kube-linter:non-isolated-pod',
      'kube-score:Pod NetworkPolicy',
      'kubescape:ensure_network_policy_configured_in_labels',
      'kubescape:internal-networking',
      'kyverno:require-network-policy',
      'polaris:missingNetworkPolicy',
    ],
    references: ['CIS Kubernetes 5.3.2', 'NSA', 'https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model, env } = context;
    let unit: Unit | undefined;
    for (const workload of model.workloads) {
      if (workload.isPartial) continue;
      unit ??= unitOf(file.path, env.workspace);
      if (hasOthers(unit)) return;
      if (isCovered(workload, unit, context)) continue;
      yield {
        message: 'missing',
        data: { workload: workload.title },
        span: workload.resource.nameSpan,
        fixes: denyAll(context, workload.resource.namespace),
        key: workload.key,
      };
    }
    for (const resource of resourcesOfKind(model, 'Namespace', [''])) {
      const { name: namespace, nameSpan, isPartial } = resource;
      if (isPartial || namespace === undefined) continue;
      unit ??= unitOf(file.path, env.workspace);
      if (hasOthers(unit)) return;
      if (policiesOf(unit, namespace, context).length > 0) continue;
      yield {
        message: 'namespace',
        data: { namespace },
        span: nameSpan,
        fixes: denyAll(context, namespace),
        key: keyOfResource(resource),
      };
    }
  },
);

/** Whether there may be policies that we cannot read. */
const hasOthers = (unit: Unit): boolean => unit.isOpen || OTHER_POLICIES.some((kind) => resourcesIn(unit, kind).length > 0);

/** The policies of a namespace, wherever in the workspace they lie. */
function policiesOf(unit: Unit, namespace: string | undefined, { env }: Context<'kubernetes'>) {
  return resourcesIn({ files: env.workspace.all('kubernetes') }, 'NetworkPolicy').filter(isNear(unit, namespace));
}

function isCovered({ resource, template, isPartial }: Workload, unit: Unit, context: Context<'kubernetes'>): boolean {
  const labels = labelSetOf(template, isPartial);
  return policiesOf(unit, resource.namespace, context).some(
    ({ fact }) => fact.selection !== undefined && selects(fact.selection.selector, labels) !== false,
  );
}

function denyAll({ file }: Context<'kubernetes'>, namespace: string | undefined): readonly Fix[] {
  if (/\.json$/i.test(file.path)) return [];
  const policy = [
    '---',
    'apiVersion: networking.k8s.io/v1',
    'kind: NetworkPolicy',
    'metadata:',
    '  name: default-deny',
    ...(namespace === undefined ? [] : [`  namespace: ${namespace}`]),
    'spec:',
    '  podSelector: {}',
    '  policyTypes: [Ingress, Egress]',
    '',
  ].join(file.eol);
  const edits = [insertion(file.text.length, `${/[\r\n]$/.test(file.text) ? '' : file.eol}${policy}`)] as const;
  return [{ title: 'Add a NetworkPolicy that denies all traffic of the namespace', applicability: 'suggested', edits }];
}

import type { Span } from '../../base/span.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { booleanAt, type Resource } from '../../model/kubernetes/index.ts';
import { setPath, type YamlMapping } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { accountOf, DEFAULT_ACCOUNT, isServiceAccount, keepsToken, ServiceAccounts } from './support/service-accounts.ts';
import { unitOf } from './support/unit.ts';
import { titleOf, keyOfResource } from './support/resource-title.ts';

const FIELD = 'automountServiceAccountToken';

export const automountServiceAccountToken = kubernetesRule(
  {
    id: 'kubernetes/automount-service-account-token',
    title: 'Token of a ServiceAccount mounted without need',
    why: 'Each container gets a token for the API server as a file unless the pod or its ServiceAccount says no. Few programs need it, and whoever breaks into one that does not can use its rights and explore the cluster. Set `automountServiceAccountToken: false`. Where what is deployed together gives the account rights, nothing is said.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict', 'nsa', 'cis'],
    messages: {
      unset:
        '{workload} mounts the token of its ServiceAccount. Set `automountServiceAccountToken: false` unless it uses the API.',
      mounted: '`automountServiceAccountToken: true` mounts the token of the ServiceAccount into {workload}. Set it to false.',
      account:
        '{workload} lets pods mount its token. Set `automountServiceAccountToken: false`, and true in the pods that use the API.',
    },
    aliases: [
      'checkov:CKV_K8S_38',
      'gatekeeper:general/automount-serviceaccount-token',
      'kics:service_account_token_automount_not_disabled',
      'kubescape:automount-service-account',
      'kubescape:serviceaccount-token-mount',
      'kyverno:restrict-automount-sa-token',
      'kyverno:restrict-sa-automount-sa-token',
      'polaris:automountServiceAccountToken',
      'trivy:KSV-0036',
    ],
    references: ['CIS Kubernetes 5.1.6', 'NSA', 'Kubescape C-0034', 'CWE-668'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { resources, workloads } = context.model;
    const { file, env } = context;
    const accounts = new ServiceAccounts(context.model, unitOf(file.path, env.workspace));
    const used = new Set<Resource>();
    for (const workload of workloads) {
      const { resource, spec, specKey, title, key, isPartial } = workload;
      const name = accountOf(workload);
      const account = name === undefined ? undefined : accounts.get(resource.namespace, name);
      if (account) used.add(account);
      if (name !== undefined && accounts.hasRights(resource.namespace, name)) continue;
      const setting = booleanAt(spec, FIELD);
      if (setting === undefined && (isPartial || name === undefined || accounts.withholdsToken(resource.namespace, name)))
        continue;
      const hit = mounted(context, resource, spec, specKey, 'containers');
      if (hit) yield { message: setting ? 'mounted' : 'unset', data: { workload: title }, key, ...hit };
    }
    for (const resource of resources) {
      const { name, namespace, node, nameSpan, isPartial } = resource;
      // The account of that name has a rule of its own, and pods of the same file are told themselves.
      if (!isServiceAccount(resource) || name === undefined || name === DEFAULT_ACCOUNT || used.has(resource)) continue;
      if (accounts.hasRights(namespace, name) || (isPartial && booleanAt(node, FIELD) === undefined)) continue;
      const hit = mounted(context, resource, node, nameSpan);
      const key = keyOfResource(resource);
      if (hit) yield { message: 'account', data: { workload: titleOf(resource) }, key, ...hit };
    }
  },
);

/** Where the field is true or missing, and the fix; undefined when it is false or not known. */
function mounted({ file }: Context<'kubernetes'>, resource: Resource, base: YamlMapping, place: Span, before?: string) {
  if (!keepsToken(base)) return undefined;
  const setting = booleanAt(base, FIELD);
  const edits = setPath(editSource(file, resource), base, [FIELD], 'false', before);
  const span = setting === undefined || setting === 'unknown' ? place : setting.node.span;
  return { span, fixes: fixOf('Set `automountServiceAccountToken: false`', 'suggested', edits) };
}

import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Workload } from '../../model/kubernetes/index.ts';
import { asScalar, setPath } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { accountOf, DEFAULT_ACCOUNT, keepsToken, ServiceAccounts } from './support/service-accounts.ts';

export const defaultServiceAccount = kubernetesRule(
  {
    id: 'kubernetes/default-service-account',
    title: 'Pod runs under the default ServiceAccount',
    why: 'All pods of a namespace that name no ServiceAccount share `default`, so rights that one of them needs go to all, and the audit log cannot tell them apart. Give each program an account of its own. A pod that mounts no token does not use the account.',
    severity: 'low',
    confidence: 'high',
    profiles: ['cis'],
    messages: {
      unset: '{workload} runs under the ServiceAccount `default`. Name one of its own with `serviceAccountName`.',
      named: '{workload} names the ServiceAccount `default`, which other pods share. Name one of its own.',
    },
    aliases: ['kics:service_account_name_undefined_or_empty', 'kube-linter:default-service-account'],
    references: ['CIS Kubernetes 5.1.5', 'CWE-250'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const accounts = new ServiceAccounts(context.model);
    for (const workload of context.model.workloads) {
      const { spec, specKey, title, key } = workload;
      if (accountOf(workload) !== DEFAULT_ACCOUNT || !keepsToken(spec)) continue;
      const fixes = named(context, workload, accounts);
      const data = { workload: title };
      const found = lookup(spec, 'serviceAccountName');
      const old = lookup(spec, 'serviceAccount');
      const name = [found, old].flatMap((each) => (each.state === 'present' ? (asScalar(each.node) ?? []) : []))[0];
      if (name) yield { message: name.text === '' ? 'unset' : 'named', data, span: name.span, fixes, key };
      else yield { message: 'unset', data, span: (found.state === 'absent' ? found.near : undefined) ?? specKey, fixes, key };
    }
  },
);

/** A fix for each account that the file has; without one, the workload's name is what people call it, but somebody has to create it. */
function named({ file }: Context<'kubernetes'>, { spec, resource }: Workload, accounts: ServiceAccounts) {
  const source = editSource(file, resource);
  const set = (name: string) => setPath(source, spec, ['serviceAccountName'], name, 'containers');
  const known = accounts.namesIn(resource.namespace);
  if (known.length > 0) return known.flatMap((name) => fixOf(`Use the ServiceAccount \`${name}\``, 'suggested', set(name)));
  const { name } = resource;
  if (name === undefined) return [];
  const fixes = fixOf(`Name the ServiceAccount \`${name}\`, to be created`, 'manual', set(name));
  return fixes.map((fix) => ({ ...fix, leaves: ['kubernetes/missing-service-account'] }));
}

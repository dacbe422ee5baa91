import { kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Workload } from '../../model/kubernetes/index.ts';
import { asScalar, deletePath, type Edits, type YamlEntry } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';

export const deprecatedServiceAccountField = kubernetesRule(
  {
    id: 'kubernetes/deprecated-service-account-field',
    title: 'Deprecated field for the ServiceAccount',
    why: '`serviceAccount` is an old name of `serviceAccountName` that Kubernetes keeps for old clients. Tools that know only the new one take such a pod for one that runs under the ServiceAccount `default`. Use `serviceAccountName`.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      renamed: '`serviceAccount` is deprecated. Use `serviceAccountName`.',
      twice: '`serviceAccount` is deprecated, and `serviceAccountName` is there as well. Delete it.',
    },
    aliases: ['kube-linter:deprecated-service-account-field', 'kubescape:deprecated-service-account-field'],
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/', 'CWE-477'],
    fix: 'safe',
    tags: ['deprecated'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    for (const workload of model.workloads) {
      const { spec, key } = workload;
      const found = lookup(spec, 'serviceAccount');
      const old = found.state === 'present' ? asScalar(found.node) : undefined;
      if (found.state !== 'present' || !old || old.text === '') continue;
      const current = lookup(spec, 'serviceAccountName');
      const isThere = current.state === 'present' && asScalar(current.node)?.text !== '';
      const source = editSource(file, workload.resource);
      const fixes = isThere
        ? fixOf('Delete `serviceAccount`', 'safe', deletePath(source, spec, ['serviceAccount']))
        : current.state === 'absent' && current.near === undefined
          ? fixOf('Rename to `serviceAccountName`', 'safe', renamed(workload, found.entry))
          : [];
      yield { message: isThere ? 'twice' : 'renamed', span: found.entry.key.span, fixes, key };
    }
  },
);

/** Only where the pod itself holds the key: through an alias or a merge others would change with it. */
function renamed({ spec }: Workload, { key }: YamlEntry): Edits {
  if (!spec.entries.some((entry) => entry.key === key) || key.kind !== 'scalar' || key.anchor || key.tag) return undefined;
  const quote = key.style === 'double' ? '"' : key.style === 'single' ? "'" : '';
  return [{ span: key.span, newText: `${quote}serviceAccountName${quote}` }];
}

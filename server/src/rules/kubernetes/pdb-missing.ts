import { insertion } from '../../base/edit.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import type { Workload } from '../../model/kubernetes/index.ts';
import { asMapping, type Edits } from '../../model/yaml/index.ts';
import { isUnguarded } from './support/disruption.ts';
import { editSource, fixOf } from './support/edits.ts';
import { ownLabels } from './support/own-labels.ts';
import { autoscalersOf, replicasOf } from './support/replicas.ts';
import { isAtLeastVersion } from './support/version.ts';
import { unitModelOf } from './support/unit-model.ts';

export const pdbMissing = kubernetesRule(
  {
    id: 'kubernetes/pdb-missing',
    title: 'Workload without a disruption budget',
    why: 'When nodes are drained for an upgrade, nothing keeps all replicas of a workload from being evicted at once. A PodDisruptionBudget makes the drain wait until others run again. It is often written elsewhere, so the rule is off by default.',
    severity: 'info',
    confidence: 'low',
    profiles: [],
    messages: { missing: 'All pods of {workload} may be evicted at once. Add a PodDisruptionBudget that selects them.' },
    aliases: [
      'kics:deployment_without_pod_disruption_budget',
      'kics:statefulset_without_pod_disruption_budget',
      'kube-score:Deployment has PodDisruptionBudget',
      'kube-score:StatefulSet has PodDisruptionBudget',
      'kyverno:require-pdb',
      'polaris:missingPodDisruptionBudget',
    ],
    references: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const unit = unitModelOf(context);
    const autoscalers = autoscalersOf(unit);
    for (const workload of context.model.workloads) {
      if (!isUnguarded(unit, workload) || (replicasOf(workload, autoscalers) ?? 0) < 2) continue;
      const fixes = fixOf('Add a PodDisruptionBudget', 'suggested', added(context, workload));
      yield {
        message: 'missing',
        data: { workload: workload.title },
        span: workload.resource.nameSpan,
        fixes,
        key: workload.key,
      };
    }
  },
);

/** A document behind that of the workload; an item of a list has no place for one. */
function added({ file, env }: Context<'kubernetes'>, workload: Workload): Edits {
  const { resource } = workload;
  const { style } = editSource(file, resource);
  const labels = ownLabels(file.text, workload);
  const root = asMapping(resource.document.root);
  if (!labels || resource.name === undefined || resource.node !== root || root.style === 'flow') return undefined;
  const lines = [
    '---',
    'apiVersion: policy/v1',
    'kind: PodDisruptionBudget',
    'metadata:',
    `  name: ${resource.name}`,
    ...(resource.namespace === undefined ? [] : [`  namespace: ${resource.namespace}`]),
    'spec:',
    '  maxUnavailable: 1',
    ...(isAtLeastVersion(env.kubernetesVersion, 27) ? ['  unhealthyPodEvictionPolicy: AlwaysAllow'] : []),
    '  selector:',
    '    matchLabels:',
    ...Object.entries(labels).map(([key, value]) => `      ${key}: ${value}`),
  ];
  const { end } = resource.document.span;
  const start = file.text.slice(0, end).endsWith('\n') || end === 0 ? '' : style.eol;
  return [insertion(end, start + lines.map((line) => line + style.eol).join(''))];
}

import { kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { deletePath, valueOf } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { autoscalersOf } from './support/replicas.ts';
import { relatedTo, unitModelOf } from './support/unit-model.ts';
import { unitOf } from './support/unit.ts';

export const hpaReplicasConflict = kubernetesRule(
  {
    id: 'kubernetes/hpa-replicas-conflict',
    title: 'Fixed number of replicas under an autoscaler',
    why: 'Each time the manifest is applied, `replicas` sets the number of pods back to what stands there, and the autoscaler has to start over, in the worst case under full load. Delete the key and let the autoscaler decide. Where the workload runs already, hand the field over first, because the first apply without it goes down to one pod.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      fixed: '{workload} sets `replicas`, which {kind} `{scaler}` changes; each apply undoes that. Delete the key.',
    },
    aliases: [
      'kics:hpa_targeted_deployments_with_configured_replica_count',
      'kube-score:Deployment targeted by HPA does not have replicas configured',
    ],
    references: [
      'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
    ],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model } = context;
    const { setsNamespace } = unitOf(file.path, context.env.workspace);
    const autoscalers = autoscalersOf(unitModelOf(context));
    for (const { resource, title, key } of model.workloads) {
      const scaler = autoscalers(resource)?.resource;
      // One of another namespace may scale a workload that names none, but need not.
      if (scaler?.namespace !== resource.namespace && !setsNamespace) continue;
      const found = scaler && lookup(resource.node, 'spec', 'replicas');
      if (found?.state !== 'present' || valueOf(found.node) === undefined || valueOf(found.node) === 0) continue;
      const edits = deletePath(editSource(file, resource), resource.node, ['spec', 'replicas']);
      const related = scaler ? [relatedTo(scaler, 'The autoscaler is here.')] : [];
      yield {
        message: 'fixed',
        data: { workload: title, kind: scaler?.kind ?? '', scaler: scaler?.name ?? '' },
        span: found.entry.key.span,
        related,
        fixes: fixOf('Delete `replicas`', 'suggested', edits),
        key,
      };
    }
  },
);

import { kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { setPath } from '../../model/yaml/index.ts';
import { isBudget } from './support/disruption.ts';
import { editSource, fixOf } from './support/edits.ts';
import { isAtLeastVersion } from './support/version.ts';
import { keyOfResource } from './support/resource-title.ts';

const PATH = ['spec', 'unhealthyPodEvictionPolicy'] as const;

export const pdbUnhealthyEvictionPolicy = kubernetesRule(
  {
    id: 'kubernetes/pdb-unhealthy-eviction-policy',
    title: 'Disruption budget that protects broken pods',
    why: 'Unless `unhealthyPodEvictionPolicy` is `AlwaysAllow`, a pod that never becomes ready counts against its budget and may not be evicted, so one crashing program makes the drain of a node hang. Say which you want; `AlwaysAllow` suits all programs but those that repair themselves from pods that are not ready.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      unset:
        'PodDisruptionBudget `{name}` keeps pods that are broken anyway, so draining a node may hang. Set `unhealthyPodEvictionPolicy: AlwaysAllow`.',
    },
    aliases: ['kube-linter:pdb-unhealthy-pod-eviction-policy'],
    references: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    // The field is there without a feature gate since 1.27.
    if (!isAtLeastVersion(env.kubernetesVersion, 27)) return;
    for (const resource of model.resources) {
      const found = lookup(resource.node, ...PATH);
      if (!isBudget(resource) || resource.isPartial || found.state !== 'absent') continue;
      const edits = setPath(editSource(file, resource), resource.node, PATH, 'AlwaysAllow');
      yield {
        message: 'unset',
        data: { name: resource.name ?? '' },
        span: found.near ?? resource.nameSpan,
        fixes: fixOf('Set `unhealthyPodEvictionPolicy: AlwaysAllow`', 'suggested', edits),
        key: keyOfResource(resource),
      };
    }
  },
);

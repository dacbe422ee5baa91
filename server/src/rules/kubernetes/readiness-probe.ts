import { kubernetesRule } from '../../engine/rule.ts';
import { missingProbe } from './support/missing-probe.ts';
import { neighbourhoodOf } from './support/neighbourhood.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { isService, portsOf } from './support/probes.ts';
import { sendersOf } from './support/services.ts';
import { targetsOf } from './support/targets.ts';
import { unitModelOf } from './support/unit-model.ts';

export const readinessProbe = kubernetesRule(
  {
    id: 'kubernetes/readiness-probe',
    title: 'Container without a readiness probe',
    why: 'A Service sends requests to a pod as soon as its containers run, and a rolling update goes on as soon as they do. A readiness probe says when the program can answer, so that nobody is sent to one that still starts or is overloaded.',
    severity: 'info',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: { missing: 'Container `{container}` gets requests before it can answer them. Add a `readinessProbe`.' },
    aliases: [
      'checkov:CKV_K8S_9',
      'gatekeeper:general/requiredprobes',
      'kics:readiness_probe_is_not_configured',
      'kube-linter:no-readiness-probe',
      'kube-score:Pod Probes',
      'kubescape:configured-readiness-probe',
      'polaris:readinessProbeMissing',
    ],
    references: ['Kubescape C-0018', 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    const { file, model } = context;
    const unit = unitModelOf(context);
    const neighbourhood = neighbourhoodOf(unit);
    const senders = sendersOf(unit);
    for (const target of targetsOf(model)) {
      const { workload, container } = target;
      if (!isService(workload, container)) continue;
      // More often than a liveness probe by default asks, so that the pod leaves its Service before it is restarted.
      const hit = missingProbe(file, target, 'readinessProbe', { periodSeconds: '5' });
      if (!hit) continue;
      // A worker beside services that none of them sends to, and that opens no port, waits for nobody.
      const hasServices = neighbourhood.near(workload.resource, 'Service', '').length > 0;
      if (hasServices && portsOf(container)?.length === 0 && senders(workload).length === 0) continue;
      yield { message: 'missing', ...hit };
    }
  }),
);

import { kubernetesRule } from '../../engine/rule.ts';
import { missingProbe } from './support/missing-probe.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { isService } from './support/probes.ts';
import { targetsOf } from './support/targets.ts';

export const livenessProbe = kubernetesRule(
  {
    id: 'kubernetes/liveness-probe',
    title: 'Container without a liveness probe',
    why: 'Kubernetes restarts a container whose process ends, but it cannot see that a process hangs. A liveness probe tells it. Probe only what a restart can repair, never a database or another service, or a failure elsewhere restarts all pods at once.',
    severity: 'info',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: { missing: 'Nobody notices when container `{container}` hangs. Add a `livenessProbe`.' },
    aliases: [
      'checkov:CKV_K8S_8',
      'gatekeeper:general/requiredprobes',
      'kics:liveness_probe_is_not_defined',
      'kube-linter:no-liveness-probe',
      'kube-score:Pod Probes',
      'kubescape:configured-liveness-probe',
      'polaris:livenessProbeMissing',
    ],
    references: ['Kubescape C-0056', 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ file, model }) {
    for (const target of targetsOf(model)) {
      if (!isService(target.workload, target.container)) continue;
      // More patient than the readiness probe, so that a busy container is first left in peace and only then restarted.
      const hit = missingProbe(file, target, 'livenessProbe', { failureThreshold: '6' });
      if (hit) yield { message: 'missing', ...hit };
    }
  }),
);

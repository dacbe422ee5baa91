import { kubernetesRule } from '../../engine/rule.ts';
import { type Resource, type Workload } from '../../model/kubernetes/index.ts';
import { asMapping, at } from '../../model/yaml/index.ts';
import { missingProbe } from './support/missing-probe.ts';
import { neighbourhoodOf } from './support/neighbourhood.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { isService, portsOf } from './support/probes.ts';
import { hasAll, labelsOf } from './support/selector.ts';
import { targetsOf } from './support/targets.ts';

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
  oncePerSpan(function* ({ file, model }) {
    const neighbourhood = neighbourhoodOf(model);
    for (const target of targetsOf(model)) {
      const { workload, container } = target;
      if (!isService(workload, container)) continue;
      const hit = missingProbe(file, target, 'readinessProbe', {});
      if (!hit) continue;
      // A worker beside services that none of them sends to, and that opens no port, waits for nobody.
      const services = neighbourhood.near(workload.resource, 'Service', '');
      if (services.length > 0 && portsOf(container)?.length === 0 && !services.some((service) => maySelect(service, workload)))
        continue;
      yield { message: 'missing', ...hit };
    }
  }),
);

function maySelect({ node }: Resource, { labels, isPartial }: Workload): boolean {
  const selector = asMapping(at(node, 'spec', 'selector'));
  const wanted = labelsOf(selector);
  const own = labelsOf(labels);
  return selector !== undefined && (isPartial || !wanted || !own || hasAll(own, wanted));
}

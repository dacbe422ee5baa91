import { kubernetesRule } from '../../engine/rule.ts';
import { forbiddenTrue } from './support/boolean-field.ts';
import { hardenContainer } from './support/harden.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { targetsOf } from './support/targets.ts';

export const privilegedContainer = kubernetesRule(
  {
    id: 'kubernetes/privileged-container',
    title: 'Privileged container',
    why: '`privileged: true` gives the container every capability and all devices of its node, so whoever breaks into it owns the node. Delete the setting and add the single capability or device that the program needs. The Baseline Pod Security Standard forbids it.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-baseline', 'pss-restricted', 'nsa', 'cis'],
    messages: {
      privileged: 'Container `{container}` is privileged: it can do everything that root on the node can. Delete the setting.',
    },
    aliases: [
      'checkov:CKV_K8S_16',
      'gatekeeper:psp/privileged-containers',
      'kics:container_is_privileged',
      'kube-linter:privileged-container',
      'kube-score:Container Security Context Privileged',
      'kubescape:rule-privileged-container',
      'kyverno:disallow-privileged-containers',
      'polaris:runAsPrivileged',
      'psa:privileged',
      'trivy:KSV-0017',
    ],
    references: ['PSS baseline privileged', 'CIS Kubernetes 5.2.2', 'NSA', 'CWE-250'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  oncePerSpan(function* (context) {
    for (const target of targetsOf(context.model)) {
      const { workload, container, name } = target;
      const hit = forbiddenTrue(context, workload.resource, container.node, ['securityContext', 'privileged']);
      if (!hit) continue;
      const fixes = [...hit.fixes, ...hardenContainer(context, target)];
      yield { message: 'privileged', data: { container: name }, key: container.key, span: hit.span, fixes };
    }
  }),
);

import { kubernetesRule } from '../../engine/rule.ts';
import { entryOf } from '../../model/yaml/index.ts';
import { apiConditions } from './support/api-conditions.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { isRemovedPolicy } from './support/pod-security-policy.ts';

export const pspRemoved = kubernetesRule(
  {
    id: 'kubernetes/psp-removed',
    title: 'PodSecurityPolicy, which Kubernetes no longer has',
    why: 'Kubernetes 1.25 removed PodSecurityPolicy: newer clusters reject the object, and what it forbade is allowed again unless something else forbids it. Label the namespaces with the Pod Security Standard that comes closest (`pod-security.kubernetes.io/enforce`), and use an admission policy for what the standards do not cover.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'upgrade', 'cis'],
    messages: {
      removed:
        'Kubernetes 1.25 removed PodSecurityPolicy, and the target is {target}. Enforce a Pod Security Standard with labels of the namespaces instead.',
    },
    aliases: [
      'api-lifecycle:removed-api-version',
      'gatekeeper:general/verifydeprecatedapi',
      'kics:object_is_using_a_deprecated_api_version',
      'kube-linter:no-extensions-v1beta',
      'kube-score:Stable version',
      'kyverno:check-deprecated-apis',
      'kyverno:disallow-deprecated-apis',
      'trivy:KSV-0107',
    ],
    references: [
      'CIS Kubernetes 5.2.1',
      'https://kubernetes.io/docs/concepts/security/pod-security-policy/',
      'https://kubernetes.io/docs/tasks/configure-pod-container/migrate-from-psp/',
    ],
    fix: 'none',
    tags: ['deprecated'],
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    const { model, env } = context;
    const isChosen = apiConditions(context);
    for (const resource of model.resources) {
      if (!isRemovedPolicy(resource.apiVersion, resource.kind, env.kubernetesVersion)) continue;
      const span = entryOf(resource.node, 'kind')?.value?.span;
      if (!span || isChosen(span.start)) continue;
      yield {
        message: 'removed',
        data: { target: env.kubernetesVersion },
        span,
        key: `PodSecurityPolicy/${resource.name ?? ''}`,
      };
    }
  }),
);

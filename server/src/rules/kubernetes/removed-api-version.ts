import { kubernetesRule } from '../../engine/rule.ts';
import { oldApis } from './support/old-api.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { isRemovedPolicy } from './support/pod-security-policy.ts';

export const removedApiVersion = kubernetesRule(
  {
    id: 'kubernetes/removed-api-version',
    title: 'API version that the cluster no longer serves',
    why: 'Kubernetes removes old versions of its APIs on a published schedule. From then on the API server rejects the manifest, so a deployment or an upgrade fails halfway. Move to the version that replaces it before the cluster is upgraded; older clusters usually serve both.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'upgrade'],
    messages: {
      replaced:
        'Kubernetes {removed} removed `{api}` of {kind} (deprecated in {deprecated}), and the target is {target}. Use {replacement}.',
      gone: 'Kubernetes {removed} removed `{api}` of {kind} (deprecated in {deprecated}) without a replacement, and the target is {target}. Delete the object.',
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
    references: ['CWE-477', 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/'],
    fix: 'safe',
    tags: ['deprecated'],
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const { apiVersion, kind, lifecycle, isRemoved, replacement, ...found } of oldApis(context)) {
      // That one has a rule of its own, because what replaces it is another mechanism.
      if (!isRemoved || isRemovedPolicy(apiVersion, kind, context.env.kubernetesVersion)) continue;
      const data = {
        api: apiVersion,
        kind,
        deprecated: `1.${lifecycle.deprecated}`,
        removed: `1.${lifecycle.removed ?? ''}`,
        target: context.env.kubernetesVersion,
      };
      if (replacement === undefined) yield { message: 'gone', data, ...found };
      else yield { message: 'replaced', data: { ...data, replacement }, ...found };
    }
  }),
);

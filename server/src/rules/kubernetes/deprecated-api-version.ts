import { kubernetesRule } from '../../engine/rule.ts';
import { oldApis } from './support/old-api.ts';
import { oncePerSpan } from './support/once-per-span.ts';

export const deprecatedApiVersion = kubernetesRule(
  {
    id: 'kubernetes/deprecated-api-version',
    title: 'Deprecated API version',
    why: 'Kubernetes still serves this version of the API, but has announced its end. Whoever moves early does it in peace: usually only the version changes, and clusters serve both versions for several releases. Afterwards the manifest is rejected.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'upgrade'],
    messages: {
      replaced:
        '`{api}` of {kind} is deprecated since Kubernetes {deprecated} ({end}), and the target is {target}. Use {replacement}.',
      alone:
        '`{api}` of {kind} is deprecated since Kubernetes {deprecated} ({end}) without a replacement so far, and the target is {target}.',
    },
    aliases: [
      'api-lifecycle:deprecated-api-version',
      'gatekeeper:general/verifydeprecatedapi',
      'kics:object_is_using_a_deprecated_api_version',
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
      if (isRemoved) continue;
      const data = {
        api: apiVersion,
        kind,
        deprecated: `1.${lifecycle.deprecated}`,
        end: lifecycle.removed === undefined ? 'no removal is planned' : `removed in 1.${lifecycle.removed}`,
        target: context.env.kubernetesVersion,
      };
      const severity = lifecycle.removed === undefined ? ({ severity: 'info' } as const) : {};
      if (replacement === undefined) yield { message: 'alone', data, ...found, ...severity };
      else yield { message: 'replaced', data: { ...data, replacement }, ...found, ...severity };
    }
  }),
);

import { kubernetesRule } from '../../engine/rule.ts';
import { BASELINE_CAPABILITIES } from '../../knowledge/pod-security.ts';
import { replaceScalar } from '../../model/yaml/index.ts';
import { capabilityName, forbiddenCapabilities, WAYS_OUT } from './support/capabilities.ts';
import { editSource, fixOf } from './support/edits.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { coveredByPrivileged } from './support/security-context.ts';
import { targetsOf } from './support/targets.ts';
import { summedUpBy } from './support/summed-up-by.ts';

export const capabilitiesBaseline = kubernetesRule(
  {
    id: 'kubernetes/capabilities-baseline',
    title: 'Capability beyond the usual ones',
    why: 'Each Linux capability is a part of the power of root. The Baseline Pod Security Standard lets a container add only those that runtimes hand out anyway, because the others reach the network, the devices or the kernel of the node. Remove the capability; most programs do not need it.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-baseline', 'nsa', 'cis'],
    messages: {
      added: 'Container `{container}` adds the capability `{capability}`, which reaches beyond the container. Remove it.',
      spelt:
        'Pod Security admission refuses `{capability}` in container `{container}`, because it compares exact names. Write `{name}`.',
    },
    aliases: [
      'checkov:CKV_K8S_25',
      'gatekeeper:psp/capabilities',
      'kics:containers_with_added_capabilities',
      'kubescape:insecure-capabilities',
      'kyverno:disallow-capabilities',
      'polaris:dangerousCapabilities',
      'psa:capabilities_baseline',
      'trivy:KSV-0022',
    ],
    references: [
      'PSS baseline capabilities',
      'CIS Kubernetes 5.2.9',
      'NSA',
      'CWE-250',
      'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    ],
    fix: 'suggested',

    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const target of targetsOf(context.model)) {
      const container = target.name;
      const isForbidden = (capability: string) => !BASELINE_CAPABILITIES.has(capability);
      for (const { capability, node, span, fixes, key } of forbiddenCapabilities(context, target, isForbidden)) {
        const name = capabilityName(capability);
        if (BASELINE_CAPABILITIES.has(name)) {
          const edits = replaceScalar(editSource(context.file, target.workload.resource), node, name);
          const written = fixOf(`Write \`${name}\``, 'suggested', edits);
          yield { message: 'spelt', data: { container, capability, name }, span, severity: 'low', fixes: written, key };
        } else {
          const own = WAYS_OUT.has(name) ? summedUpBy('kubernetes/capability-sys-admin') : {};
          yield {
            message: 'added',
            data: { container, capability },
            span,
            fixes,
            key,
            ...own,
            ...coveredByPrivileged(target.container),
          };
        }
      }
    }
  }),
);

import { kubernetesRule } from '../../engine/rule.ts';
import { capabilityName, forbiddenCapabilities, WAYS_OUT } from './support/capabilities.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { coveredByPrivileged } from './support/security-context.ts';
import { targetsOf } from './support/targets.ts';

export const capabilitySysAdmin = kubernetesRule(
  {
    id: 'kubernetes/capability-sys-admin',
    title: 'Capability that is as good as root on the node',
    why: 'With `SYS_ADMIN` a process mounts file systems and leaves its namespaces, with `SYS_MODULE` it loads code into the kernel, with `SYS_PTRACE` and `BPF` it reads other processes, and `ALL` holds them all. Each is a known way out of a container. Remove it and look for the narrower capability that the program needs.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      added: 'Container `{container}` adds the capability `{capability}`, {power}. Remove it.',
    },
    aliases: [
      'checkov:CKV_K8S_39',
      'kics:containers_with_sys_admin_capabilities',
      'kubescape:rule-privileged-container',
      'trivy:KSV-0005',
      'trivy:KSV-0120',
    ],
    references: ['CIS Kubernetes 5.2.9', 'CWE-250', 'https://man7.org/linux/man-pages/man7/capabilities.7.html'],
    fix: 'suggested',

    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const target of targetsOf(context.model)) {
      const isForbidden = (capability: string) => WAYS_OUT.has(capabilityName(capability));
      for (const { capability, span, fixes, key } of forbiddenCapabilities(context, target, isForbidden)) {
        const power = WAYS_OUT.get(capabilityName(capability)) ?? '';
        yield {
          message: 'added',
          data: { container: target.name, capability, power },
          span,
          fixes,
          key,
          ...coveredByPrivileged(target.container),
        };
      }
    }
  }),
);

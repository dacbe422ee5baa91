import { kubernetesRule } from '../../engine/rule.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { seccompAnnotations } from './support/profile-annotations.ts';
import { UNCONFINED_SECCOMP } from './support/seccomp.ts';
import { coveredByPrivileged } from './support/security-context.ts';
import { forbiddenSettings } from './support/security-field.ts';

export const seccompUnconfined = kubernetesRule(
  {
    id: 'kubernetes/seccomp-unconfined',
    title: 'Seccomp switched off',
    why: 'Seccomp keeps system calls from a container that programs do not need and that exploits of the kernel begin with. `Unconfined` switches it off. Use `RuntimeDefault`, or a profile of your own with `Localhost`. The Baseline Pod Security Standard demands it.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-baseline'],
    messages: {
      set: 'The seccomp profile `{profile}` lets {subject} make every system call. Use `RuntimeDefault`.',
      annotation: 'The seccomp annotation `{profile}` lets {workload} make every system call. Use `runtime/default`.',
    },
    aliases: ['kyverno:restrict-seccomp', 'psa:seccompprofile_baseline', 'trivy:KSV-0104'],
    references: [
      'PSS baseline seccompProfile',
      'CWE-693',
      'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    ],
    fix: 'suggested',

    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const { holder, value, span, fixes, key } of forbiddenSettings(context, UNCONFINED_SECCOMP))
      yield {
        message: 'set',
        data: { profile: value, subject: holder.subject },
        span,
        fixes,
        key,
        ...coveredByPrivileged(holder.container),
      };
    for (const { workload, value, span, fixes, key } of seccompAnnotations(context))
      yield { message: 'annotation', data: { profile: value, workload: workload.title }, span, fixes, key };
  }),
);

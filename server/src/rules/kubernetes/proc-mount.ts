import { isRootHarmless } from './support/security-context.ts';
import { securityFieldRule } from './support/security-field.ts';

export const procMount = securityFieldRule(
  {
    path: ['procMount'],
    levels: 'container',
    isForbidden: (value, { workload }, version) =>
      typeof value === 'string' && value !== 'Default' && !isRootHarmless(workload, version),
    repairs: ['delete', { set: 'Default' }],
  },
  {
    id: 'kubernetes/proc-mount',
    title: 'Unmasked /proc',
    why: 'Container runtimes hide the parts of `/proc` through which a process could read secrets of the kernel or change its settings. `procMount: Unmasked` takes that away. Delete the setting; only nested containers need it, and from 1.35 the Baseline Pod Security Standard allows it to pods with a user namespace of their own.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-baseline', 'pss-restricted'],
    messages: {
      set: '`procMount` opens the parts of `/proc` to {subject} that the runtime hides. Delete the setting.',
    },
    aliases: [
      'gatekeeper:psp/proc-mount',
      'kics:container_runs_unmasked',
      'kube-linter:unsafe-proc-mount',
      'kubescape:set-procmount-default',
      'kyverno:disallow-proc-mount',
      'polaris:procMount',
      'psa:procmount',
      'psa:procmount_restricted',
      'trivy:KSV-0027',
    ],
    references: ['PSS baseline procMount', 'CWE-668', 'https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
    fix: 'suggested',

    since: '0.2.0',
    status: 'preview',
  },
);

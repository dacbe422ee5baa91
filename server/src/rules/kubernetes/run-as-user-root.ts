import { isRootHarmless } from './support/security-context.ts';
import { securityFieldRule } from './support/security-field.ts';

export const runAsUserRoot = securityFieldRule(
  {
    path: ['runAsUser'],
    levels: 'both',
    isForbidden: (value, { workload }, version) => value === 0 && !isRootHarmless(workload, version),
    repairs: [{ set: '1000' }, 'delete'],
  },
  {
    id: 'kubernetes/run-as-user-root',
    title: 'Run as root by its number',
    why: '`runAsUser: 0` starts the process as root whatever the image says, so one flaw in the runtime or the kernel hands over the node. Choose a user above 0 whom the files of the program allow. In a user namespace of its own (`hostUsers: false`) root of the pod is nobody on the node.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-restricted'],
    messages: {
      set: '`runAsUser: 0` runs {subject} as root. Choose another user, for example 1000.',
    },
    aliases: ['kyverno:require-run-as-non-root-user', 'psa:runasuser', 'trivy:KSV-0105'],
    references: ['PSS restricted runAsUser', 'CWE-250', 'https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
    fix: 'suggested',

    since: '0.2.0',
    status: 'preview',
  },
);

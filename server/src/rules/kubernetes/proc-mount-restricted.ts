import { isRootHarmless } from './support/security-context.ts';
import { securityFieldRule } from './support/security-field.ts';

/** What `proc-mount` leaves out. */
export const procMountRestricted = securityFieldRule(
  {
    path: ['procMount'],
    levels: 'container',
    isForbidden: (value, { workload }, version) =>
      typeof value === 'string' && value !== 'Default' && isRootHarmless(workload, version),
    repairs: ['delete', { set: 'Default' }],
  },
  {
    id: 'kubernetes/proc-mount-restricted',
    title: 'Unmasked /proc in a user namespace',
    why: 'A user namespace (`hostUsers: false`) makes an unmasked `/proc` bearable, which is why the Baseline Pod Security Standard allows it there from 1.35. Restricted never does: files below `/proc` still tell about the node. Delete the setting unless the pod runs nested containers.',
    severity: 'low',
    confidence: 'high',
    profiles: ['pss-restricted'],
    messages: {
      set: '`procMount` opens the parts of `/proc` to {subject} that the runtime hides, which the Restricted Pod Security Standard forbids. Delete the setting.',
    },
    aliases: ['psa:procmount_restricted'],
    references: ['PSS restricted procMount', 'CWE-668', 'https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
    fix: 'suggested',

    since: '0.2.0',
    status: 'preview',
  },
);

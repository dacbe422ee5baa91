import { kubernetesRule } from '../../engine/rule.ts';
import { CONTAINER_SELINUX_TYPES } from '../../knowledge/pod-security.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { forbiddenSettings, type SecurityField } from './support/security-field.ts';
import { isAllowedSince } from './support/version.ts';

const identity = (name: string): SecurityField => ({
  path: ['seLinuxOptions', name],
  levels: 'both',
  isForbidden: (value) => typeof value === 'string' && value !== '',
  repairs: ['delete'],
});

const TYPE: SecurityField = {
  path: ['seLinuxOptions', 'type'],
  levels: 'both',
  isForbidden: (value, _, version) => typeof value === 'string' && !isAllowedSince(CONTAINER_SELINUX_TYPES, value, version),
  repairs: ['delete', { set: 'container_t' }],
};

export const selinuxOptions = kubernetesRule(
  {
    id: 'kubernetes/selinux-options',
    title: 'SELinux label with privileges',
    why: 'On nodes with SELinux the type of a process decides what it may touch, and container runtimes choose `container_t`. Types such as `spc_t` lift the separation from the node, and a user or role of SELinux may bring rights of its own. Delete the setting. The Baseline Pod Security Standard allows the types of containers and the level.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-baseline', 'pss-restricted'],
    messages: {
      type: 'The SELinux type `{value}` of {subject} is none of those for containers. Delete the setting.',
      identity: '{subject} sets the SELinux {name} `{value}`. Delete the setting; the runtime chooses it.',
    },
    aliases: ['gatekeeper:psp/selinux', 'kyverno:disallow-selinux', 'psa:selinuxoptions', 'trivy:KSV-0025'],
    references: [
      'PSS baseline seLinuxOptions',
      'CWE-266',
      'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    ],
    fix: 'suggested',

    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const { holder, value, span, fixes, key } of forbiddenSettings(context, TYPE))
      yield { message: 'type', data: { value, subject: holder.subject }, span, fixes, key };
    for (const name of ['user', 'role']) {
      for (const { holder, value, span, fixes, key } of forbiddenSettings(context, identity(name))) {
        const subject = holder.subject.replace(/^c/, 'C');
        yield { message: 'identity', data: { name, value, subject }, span, fixes, key };
      }
    }
  }),
);

import { securityFieldRule } from './support/security-field.ts';

export const windowsHostProcess = securityFieldRule(
  {
    path: ['windowsOptions', 'hostProcess'],
    levels: 'both',
    isForbidden: (value) => value === true,
    repairs: ['delete', { set: 'false' }],
  },
  {
    id: 'kubernetes/windows-host-process',
    title: 'Container as a process of its Windows node',
    why: '`hostProcess: true` starts the container as a process of its Windows node, with the access of an administrator to it. Only agents that manage the node need it. Delete the setting; the Baseline Pod Security Standard forbids it.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-baseline', 'pss-restricted', 'cis'],
    messages: {
      set: '`hostProcess: true` runs {subject} as a process of its Windows node. Delete the setting.',
    },
    aliases: [
      'gatekeeper:psp/host-process',
      'kubescape:set-hostprocess-true',
      'kyverno:disallow-host-process',
      'polaris:hostProcess',
      'psa:windowshostprocess',
      'trivy:KSV-0103',
    ],
    references: [
      'PSS baseline windowsHostProcess',
      'CIS Kubernetes 5.2.11',
      'CWE-250',
      'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    ],
    fix: 'suggested',

    since: '0.2.0',
    status: 'preview',
  },
);

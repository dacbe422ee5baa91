import { roleRule } from './support/role-permission.ts';

export const rbacCreatePv = roleRule(
  {
    id: 'kubernetes/rbac-create-pv',
    title: 'Role creates PersistentVolumes',
    why: 'A PersistentVolume can be a directory of a node, so who creates one reads and writes the files of every node through a claim, past the Pod Security Standards that forbid `hostPath` in pods. Leave it to the storage provisioner and to administrators.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: { granted: '{role} may {right}, also ones that are directories of a node. Leave that to the storage provisioner.' },
    aliases: ['kubescape:rule-can-create-pv'],
    references: [
      'CIS Kubernetes 5.1.9',
      'CWE-250',
      'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#persistent-volume-creation',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  [{ groups: [''], resources: ['persistentvolumes'], verbs: ['create'], allows: 'create PersistentVolumes' }],
);

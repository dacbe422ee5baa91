import { lowIdRule } from './support/low-id.ts';

export const lowGid = lowIdRule('runAsGroup', {
  id: 'kubernetes/low-gid',
  title: 'Low group ID, which a group of the node may have',
  why: 'A group of the container that has the same number as a group of the node reaches what that group reaches there, should the process break out or a volume be shared. Numbers from 10000 on belong to nobody on most nodes. The rule is a policy for teams that want it.',
  severity: 'info',
  confidence: 'high',
  profiles: [],
  messages: {
    low: '`runAsGroup: {id}` may be a group of the node. Choose a number from 10000 on.',
    unset: 'Container `{container}` runs as the group that its image names. Set `runAsGroup: 10001`.',
  },
  aliases: ['kube-score:Container Security Context User Group ID', 'trivy:KSV-0021'],
  references: ['CWE-250', 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  fix: 'suggested',
  tags: ['hint'],
  since: '0.2.0',
  status: 'preview',
});

import { lowIdRule } from './support/low-id.ts';

export const lowUid = lowIdRule('runAsUser', {
  id: 'kubernetes/low-uid',
  title: 'Low user ID, which a user of the node may have',
  why: 'A user of the container that has the same number as a user of the node owns what that user owns there, should the process break out or a volume be shared. Numbers from 10000 on belong to nobody on most nodes. The rule is a policy for teams that want it.',
  severity: 'info',
  confidence: 'high',
  profiles: [],
  messages: {
    low: '`runAsUser: {id}` may be a user of the node. Choose a number from 10000 on.',
    unset: 'Container `{container}` runs as the user that its image names. Set `runAsUser: 10001`.',
  },
  aliases: [
    'checkov:CKV_K8S_40',
    'kics:containers_run_with_low_uid',
    'kube-score:Container Security Context User Group ID',
    'trivy:KSV-0020',
  ],
  references: ['CWE-250', 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  fix: 'suggested',
  tags: ['hint'],
  since: '0.2.0',
  status: 'preview',
});

import { podFlagRule } from './support/pod-flag.ts';

export const shareProcessNamespace = podFlagRule('shareProcessNamespace', {
  id: 'kubernetes/share-process-namespace',
  title: 'Containers of a pod see the processes of each other',
  why: 'With `shareProcessNamespace: true` each container of the pod sees the processes of the others, with their arguments, and through `/proc` also their files and environment as far as users allow. Whoever breaks into one has a way into all. Leave it to pods that are being debugged.',
  severity: 'low',
  confidence: 'high',
  profiles: ['recommended', 'strict'],
  messages: { set: 'The containers of {workload} see the processes of each other. Delete the setting.' },
  aliases: [],
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/', 'CWE-668'],
  fix: 'suggested',
  since: '0.2.0',
  status: 'preview',
});

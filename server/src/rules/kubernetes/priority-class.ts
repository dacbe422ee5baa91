import { podFieldRule } from './support/pod-field.ts';

export const priorityClass = podFieldRule(['priorityClassName'], {
  id: 'kubernetes/priority-class',
  title: 'Pod without a priority',
  why: 'When a cluster is full, the scheduler evicts pods of a lower priority for those of a higher one, and the kubelet considers it under pressure. Pods that name no class all have the same, so what matters most is not kept. Define PriorityClasses and name one; the rule is off by default because they are the cluster’s own.',
  severity: 'info',
  confidence: 'high',
  profiles: [],
  messages: { unset: '{workload} has no priority of its own. Set `priorityClassName`.' },
  aliases: ['kube-linter:priority-class-name', 'kyverno:require-pod-priorityclassname', 'polaris:priorityClassNotSet'],
  references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/'],
  fix: 'none',
  tags: ['hint'],
  since: '0.2.0',
  status: 'preview',
});

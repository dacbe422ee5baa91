import { lookup } from '../../model/kubernetes/index.ts';
import { podFieldRule } from './support/pod-field.ts';

export const nodeAffinity = podFieldRule(
  ['affinity', 'nodeAffinity'],
  {
    id: 'kubernetes/node-affinity',
    title: 'Pod that runs on any node',
    why: 'A cluster whose nodes differ, in architecture, disks, zones or trust, needs its pods to say where they belong. Set a `nodeAffinity` or a `nodeSelector`. Most clusters do without, so the rule is off by default.',
    severity: 'info',
    confidence: 'medium',
    profiles: [],
    messages: { unset: '{workload} runs on any node. Set a `nodeAffinity` or a `nodeSelector`.' },
    aliases: ['kube-linter:no-node-affinity'],
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/'],
    fix: 'none',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  { applies: ({ spec }) => ['nodeSelector', 'nodeName'].every((field) => lookup(spec, field).state === 'absent') },
);

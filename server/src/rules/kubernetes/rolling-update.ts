import { kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Workload } from '../../model/kubernetes/index.ts';
import { asScalar, at, isNull, setPath } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';

/** Where each kind says how it updates its pods. */
const STRATEGIES: ReadonlyMap<string, string> = new Map([
  ['Deployment', 'strategy'],
  ['DaemonSet', 'updateStrategy'],
  ['StatefulSet', 'updateStrategy'],
]);

export const rollingUpdate = kubernetesRule(
  {
    id: 'kubernetes/rolling-update',
    title: 'Update that is not rolling',
    why: 'With `Recreate` all pods of a Deployment stop before the first new one starts, so each update is an outage; with `OnDelete` an update changes nothing until somebody deletes the pods, and fixes of security holes wait for that. Use `RollingUpdate` unless only one pod may run at a time, as with a volume that only one can mount.',
    severity: 'info',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      recreate: '{workload} stops all of its pods before it starts new ones, so each update is an outage. Use `RollingUpdate`.',
      manual: '{workload} is only updated where somebody deletes its pods. Use `RollingUpdate`.',
    },
    aliases: ['kube-linter:no-rolling-update-strategy', 'kube-score:Deployment Strategy', 'kubescape:no-rolling-update-strategy'],
    references: ['Kubescape C-0305', 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    for (const workload of model.workloads) {
      const { resource, title, key } = workload;
      const field = STRATEGIES.get(resource.kind);
      const found = field === undefined ? undefined : lookup(resource.node, 'spec', field, 'type');
      const type = found?.state === 'present' ? asScalar(found.node) : undefined;
      if (!type || field === undefined) continue;
      const message = type.text === 'Recreate' ? 'recreate' : type.text === 'OnDelete' ? 'manual' : undefined;
      if (!message || (message === 'recreate' && hasClaim(workload))) continue;
      const edits = setPath(editSource(file, resource), resource.node, ['spec', field, 'type'], 'RollingUpdate');
      // With a single pod there is little to roll, which is the next thing to change.
      const fixes = fixOf('Use `RollingUpdate`', 'suggested', edits).map((fix) => ({
        ...fix,
        leaves: ['kubernetes/min-replicas'],
      }));
      yield { message, data: { workload: title }, span: type.span, fixes, key };
    }
  },
);

/** A volume that one node, or one pod, mounts has to be free before the next pod starts. */
const hasClaim = ({ volumes }: Workload): boolean => volumes.some(({ node }) => !isNull(at(node, 'persistentVolumeClaim')));

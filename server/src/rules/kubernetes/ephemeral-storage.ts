import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { lookup, mountsOf, type Workload } from '../../model/kubernetes/index.ts';
import { at, setPath, stringOf } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { placeOf, targetsOf } from './support/targets.ts';

const LIMIT = ['resources', 'limits', 'ephemeral-storage'] as const;

export const ephemeralStorage = kubernetesRule(
  {
    id: 'kubernetes/ephemeral-storage',
    title: 'Container may fill the disk of its node',
    why: 'Logs, the writable layer of a container and its `emptyDir` volumes all lie on the disk of the node. Without a limit one container fills it, and the kubelet then evicts other pods as well. Limit `ephemeral-storage`, and give each `emptyDir` a `sizeLimit`.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: {
      unset: 'Container `{container}` may fill the disk of its node. Set `resources.limits.ephemeral-storage`.',
      volume: 'The `emptyDir` volume `{volume}` may fill the disk of its node. Set its `sizeLimit`.',
    },
    aliases: [
      'gatekeeper:general/ephemeralstoragelimit',
      'kube-score:Container Ephemeral Storage Request and Limit',
      'kyverno:require-emptydir-requests-and-limits',
    ],
    references: ['https://kubernetes.io/docs/concepts/storage/ephemeral-storage/', 'CWE-770'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ file, model }) {
    for (const { workload, container, name } of targetsOf(model)) {
      if (container.isPartial || container.list === 'ephemeralContainers') continue;
      const found = lookup(container.node, ...LIMIT);
      if (found.state !== 'absent') continue;
      const edits = setPath(editSource(file, workload.resource), container.node, LIMIT, '1Gi');
      const fixes = fixOf('Limit `ephemeral-storage` to 1Gi', 'suggested', edits);
      yield { message: 'unset', data: { container: name }, span: placeOf(found, container), fixes, key: container.key };
    }
    for (const workload of model.workloads) yield* unboundedVolumes(file, workload);
  }),
);

/** The `emptyDir` volumes that a container without a limit of its own mounts. What lies in memory counts as memory. */
function* unboundedVolumes(file: Context<'kubernetes'>['file'], { resource, volumes, containers, isPartial, key }: Workload) {
  if (isPartial) return;
  const unlimited = containers.filter(({ node }) => lookup(node, ...LIMIT).state === 'absent');
  const mounted = new Set(unlimited.flatMap((container) => mountsOf(container).map(({ name }) => name.text)));
  for (const { name, node } of volumes) {
    const volume = lookup(node, 'emptyDir');
    if (name === undefined || !mounted.has(name) || volume.state !== 'present' || volume.node.kind !== 'mapping') continue;
    if (lookup(node, 'emptyDir', 'sizeLimit').state !== 'absent' || stringOf(at(volume.node, 'medium')) === 'Memory') continue;
    const edits = setPath(editSource(file, resource), node, ['emptyDir', 'sizeLimit'], '1Gi');
    const fixes = fixOf('Set `sizeLimit: 1Gi`', 'suggested', edits);
    yield {
      message: 'volume',
      data: { volume: name },
      span: volume.entry.key.span,
      fixes,
      key: `${key}/volumes/${name}`,
    } as const;
  }
}

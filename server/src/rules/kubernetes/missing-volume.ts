import { kubernetesRule } from '../../engine/rule.ts';
import { lookup, mountsOf, type Workload } from '../../model/kubernetes/index.ts';
import { at, itemsOf, replaceScalar, stringOf } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { nearestName } from './support/nearest-name.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { targetsIn } from './support/targets.ts';

export const missingVolume = kubernetesRule(
  {
    id: 'kubernetes/missing-volume',
    title: 'Mount without its volume, or volume without a mount',
    why: 'A container can only mount volumes that its pod declares under `volumes` (a StatefulSet also those of its `volumeClaimTemplates`). Kubernetes rejects the pod otherwise. A declared volume that no container mounts is usually the other half of the same slip.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      missing: 'Container `{container}` mounts the volume `{volume}`, which the pod does not have. Declare it under `volumes`.',
      misspelt: 'Container `{container}` mounts the volume `{volume}`, which the pod does not have. Did you mean `{nearest}`?',
      unmounted:
        'Container `{container}` mounts the volume `{volume}`, which the pod does not have. Nothing mounts its volume `{nearest}`.',
      unused: 'No container mounts the volume `{volume}`.',
    },
    aliases: [],
    references: ['https://kubernetes.io/docs/concepts/storage/volumes/'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  oncePerSpan(function* ({ file, model }) {
    for (const workload of model.workloads) {
      const names = declared(workload);
      if (!names) continue;
      const source = editSource(file, workload.resource);
      const mounted = new Set<string>();
      const spare = onlySpare(workload, names);
      for (const { container, name: owner } of targetsIn(workload)) {
        for (const { name: node } of mountsOf(container)) {
          const volume = node.text;
          mounted.add(volume);
          if (names.has(volume) || volume === '') continue;
          const alike = nearestName(volume, names);
          const near = alike ?? spare;
          const where = { span: node.span, key: `${container.key}/${volume}` };
          const data = { container: owner, volume };
          if (near === undefined) yield { message: 'missing', data, ...where };
          else {
            // The volume that was meant is not unused as well.
            mounted.add(near);
            const fixes = fixOf(`Mount \`${near}\``, 'suggested', replaceScalar(source, node, near));
            yield { message: alike === undefined ? 'unmounted' : 'misspelt', data: { ...data, nearest: near }, fixes, ...where };
          }
        }
      }
      for (const { name, nameNode } of workload.volumes) {
        if (name === undefined || !nameNode || mounted.has(name)) continue;
        yield {
          message: 'unused',
          data: { volume: name },
          span: nameNode.span,
          severity: 'info',
          key: `${workload.key}/volumes/${name}`,
        };
      }
    }
  }),
);

/** The names that the pod's containers may mount; undefined when some are not known. */
function declared({ isPartial, spec, volumes, containers, resource }: Workload): ReadonlySet<string> | undefined {
  if (isPartial || containers.some((container) => container.isPartial)) return undefined;
  const found = lookup(spec, 'volumes');
  if (found.state === 'unknown' || volumes.some(({ name }) => name === undefined)) return undefined;
  const listed = found.state === 'present' ? itemsOf(found.node).length : 0;
  if (listed !== volumes.length) return undefined;
  const claims = resource.kind === 'StatefulSet' ? itemsOf(at(resource.node, 'spec', 'volumeClaimTemplates')) : [];
  return new Set([
    ...volumes.flatMap(({ name }) => name ?? []),
    ...claims.flatMap((claim) => stringOf(at(claim, 'metadata', 'name')) ?? []),
  ]);
}

/** The one volume that nobody mounts, if there is exactly one and exactly one name is missing: it was declared for something. */
function onlySpare({ volumes, containers }: Workload, names: ReadonlySet<string>): string | undefined {
  const mounted = new Set(containers.flatMap((container) => mountsOf(container).map(({ name }) => name.text)));
  const [first, second] = volumes.filter(({ name }) => name !== undefined && !mounted.has(name));
  const missing = [...mounted].filter((name) => name !== '' && !names.has(name));
  return second || missing.length > 1 ? undefined : first?.name;
}

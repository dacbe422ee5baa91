import { kubernetesRule } from '../../engine/rule.ts';
import { lookup, mountsOf, type Volume } from '../../model/kubernetes/index.ts';
import { at, stringOf } from '../../model/yaml/index.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { targetsOf } from './support/targets.ts';

/** What a volume can be whose content others share, with the key that names it. */
const SOURCES = [
  { field: 'secret', label: 'Secret', name: 'secretName' },
  { field: 'configMap', label: 'ConfigMap', name: 'name' },
  { field: 'persistentVolumeClaim', label: 'PersistentVolumeClaim', name: 'claimName' },
] as const;

export const workloadMounts = kubernetesRule(
  {
    id: 'kubernetes/workload-mounts',
    title: 'Mount of a Secret, a ConfigMap or a claim',
    why: 'Whoever takes over a container has what is mounted in it. This inventory shows which containers hold Secrets, configuration and persistent data, so that a review can ask whether each of them needs it. It is off unless somebody turns it on.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: { mounts: 'Container `{container}` mounts the {what} at `{path}`.' },
    aliases: [],
    references: [
      'Kubescape C-0255',
      'Kubescape C-0257',
      'Kubescape C-0258',
      'https://kubernetes.io/docs/concepts/storage/volumes/',
    ],
    fix: 'none',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ model }) {
    for (const { workload, container, name } of targetsOf(model)) {
      const volumes = new Map(workload.volumes.map((volume) => [volume.name, volume]));
      for (const mount of mountsOf(container)) {
        const what = sourceOf(volumes.get(mount.name.text));
        if (what === undefined) continue;
        const path =
          stringOf(at(mount.node, 'mountPath')) ?? stringOf(at(mount.node, 'devicePath')) ?? 'a path that is not literal';
        yield {
          message: 'mounts',
          data: { container: name, what, path },
          span: mount.name.span,
          key: `${container.key}/${mount.name.text}`,
        };
      }
    }
  }),
);

function sourceOf(volume: Volume | undefined): string | undefined {
  for (const { field, label, name } of SOURCES) {
    const found = volume ? lookup(volume.node, field) : undefined;
    if (found?.state !== 'present') continue;
    const text = stringOf(at(found.node, name));
    return text === undefined ? label : `${label} \`${text}\``;
  }
  return undefined;
}

import { kubernetesRule } from '../../engine/rule.ts';
import { setPath } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { hostVolumesOf, writableMounts } from './support/host-mounts.ts';
import { coveredByItsPath } from './support/node-risks.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { targetsOf } from './support/targets.ts';

export const hostPathWritable = kubernetesRule(
  {
    id: 'kubernetes/host-path-writable',
    title: 'Directory of the node mounted for writing',
    why: 'A container that may write to a directory of its node can leave behind programs and settings that the node will use, and so gets out of its container; links that it puts into a log directory show it files of the node. Mount the directory read-only, or keep the data in an `emptyDir` or a PersistentVolumeClaim.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      writable:
        'Container `{container}` may write to the directory of the node that is the volume `{volume}`. Set `readOnly: true`.',
    },
    aliases: [
      'kics:volume_mount_with_os_directory_write_permissions',
      'kube-linter:writable-host-mount',
      'kubescape:alert-rw-hostpath',
      'kyverno:ensure-readonly-hostpath',
    ],
    references: ['Kubescape C-0045', 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath', 'CWE-732'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ file, model }) {
    const hostVolumes = new Map(model.workloads.map((workload) => [workload, hostVolumesOf(workload)]));
    for (const { workload, container, name: owner } of targetsOf(model)) {
      for (const { name, node, volume, setting } of writableMounts(
        container,
        hostVolumes.get(workload) ?? new Map<string, never>(),
      )) {
        const edits = setPath(editSource(file, workload.resource), node, ['readOnly'], 'true');
        yield {
          message: 'writable',
          data: { container: owner, volume: name.text },
          span: setting ? setting.node.span : name.span,
          fixes: fixOf('Set `readOnly: true`', 'suggested', edits),
          key: `${container.key}/volumeMounts/${name.text}`,
          ...coveredByItsPath(volume.node),
        };
      }
    }
  }),
);

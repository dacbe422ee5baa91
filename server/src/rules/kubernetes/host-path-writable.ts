import { kubernetesRule } from '../../engine/rule.ts';
import { booleanAt, lookup, mountsOf, type Workload } from '../../model/kubernetes/index.ts';
import { setPath, stringOf, at } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { isHostPath } from './support/host-paths.ts';
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
        'Container `{container}` may write to the directory of the node behind the volume `{volume}`. Set `readOnly: true`.',
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
    const hostPaths = new Map(model.workloads.map((workload) => [workload, hostPathNames(workload)]));
    for (const { workload, container, name: owner } of targetsOf(model)) {
      const volumes = hostPaths.get(workload);
      if (!volumes || volumes.size === 0) continue;
      for (const { name, node } of mountsOf(container)) {
        if (!volumes.has(name.text)) continue;
        const setting = booleanAt(node, 'readOnly');
        if (setting === 'unknown' || setting?.value || lookup(node, 'devicePath').state !== 'absent') continue;
        if (!setting && (container.isPartial || isReadOnly(stringOf(at(node, 'recursiveReadOnly'))))) continue;
        const edits = setPath(editSource(file, workload.resource), node, ['readOnly'], 'true');
        yield {
          message: 'writable',
          data: { container: owner, volume: name.text },
          span: setting ? setting.node.span : name.span,
          fixes: fixOf('Set `readOnly: true`', 'suggested', edits),
          key: `${container.key}/volumeMounts/${name.text}`,
        };
      }
    }
  }),
);

const hostPathNames = ({ volumes }: Workload): ReadonlySet<string | undefined> =>
  new Set(volumes.filter(isHostPath).map(({ name }) => name));

/** Either word of `recursiveReadOnly` says that the mount is meant to be read-only. */
const isReadOnly = (recursive: string | undefined): boolean => recursive === 'Enabled' || recursive === 'IfPossible';

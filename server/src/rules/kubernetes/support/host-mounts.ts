import { booleanAt, type Container, lookup, mountsOf, type Workload } from '../../../model/kubernetes/index.ts';
import { at, stringOf } from '../../../model/yaml/index.ts';
import { isHostPath } from './host-paths.ts';

/** The volumes of a pod that are directories of its node, by name. */
export const hostVolumesOf = ({ volumes }: Workload) =>
  new Map(volumes.filter(isHostPath).flatMap((volume) => (volume.name === undefined ? [] : [[volume.name, volume] as const])));

/** The mounts by which a container may write to one of these volumes, each with its setting `readOnly: false` if it has one. */
export function* writableMounts(container: Container, volumes: ReturnType<typeof hostVolumesOf>) {
  if (volumes.size === 0) return;
  for (const { name, node } of mountsOf(container)) {
    const volume = volumes.get(name.text);
    if (!volume) continue;
    const setting = booleanAt(node, 'readOnly');
    if (setting === 'unknown' || setting?.value || lookup(node, 'devicePath').state !== 'absent') continue;
    if (!setting && (container.isPartial || isReadOnly(stringOf(at(node, 'recursiveReadOnly'))))) continue;
    yield { name, node, volume, setting };
  }
}

/** The names of the directories of the node that some container of a pod may write to. */
export function writableHostVolumes(workload: Workload): ReadonlySet<string> {
  const volumes = hostVolumesOf(workload);
  return new Set(
    workload.containers.flatMap((container) => [...writableMounts(container, volumes)].map(({ name }) => name.text)),
  );
}

/** Either word of `recursiveReadOnly` says that the mount is meant to be read-only. */
const isReadOnly = (recursive: string | undefined): boolean => recursive === 'Enabled' || recursive === 'IfPossible';

import { kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Resource } from '../../model/kubernetes/index.ts';
import { asMapping, at, type NewValue, replaceEntry } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { writableHostVolumes } from './support/host-mounts.ts';
import { hostPathOf } from './support/host-paths.ts';
import { coveredByItsPath, runtimeAt } from './support/node-risks.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { summedUpBy } from './support/summed-up-by.ts';
import { titleOf } from './support/resource-title.ts';

export const hostPath = kubernetesRule(
  {
    id: 'kubernetes/host-path',
    title: 'Directory of the node mounted',
    why: 'A `hostPath` volume gives the pod files of its node. Depending on the path it reads credentials of the kubelet, controls the container runtime, or fills the disk of the node. Use an `emptyDir` for scratch space and a PersistentVolumeClaim for data. The Baseline Pod Security Standard forbids it.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-baseline', 'pss-restricted', 'cis'],
    messages: {
      volume: 'Volume `{volume}` of {workload} is a directory of the node. Use an `emptyDir` or a PersistentVolumeClaim.',
      persistent:
        '{volume} is a directory of one node, open to every pod that claims it. Use a storage class or a `local` volume.',
    },
    aliases: [
      'kics:non_kube_system_pod_with_host_mount',
      'kubescape:alert-any-hostpath',
      'kyverno:disallow-host-path',
      // At the Restricted level this check tells of them instead.
      'kyverno:restrict-volume-types',
      'polaris:hostPathSet',
      'psa:hostpathvolumes',
      'psa:restrictedvolumes',
      'trivy:KSV-0023',
    ],
    references: ['PSS baseline hostPathVolumes', 'CIS Kubernetes 5.2.12', 'CWE-668'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  oncePerSpan(function* ({ file, model }) {
    for (const workload of model.workloads) {
      const { resource, title, volumes, key } = workload;
      const writable = writableHostVolumes(workload);
      for (const [index, { name: claimName, node }] of volumes.entries()) {
        const name = claimName ?? `volumes[${index}]`;
        const found = lookup(node, 'hostPath');
        if (found.state !== 'present') continue;
        const { entry } = found;
        // Only where the volume itself holds the mapping: through an alias others would change with it.
        const replaced = (type: string, value: NewValue) =>
          entry.value?.kind === 'mapping' ? replaceEntry(editSource(file, resource), node, entry, type, value) : undefined;
        const claim = claimName === undefined ? undefined : replaced('persistentVolumeClaim', { claimName });
        const path = hostPathOf(node);
        // Nothing else is in the place of a socket.
        const isSocket = path !== undefined && runtimeAt(path)?.by === 'socket';
        const fixes = isSocket
          ? []
          : [
              ...fixOf('Use an `emptyDir`', 'suggested', replaced('emptyDir', {})),
              ...fixOf(`Use the PersistentVolumeClaim \`${name}\`, to be created`, 'manual', claim),
            ];
        yield {
          message: 'volume',
          data: { volume: name, workload: title },
          span: found.entry.key.span,
          fixes,
          key: `${key}/volumes/${name}`,
          ...(writable.has(name) ? summedUpBy('kubernetes/host-path-writable') : {}),
          ...coveredByItsPath(node),
        };
      }
    }
    for (const resource of model.resources) yield* persistentVolume(resource);
  }),
);

function* persistentVolume(resource: Resource) {
  const { kind, group, name = '', node } = resource;
  if (kind !== 'PersistentVolume' || group !== '') return;
  const spec = asMapping(at(node, 'spec'));
  const found = spec && lookup(spec, 'hostPath');
  if (found?.state !== 'present') return;
  const where = { span: found.entry.key.span, key: `PersistentVolume/${name}` };
  yield { message: 'persistent', data: { volume: titleOf(resource) }, ...where, ...coveredByItsPath(spec) } as const;
}

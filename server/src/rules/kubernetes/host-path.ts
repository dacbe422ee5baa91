import { kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Resource } from '../../model/kubernetes/index.ts';
import type { Edits, YamlMapping } from '../../model/yaml/index.ts';
import { fixOf } from './support/edits.ts';

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
        'PersistentVolume `{volume}` is a directory of one node, open to every pod that claims it. Use a storage class or a `local` volume.',
    },
    aliases: [
      'kics:non_kube_system_pod_with_host_mount',
      'kubescape:alert-any-hostpath',
      'kyverno:disallow-host-path',
      'polaris:hostPathSet',
      'psa:hostpathvolumes',
      'trivy:KSV-0023',
    ],
    references: ['PSS baseline hostPathVolumes', 'CIS Kubernetes 5.2.12', 'CWE-668'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ model }) {
    for (const { title, volumes, key } of model.workloads) {
      for (const { name = 'without a name', node } of volumes) {
        const found = lookup(node, 'hostPath');
        if (found.state !== 'present') continue;
        const fixes = fixOf('Use an `emptyDir`', 'suggested', emptyDir(found, node));
        yield {
          message: 'volume',
          data: { volume: name, workload: title },
          span: found.entry.key.span,
          fixes,
          key: `${key}/volumes/${name}`,
        };
      }
    }
    for (const resource of model.resources) yield* persistentVolume(resource);
  },
);

/** Only where the volume itself holds the key: through an alias or a merge others would change with it. */
function emptyDir({ entry }: { readonly entry: YamlMapping['entries'][number] }, node: YamlMapping): Edits {
  if (!node.entries.includes(entry) || entry.value?.kind !== 'mapping') return undefined;
  const quote = entry.key.kind === 'scalar' && entry.key.style === 'double' ? '"' : '';
  return [{ span: entry.span, newText: `${quote}emptyDir${quote}: {}` }];
}

function* persistentVolume({ kind, group, name = 'without a name', node }: Resource) {
  if (kind !== 'PersistentVolume' || group !== '') return;
  const found = lookup(node, 'spec', 'hostPath');
  if (found.state !== 'present') return;
  yield { message: 'persistent', data: { volume: name }, span: found.entry.key.span, key: `PersistentVolume/${name}` } as const;
}

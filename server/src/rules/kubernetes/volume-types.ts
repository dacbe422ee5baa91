import { kubernetesRule } from '../../engine/rule.ts';
import { RESTRICTED_VOLUME_TYPES } from '../../knowledge/volume-types.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { oncePerSpan } from './support/once-per-span.ts';

export const volumeTypes = kubernetesRule(
  {
    id: 'kubernetes/volume-types',
    title: 'Volume of a type that pods should not name',
    why: 'Volumes such as `nfs`, `iscsi` or `gitRepo` name a server or disk in the pod itself, so whoever may create pods chooses what the node connects to, often as root and with code of the kernel. Let an administrator describe the storage in a PersistentVolume or a storage class, and claim it. The Restricted Pod Security Standard demands that.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-restricted'],
    messages: {
      type: 'Volume `{volume}` of {workload} has the type `{type}`, which the Restricted Pod Security Standard forbids. Use a PersistentVolumeClaim.',
    },
    aliases: ['kyverno:restrict-volume-types', 'psa:restrictedvolumes', 'trivy:KSV-0028'],
    references: ['PSS restricted restrictedVolumes', 'CWE-284'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ model }) {
    for (const { title, volumes, key } of model.workloads) {
      for (const [index, { name = `volumes[${index}]`, node }] of volumes.entries()) {
        for (const type of RESTRICTED_VOLUME_TYPES) {
          const found = lookup(node, type);
          if (found.state !== 'present') continue;
          const data = { volume: name, workload: title, type };
          yield { message: 'type', data, span: found.entry.key.span, key: `${key}/volumes/${name}` };
        }
      }
    }
  }),
);

import { kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { deletePath } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';

export const hostAliases = kubernetesRule(
  {
    id: 'kubernetes/host-aliases',
    title: 'Hosts file of a pod that overrides DNS',
    why: '`hostAliases` writes names and addresses into `/etc/hosts` of each container, past DNS. Nobody notices when the address changes or is given to someone else, and a name of another service can be led astray. Use DNS, or a Service with the type `ExternalName`.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { set: '{workload} writes names into `/etc/hosts` of its containers. Use DNS or a Service.' },
    aliases: ['trivy:KSV-0007'],
    references: ['https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/', 'CWE-350'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    for (const { resource, spec, title, key } of model.workloads) {
      const found = lookup(spec, 'hostAliases');
      if (found.state !== 'present' || found.node.kind !== 'sequence' || found.node.items.length === 0) continue;
      const fixes = fixOf('Delete `hostAliases`', 'suggested', deletePath(editSource(file, resource), spec, ['hostAliases']));
      yield { message: 'set', data: { workload: title }, span: found.entry.key.span, fixes, key };
    }
  },
);

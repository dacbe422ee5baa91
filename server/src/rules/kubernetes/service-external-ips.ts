import { kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { deletePath, itemsOf } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { keyOfResource, resourcesOfKind, titleOf } from './support/resource-title.ts';

export const serviceExternalIps = kubernetesRule(
  {
    id: 'kubernetes/service-external-ips',
    title: 'Service with external IPs',
    why: 'Every node sends what goes to an address in `externalIPs` to the pods of the Service, and nothing checks whose address that is: whoever may create a Service can take over the traffic of others (CVE-2020-8554). Delete the list and use a LoadBalancer or an Ingress. Where it must stay, let an admission policy allow certain addresses only.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: { set: '{service} takes the traffic of external IPs, which need not be its own. Delete `externalIPs`.' },
    aliases: ['gatekeeper:general/externalip', 'kyverno:restrict-external-ips', 'trivy:KSV-0108'],
    references: ['CVE-2020-8554', 'CIS Kubernetes 1.2.3', 'CWE-284', 'https://github.com/kubernetes/kubernetes/issues/97076'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    for (const resource of resourcesOfKind(model, 'Service', [''])) {
      const found = lookup(resource.node, 'spec', 'externalIPs');
      if (found.state !== 'present' || itemsOf(found.node).length === 0) continue;
      const edits = deletePath(editSource(file, resource), resource.node, ['spec', 'externalIPs']);
      yield {
        message: 'set',
        data: { service: titleOf(resource) },
        span: found.entry.key.span,
        fixes: fixOf('Delete `externalIPs`', 'suggested', edits),
        key: keyOfResource(resource),
      };
    }
  },
);

import { kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { at, stringOf } from '../../model/yaml/index.ts';
import { keyOfResource, resourcesOfKind, titleOf } from './support/resource-title.ts';

/** What a resolver answers with a loopback address (RFC 6761 for the names below `localhost`), and such addresses themselves. */
const LOOPBACK =
  /^(?:(?:[\w-]+\.)*localhost|localhost\.localdomain|localhost[46]|ip6-localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0)\.?$/i;

export const serviceExternalNameLocalhost = kubernetesRule(
  {
    id: 'kubernetes/service-external-name-localhost',
    title: 'Service that stands for localhost',
    why: 'A Service of type ExternalName is an alias that the client resolves, so `localhost` is the client itself. An ingress controller or API gateway that forwards to such a Service reaches its own administration ports, past every NetworkPolicy (CVE-2021-25740). Name the host that is really meant.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      localhost:
        '{service} stands for `{host}`, which is whoever asks: a proxy that forwards to it reaches its own ports. Name another host.',
    },
    aliases: ['kyverno:no-localhost-service'],
    references: ['CVE-2021-25740', 'CWE-441', 'https://github.com/kubernetes/kubernetes/issues/103675'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const resource of resourcesOfKind(model, 'Service', [''])) {
      if (stringOf(at(resource.node, 'spec', 'type')) !== 'ExternalName') continue;
      const found = lookup(resource.node, 'spec', 'externalName');
      if (found.state !== 'present' || found.node.kind !== 'scalar' || !LOOPBACK.test(found.node.text)) continue;
      const data = { service: titleOf(resource), host: found.node.text };
      yield { message: 'localhost', data, span: found.node.span, key: keyOfResource(resource) };
    }
  },
);

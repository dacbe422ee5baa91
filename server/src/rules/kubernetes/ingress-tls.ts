import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Resource } from '../../model/kubernetes/index.ts';
import { appendItem, asMapping, asScalar, at, replaceEntry, replaceScalar, setPath } from '../../model/yaml/index.ts';
import { annotationsOf } from './support/annotations.ts';
import { editSource, fixOf } from './support/edits.ts';
import { plainProtocol } from './support/gateway.ts';
import { ingressesOf, ingressRulesOf } from './support/ingress.ts';
import { keyOfResource, resourcesOfKind, titleOf } from './support/resource-title.ts';
import { covers, endsTlsElsewhere, hostSource, tlsOf } from './support/tls-hosts.ts';

const ALLOW_HTTP = 'kubernetes.io/ingress.allow-http';

export const ingressTls = kubernetesRule(
  {
    id: 'kubernetes/ingress-tls',
    title: 'Host served without TLS',
    why: 'Without TLS everybody on the way reads and changes what users send, passwords and session cookies included. Name a Secret with a certificate under `tls` and list every host of the rules there: a host that is missing is served without TLS, or with the certificate that the controller made for itself. A wildcard covers one label.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      missing: '{resource} serves its hosts without TLS. Name a certificate under `tls`.',
      uncovered: '{resource} has no certificate for `{host}`. List the host under `tls`.',
      plain: '{resource} is served without TLS as well. Set `kubernetes.io/ingress.allow-http: "false"`.',
      gateway: '{resource} listens without TLS only. Add a listener with a certificate, and send plain HTTP there.',
    },
    aliases: [
      'gatekeeper:general/httpsonly',
      'kubescape:ingress-no-tls',
      'kyverno:check-routes',
      'kyverno:ingress-host-match-tls',
      'kyverno:require-ingress-https',
      'polaris:tlsSettingsMissing',
    ],
    references: ['C-0263', 'CWE-319', 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { model } = context;
    for (const resource of ingressesOf(model)) yield* ofIngress(context, resource);
    for (const resource of resourcesOfKind(model, 'Route', ['route.openshift.io', ''])) {
      const found = lookup(resource.node, 'spec', 'tls');
      if (resource.isPartial || found.state !== 'absent' || !at(resource.node, 'spec', 'to')) continue;
      yield {
        message: 'missing',
        data: { resource: titleOf(resource) },
        span: found.near ?? resource.nameSpan,
        key: keyOfResource(resource),
      };
    }
    for (const resource of resourcesOfKind(model, 'Gateway', ['gateway.networking.k8s.io', 'networking.istio.io'])) {
      const protocol = resource.isPartial ? undefined : plainProtocol(resource);
      if (protocol)
        yield { message: 'gateway', data: { resource: titleOf(resource) }, span: protocol.span, key: keyOfResource(resource) };
    }
  },
);

function* ofIngress({ file }: Context<'kubernetes'>, resource: Resource) {
  const tls = tlsOf(resource);
  const hosts = new Map(
    ingressRulesOf(resource).flatMap((rule) => {
      const host = asScalar(at(rule, 'host'));
      return host && host.text !== '' ? [[host.text, host] as const] : [];
    }),
  );
  if (resource.isPartial || tls === 'unknown' || endsTlsElsewhere(resource)) return;
  const data = { resource: titleOf(resource) };
  const key = keyOfResource(resource);
  const source = editSource(file, resource);
  const written = [...hosts.keys()].map(hostSource(source.style));
  if (tls.length === 0) {
    const found = lookup(resource.node, 'spec', 'tls');
    const spec = asMapping(at(resource.node, 'spec'));
    if (!spec || !['rules', 'defaultBackend', 'backend'].some((name) => at(spec, name))) return;
    const secretName = `${resource.name ?? 'ingress'}-tls`;
    const value = [{ ...(written.length > 0 ? { hosts: written } : {}), secretName }];
    const edits =
      found.state === 'present'
        ? replaceEntry(source, spec, found.entry, 'tls', value)
        : setPath(source, spec, ['tls'], value, 'rules');
    const fixes = fixOf(`Use a certificate in the secret \`${secretName}\``, 'suggested', edits);
    const place = found.state === 'present' ? found.entry.key.span : found.state === 'absent' ? found.near : undefined;
    yield { message: 'missing', data, span: place ?? resource.nameSpan, fixes, key } as const;
    return;
  }
  const listed = new Set(tls.flatMap((entry) => entry.hosts.map((host) => host.toLowerCase())));
  const isForAll = tls.some((entry) => entry.hosts.length === 0);
  for (const [index, [host, node]] of [...hosts].entries()) {
    if (isForAll || covers(listed, host) || host.includes('{{')) continue;
    const list = tls.at(-1)?.list;
    const fixes = fixOf(
      `Add \`${host}\` to the hosts of the certificate`,
      'suggested',
      list && appendItem(source, list, written[index] ?? host),
    );
    yield { message: 'uncovered', data: { ...data, host }, span: node.span, fixes, key: `${key}/${host}` } as const;
  }
  const plain = annotationsOf(resource.node).find(({ name, value }) => name === ALLOW_HTTP && value === 'true');
  const scalar = asScalar(plain?.entry.value);
  if (scalar)
    yield {
      message: 'plain',
      data,
      span: scalar.span,
      fixes: fixOf('Set "false"', 'suggested', replaceScalar(source, scalar, 'false')),
      key: `${key}/http`,
    } as const;
}

import { TLS_ELSEWHERE } from '../../../knowledge/ingress-tls.ts';
import { lookup, type Resource } from '../../../model/kubernetes/index.ts';
import { asMapping, asScalar, itemsOf, type YamlSequence, type YamlStyle } from '../../../model/yaml/index.ts';
import { annotationsOf } from './annotations.ts';

/** One certificate of an Ingress. Without hosts it is for all of them. */
export interface TlsEntry {
  readonly hosts: readonly string[];
  readonly list: YamlSequence | undefined;
}

/** What stands under `tls` of an Ingress; `'unknown'` where part of it is not literal. */
export function tlsOf({ node }: Resource): readonly TlsEntry[] | 'unknown' {
  const found = lookup(node, 'spec', 'tls');
  if (found.state === 'absent') return [];
  if (found.state === 'unknown' || found.node.kind !== 'sequence') return 'unknown';
  const entries: TlsEntry[] = [];
  for (const item of itemsOf(found.node)) {
    const entry = asMapping(item);
    if (!entry) return 'unknown';
    const hosts = lookup(entry, 'hosts');
    if (hosts.state === 'absent') {
      entries.push({ hosts: [], list: undefined });
      continue;
    }
    if (hosts.state === 'unknown' || hosts.node.kind !== 'sequence') return 'unknown';
    const listed = itemsOf(hosts.node);
    // In quotes, what a template will write is text.
    const names = listed.flatMap((host) => asScalar(host)?.text ?? []).filter((name) => !name.includes('{{'));
    if (names.length < listed.length) return 'unknown';
    entries.push({ hosts: names, list: hosts.node });
  }
  return entries;
}

/** Whether certificates for `names`, which are in lower case, are good for `host`. A wildcard stands for exactly one label. */
export function covers(names: ReadonlySet<string>, host: string): boolean {
  const wanted = host.toLowerCase();
  const dot = wanted.indexOf('.');
  return names.has(wanted) || (dot >= 0 && names.has(`*${wanted.slice(dot)}`));
}

/** Whether something else than the `tls` section brings the certificate, as far as annotations tell. */
export const endsTlsElsewhere = ({ node }: Resource): boolean =>
  lookup(node, 'metadata', 'annotations').state === 'unknown' ||
  annotationsOf(node).some(({ name, value }) =>
    value === undefined ? TLS_ELSEWHERE.has(name) : TLS_ELSEWHERE.get(name)?.test(value),
  );

/** Writes a host as YAML source: one that starts with a star would be an alias. */
export const hostSource =
  ({ json }: YamlStyle) =>
  (host: string): string =>
    json || !host.startsWith('*') ? host : `'${host}'`;

import { span } from '../../base/span.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import { booleanAt, lookup, type Resource } from '../../model/kubernetes/index.ts';
import { deletePath, type YamlScalar } from '../../model/yaml/index.ts';
import { allowedRegistry } from '../support/registries.ts';
import { editSource, fixOf } from './support/edits.ts';
import { pieceOf, verbatimStart } from './support/scalar-text.ts';
import { titleOf, keyOfResource } from './support/resource-title.ts';

export const fluxSource = kubernetesRule(
  {
    id: 'kubernetes/flux-source',
    title: 'Flux source that anybody on the way can change',
    why: 'Flux applies what a source holds with its own rights. Over plain HTTP, or with a certificate that nobody checks, whoever sits between Flux and the source decides what runs in the cluster. Use HTTPS or SSH, and the registries that the configuration allows.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      plain: '{source} is fetched without encryption. Use HTTPS.',
      insecure: '`insecure: true` fetches {source} without encryption. Delete it.',
      registry: '{source} comes from `{registry}`, which the configuration does not allow.',
    },
    aliases: ['kyverno:verify-flux-sources', 'kyverno:verify-git-repositories'],
    references: ['CWE-319', 'CWE-494', 'https://fluxcd.io/flux/components/source/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    const allowed = env.allowedRegistries.map(allowedRegistry);
    for (const resource of model.resources) {
      if (!isSource(resource)) continue;
      const { node } = resource;
      const source = titleOf(resource);
      const key = keyOfResource(resource);
      const found = lookup(node, 'spec', 'url');
      const url = found.state === 'present' && found.node.kind === 'scalar' ? found.node : undefined;
      const scheme = /^(?:http|git):\/\//i.exec(url?.text ?? '')?.[0];
      if (url && scheme !== undefined && !isNear(url.text)) {
        const where = pieceOf(file.text, url, 0, scheme.length);
        const edits = verbatimStart(file.text, url) === undefined ? undefined : ([{ span: where, newText: 'https://' }] as const);
        yield { message: 'plain', data: { source }, span: where, fixes: fixOf('Use HTTPS', 'suggested', edits), key };
      }
      const insecure = booleanAt(node, 'spec', 'insecure');
      if (insecure !== undefined && insecure !== 'unknown' && insecure.value) {
        const fixes = fixOf(
          'Delete `insecure: true`',
          'suggested',
          deletePath(editSource(file, resource), node, ['spec', 'insecure']),
        );
        yield { message: 'insecure', data: { source }, span: insecure.node.span, fixes, key };
      }
      const repository = url && repositoryOf(url);
      if (!url || repository === undefined || allowed.length === 0 || allowed.some((one) => one.allows(repository))) continue;
      const registry = repository.split('/', 1)[0] ?? '';
      const start = verbatimStart(file.text, url);
      const place = start === undefined ? url.span : span(start + OCI.length, start + OCI.length + repository.length);
      yield { message: 'registry', data: { source, registry }, span: place, key };
    }
  },
);

const OCI = 'oci://';
const KINDS: ReadonlySet<string> = new Set(['GitRepository', 'HelmRepository', 'OCIRepository', 'Bucket', 'ImageRepository']);

const isSource = ({ group, kind }: Resource): boolean =>
  KINDS.has(kind) && (group === 'source.toolkit.fluxcd.io' || group === 'image.toolkit.fluxcd.io');

/** Inside the cluster or on this machine nobody sits in between whom HTTPS would keep out. */
const isNear = (url: string): boolean => /^[a-z]+:\/\/(?:localhost|127\.[\d.]+|[\w.-]+\.svc(?:\.[\w.-]+)?)(?:[:/]|$)/i.test(url);

/** What is not all literal names no registry. */
function repositoryOf({ text }: YamlScalar): string | undefined {
  const repository = text.startsWith(OCI) ? text.slice(OCI.length).toLowerCase() : '';
  return /^[\w.:/-]+$/.test(repository) ? repository : undefined;
}

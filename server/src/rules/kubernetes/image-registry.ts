import { kubernetesRule } from '../../engine/rule.ts';
import { RETIRED_REGISTRIES } from '../../knowledge/images/retired-registries.ts';
import { repositoryOfText } from '../../model/dockerfile/index.ts';
import { parseImage } from '../../model/kubernetes/index.ts';
import { allowedRegistry } from '../support/registries.ts';
import { fixOf } from './support/edits.ts';
import { imagesOf } from './support/images.ts';
import { coveredByIngressNginx } from './support/ingress-nginx.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { pieceOf, verbatimStart } from './support/scalar-text.ts';

export const imageRegistry = kubernetesRule(
  {
    id: 'kubernetes/image-registry',
    title: 'Image from a registry that is retired or not allowed',
    why: 'A registry that nobody looks after any more gets no corrected images, and one day its name stops answering, after which no new node can start the pod. The configuration can also name the registries that images may come from (`images.allowedRegistries`), because somebody scans and keeps those. Use an image from one of them.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      moved: 'The registry `{registry}` is retired. Use `{successor}`, which has its images.',
      retired: 'The registry `{registry}` is retired. Take the image from where its maker publishes it now.',
      registry: '`{image}` comes from `{registry}`, which the configuration does not allow.',
      path: '`{image}` comes from `{registry}`, of which the configuration allows other repositories only.',
    },
    aliases: [
      'gatekeeper:general/allowedrepos',
      'gatekeeper:general/allowedreposv2',
      'gatekeeper:general/disallowedrepos',
      'kubescape:container-image-repository',
      'kubescape:container-image-repository-v1',
      'kubescape:rule-identify-blocklisted-image-registries',
      'kubescape:rule-identify-blocklisted-image-registries-v1',
      'kubescape:rule-identify-old-k8s-registry',
      'kyverno:advanced-restrict-image-registries',
      'kyverno:restrict-deprecated-registry',
      'kyverno:restrict-image-registries',
      'trivy:KSV-0125',
    ],
    references: [
      'Kubescape C-0001',
      'Kubescape C-0078',
      'CWE-829',
      'https://kubernetes.io/blog/2023/03/10/image-registry-redirect/',
    ],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ file, model, env }) {
    const allowed = env.allowedRegistries.map(allowedRegistry);
    for (const { node, key } of imagesOf(model)) {
      const name = parseImage(node.text)?.name;
      if (name === undefined) continue;
      const retired = RETIRED_REGISTRIES.find(({ prefix }) => name.startsWith(`${prefix}/`));
      if (retired) {
        const { prefix, successor, isSame } = retired;
        const cause = coveredByIngressNginx(name, env.today);
        const span = pieceOf(file.text, node, 0, prefix.length);
        if (successor === '') yield { message: 'retired', data: { registry: prefix }, span, key, ...cause };
        else {
          const edits = verbatimStart(file.text, node) === undefined ? undefined : ([{ span, newText: successor }] as const);
          const fixes = fixOf(`Use \`${successor}\``, isSame ? 'safe' : 'suggested', edits);
          yield { message: 'moved', data: { registry: prefix, successor }, span, fixes, key, ...cause };
        }
        continue;
      }
      const repository = repositoryOfText(name);
      if (allowed.length === 0 || allowed.some((one) => one.allows(repository))) continue;
      const registry = repository.slice(0, repository.indexOf('/'));
      const hasRegistry = name.toLowerCase().startsWith(`${registry}/`);
      const isPath = allowed.some((one) => one.mentions(registry));
      const end = hasRegistry && !isPath ? registry.length : name.length;
      const data = { image: name, registry };
      yield { message: isPath ? 'path' : 'registry', data, span: pieceOf(file.text, node, 0, end), key };
    }
  }),
);

import { dockerfileRule } from '../../engine/rule.ts';
import type { Span } from '../../base/span.ts';
import { baseImageFacts } from '../../knowledge/base-images.ts';
import { type Dockerfile, repositoryOfText } from '../../model/dockerfile/index.ts';
import { allowedRegistry } from '../support/registries.ts';

export const baseImageRegistryNotAllowed = dockerfileRule(
  {
    id: 'dockerfile/base-image-registry-not-allowed',
    title: 'Image from a registry that is not allowed',
    why: 'The configuration names the registries that images may come from (`images.allowedRegistries`), because somebody looks after those. Use an image from one of them, or ask for another one to be added.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      registry: '"{image}" comes from {registry}, which the configuration does not allow.',
      path: '"{image}" comes from {registry}, of which the configuration allows other repositories only.',
    },
    aliases: ['droast:DF065', 'hadolint:DL3026', 'kics:use_only_an_allowed_registry_in_the_from_image', 'tally:hadolint/DL3026'],
    references: ['CIS Docker 4.2', 'CWE-829'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, env }) {
    if (model.isTemplate || env.allowedRegistries.length === 0) return;
    const allowed = env.allowedRegistries.map(allowedRegistry);
    for (const { image, registry, repository, nameSpan, registrySpan } of images(model)) {
      if (repository === undefined) {
        // The path is not known, but nothing of the registry is allowed.
        if (!allowed.some((one) => one.mentions(registry)))
          yield { message: 'registry', data: { image, registry }, span: registrySpan };
      } else if (!allowed.some((one) => one.allows(repository))) {
        const data = { image, registry };
        if (allowed.some((one) => one.mentions(registry))) yield { message: 'path', data, span: nameSpan };
        else yield { message: 'registry', data, span: registrySpan };
      }
    }
  },
);

interface Pulled {
  /** As far as it is known. */
  readonly image: string;
  readonly registry: string;
  /** Undefined when only the registry is known. */
  readonly repository: string | undefined;
  readonly nameSpan: Span;
  readonly registrySpan: Span;
}

const registryOf = (repository: string): string => repository.slice(0, repository.indexOf('/'));

/** What a build pulls: FROM, `COPY --from=` and `RUN --mount from=`. */
function* images(model: Dockerfile): Generator<Pulled> {
  for (const { base, uses } of model.stages) {
    if (base.kind === 'image') {
      const { name, registry, repository, text, span } = base.image;
      if (name && name.text !== '' && repository !== undefined) {
        const registrySpan = (registry ?? name).span;
        yield { image: text ?? name.text, registry: registryOf(repository), repository, nameSpan: name.span, registrySpan };
      } else if (registry) {
        const host = registryOf(repositoryOfText(`${registry.text}/x`));
        const known = model.text.slice(span.start, span.end);
        yield { image: known, registry: host, repository: undefined, nameSpan: span, registrySpan: registry.span };
      }
    }
    for (const { instruction, stage, name, span } of uses) {
      // A trigger runs among the stages of another file, and a bare word may be a context that the build names.
      if (stage || name === undefined || instruction.isTrigger || /^\d*$/.test(name)) continue;
      const repository = repositoryOfText(name);
      if (!/[/:@]/.test(name) && !baseImageFacts(repository)) continue;
      yield { image: name, registry: registryOf(repository), repository, nameSpan: span, registrySpan: span };
    }
  }
}

import { dockerfileRule } from '../../engine/rule.ts';
import type { Span } from '../../base/span.ts';
import { type Dockerfile, repositoryOfText } from '../../model/dockerfile/index.ts';

export const baseImageRegistryNotAllowed = dockerfileRule(
  {
    id: 'dockerfile/base-image-registry-not-allowed',
    title: 'Image from a registry that is not allowed',
    why: 'The configuration names the registries that images may come from (`images.allowedRegistries`), because somebody looks after those. Use an image from one of them, or ask for another one to be added.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: { registry: '"{image}" comes from {registry}, which the configuration does not allow.' },
    aliases: ['droast:DF065', 'hadolint:DL3026', 'kics:use_only_an_allowed_registry_in_the_from_image', 'tally:hadolint/DL3026'],
    references: ['CIS Docker 4.2', 'CWE-829'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, env }) {
    if (model.isTemplate || env.allowedRegistries.length === 0) return;
    const allowed = env.allowedRegistries.map(matcherOf);
    for (const { text, span } of images(model)) {
      const repository = repositoryOfText(text);
      if (allowed.some((matches) => matches(repository))) continue;
      yield { message: 'registry', data: { image: text, registry: repository.slice(0, repository.indexOf('/')) }, span };
    }
  },
);

/** What a build pulls, as far as it is known: FROM, `COPY --from=` and `RUN --mount=from=`. */
function* images(model: Dockerfile): Generator<{ readonly text: string; readonly span: Span }> {
  for (const { base, uses } of model.stages) {
    if (base.kind === 'image' && base.image.text !== undefined)
      yield { text: base.image.text, span: (base.image.registry ?? base.image).span };
    for (const { stage, name, span } of uses)
      if (!stage && name !== undefined && name !== '' && !/^\d+$/.test(name)) yield { text: name, span };
  }
}

/** A host (`ghcr.io`), a host with a path (`ghcr.io/team`), or a host with `*` (`*.corp.example`, `*`). `docker.io` is Docker Hub. */
function matcherOf(allowed: string): (repository: string) => boolean {
  const wanted = allowed
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+\*?$/, '')
    .replace(/^(?:index\.docker\.io|registry-1\.docker\.io|registry\.hub\.docker\.com)(?=\/|$)/, 'docker.io');
  const pieces = wanted.split('*').map((piece) => piece.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = new RegExp(`^${pieces.join('[^/]*')}(?:/|$)`);
  return (repository) => wanted === '*' || pattern.test(repository);
}

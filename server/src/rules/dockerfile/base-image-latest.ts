import { dockerfileRule } from '../../engine/rule.ts';
import { pinnedTags, tagFixes, writtenFor } from './support/base-image.ts';

export const baseImageLatest = dockerfileRule(
  {
    id: 'dockerfile/base-image-latest',
    title: 'Base image with the tag latest',
    why: '`latest` is another image tomorrow: a build that worked breaks, and nobody knows which version runs. Name the version that was tested.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: { latest: 'The base image "{image}" is another one after each release, so builds are not repeatable.' },
    aliases: [
      'checkov:CKV_DOCKER_7',
      'droast:DF001',
      'droast:DF024',
      'hadolint:DL3007',
      'kics:image_version_using_latest',
      'semgrep:avoid-latest-version',
      'tally:hadolint/DL3007',
      'trivy:DS-0001',
    ],
    references: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const { base } of model.stages) {
      if (base.kind !== 'image') continue;
      const { image } = base;
      const { tag, digest } = image;
      if (tag?.text !== 'latest' || digest) continue;
      const { origin } = tag;
      yield {
        message: 'latest',
        data: { image: image.text ?? 'latest' },
        span: tag.span,
        fixes: origin ? tagFixes(pinnedTags(image), image.name?.text ?? '', (newText) => ({ span: origin, newText })) : [],
        related: writtenFor(image, origin?.start),
      };
    }
  },
);

import { dockerfileRule } from '../../engine/rule.ts';
import { isPlaceholder } from '../../knowledge/secrets.ts';
import { pinnedTags, tagFixes, writtenFor } from './support/base-image.ts';
import { insertion } from '../../base/edit.ts';

export const baseImageUntagged = dockerfileRule(
  {
    id: 'dockerfile/base-image-untagged',
    title: 'Base image without a tag',
    why: 'Without a tag Docker takes `latest`, which is another image tomorrow: a build that worked breaks, and nobody knows which version runs. Name the version that was tested.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: { untagged: 'The base image "{image}" has no tag, so every build takes whatever is latest.' },
    aliases: [
      'checkov:CKV_DOCKER_7',
      'droast:DF001',
      'hadolint:DL3006',
      'kics:image_version_not_explicit',
      'semgrep:missing-image-version',
      'tally:hadolint/DL3006',
      'trivy:DS-0001',
    ],
    references: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const stage of model.stages) {
      if (stage.base.kind !== 'image') continue;
      const { image } = stage.base;
      const { tag, digest, isTagUnknown, tagInsertion } = image;
      if (tag || digest || isTagUnknown || image.span.start === image.span.end || /[:@]/.test(image.text?.slice(-1) ?? ''))
        continue;
      // `ARG BASE=placeholder` says that the build names the image.
      if (image.certainty === 'resolved' && isPlaceholder(image.text ?? '')) continue;
      const name = image.text ?? model.text.slice(image.span.start, image.span.end);
      const isShared =
        tagInsertion !== undefined &&
        model.stages.some(
          ({ base }) =>
            base.kind === 'image' &&
            base.image !== image &&
            base.image.tag !== undefined &&
            base.image.tagInsertion === tagInsertion,
        );
      const tags = tagInsertion === undefined || isShared ? [] : pinnedTags(image);
      yield {
        message: 'untagged',
        data: { image: name },
        span: image.span,
        fixes: tagFixes(tags, name, (each) => insertion(tagInsertion ?? 0, `:${each}`)),
        related: writtenFor(image, tagInsertion),
      };
    }
  },
);

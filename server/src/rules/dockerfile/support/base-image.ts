import type { Edit } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { Related } from '../../../engine/rule.ts';
import { baseImageFacts, type Family, familyOf } from '../../../knowledge/base-images.ts';
import { lineage, type ImageReference, type Stage } from '../../../model/dockerfile/index.ts';

/** Tags that the image can be pinned to, the one for most first; none for an image that we know nothing of. */
export const pinnedTags = ({ repository }: ImageReference): readonly string[] =>
  (repository === undefined ? undefined : baseImageFacts(repository))?.tags ?? [];

/** One fix per tag. */
export const tagFixes = (tags: readonly string[], name: string, edit: (tag: string) => Edit): readonly Fix[] =>
  tags.map((tag) => ({ title: `Use ${name}:${tag}`, applicability: 'suggested', edits: [edit(tag)] }));

/** When what decides is not written in FROM, where it is. */
export const writtenFor = ({ span }: ImageReference, offset: number | undefined): readonly Related[] =>
  offset === undefined || (offset >= span.start && offset <= span.end)
    ? []
    : [{ span: { start: offset, end: offset }, note: 'The default is given here.' }];

/** The distribution family of the image at the bottom of a stage, as far as its name and tag tell. */
export function familyAt(stage: Stage): Family | undefined {
  const base = lineage(stage).at(-1)?.base;
  return base?.kind === 'image' && base.image.repository !== undefined
    ? familyOf(base.image.repository, base.image.tag?.text ?? '')
    : undefined;
}

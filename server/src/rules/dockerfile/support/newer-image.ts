import { insertion, type Edit } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { ImageReference, ReferencePart } from '../../../model/dockerfile/index.ts';
import { successorImage } from './successor-image.ts';
import { supportedTag } from './supported-tag.ts';

/** A supported tag of the same variant. A digest would have to change with the tag, and nobody here knows the new one. */
export function newerTag({ repository, name, tag, digest }: ImageReference, today: string): readonly Fix[] {
  const newText = tag && !digest && repository !== undefined ? supportedTag(repository, tag.text, today) : undefined;
  const edits = tag && newText !== undefined ? replaceWords(tag, newText) : undefined;
  return edits && newText !== undefined
    ? [{ title: `Use ${name?.text ?? ''}:${newText}`, applicability: 'suggested', edits }]
    : [];
}

/** Replaces the words that differ, each where it is written; undefined where one is not written in one piece. */
function replaceWords(part: ReferencePart, newText: string): readonly Edit[] | undefined {
  const old = part.text.split('-');
  const words = newText.split('-');
  if (old.length !== words.length) return part.origin && [{ span: part.origin, newText }];
  const edits: Edit[] = [];
  let at = 0;
  for (const [index, word] of old.entries()) {
    const replacement = words[index] ?? '';
    const { origin } = part.piece(at, at + word.length);
    at += word.length + 1;
    if (word === replacement) continue;
    if (!origin) return undefined;
    edits.push({ span: origin, newText: replacement });
  }
  return edits;
}

/** Another image in place of one that is no longer made, wherever that is mirrored. */
export function moveTo({ repository, name, tag, digest, isTagUnknown, tagInsertion }: ImageReference): readonly Fix[] {
  const instead = repository === undefined || digest || isTagUnknown ? undefined : successorImage(repository, tag?.text);
  const last = name?.piece(name.text.lastIndexOf('/') + 1, name.text.length);
  const target = tag ? tag.origin : tagInsertion === undefined ? undefined : insertion(tagInsertion, '').span;
  if (!instead || !last?.origin || !target) return [];
  const edits = [
    { span: last.origin, newText: instead.name },
    { span: target, newText: tag ? instead.tag : `:${instead.tag}` },
  ];
  return [{ title: `Use ${instead.name}:${instead.tag}`, applicability: 'suggested', edits }];
}

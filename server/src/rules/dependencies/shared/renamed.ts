import type { Edit } from '../../../base/edit.ts';
import { sliceOf } from '../../../base/span.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { Dependency } from '../../../model/dependencies/index.ts';
import { LEAVES_THE_LOCKFILE } from './fixes.ts';

/** Asks for another package under the same requirement; impossible where the name is written with escapes, or not as one text. */
export function renamed(text: string, dependency: Dependency, right: string): Fix[] {
  const { rawName, nameSpan, ecosystem, source, name } = dependency;
  const apart = inParts(text, dependency, right);
  if (apart.length > 0)
    return [
      {
        title: `Replace ${rawName} by ${right}`,
        applicability: 'suggested',
        edits: apart,
        leaves: LEAVES_THE_LOCKFILE,
      },
    ];
  const written = text.slice(nameSpan.start, nameSpan.end);
  if (written !== rawName || (source === 'alias' && name !== rawName)) return [];
  // Many formats write the parts of a Maven name apart.
  if (ecosystem === 'Maven' && !written.includes(':')) return [];
  return [
    {
      title: `Replace ${rawName} by ${right}`,
      applicability: 'suggested',
      edits: [{ span: nameSpan, newText: right }],
      leaves: LEAVES_THE_LOCKFILE,
    },
  ];
}

/** The parts of a Maven name that become others, where they are written apart. */
function inParts(text: string, { rawName, groupSpan, nameSpan }: Dependency, right: string): Edit[] {
  if (!groupSpan || `${sliceOf(text, groupSpan)}:${sliceOf(text, nameSpan)}` !== rawName) return [];
  const [group = '', artifact = ''] = right.split(':');
  const parts = [
    { span: groupSpan, newText: group },
    { span: nameSpan, newText: artifact },
  ];
  return parts.filter(({ span, newText }) => sliceOf(text, span) !== newText).toSorted((a, b) => a.span.start - b.span.start);
}

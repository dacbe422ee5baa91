import type { Fix } from '../../../engine/fix.ts';
import type { Dependency } from '../../../model/dependencies/index.ts';
import { LEAVES_THE_LOCKFILE } from './fixes.ts';

/** Asks for another package under the same requirement; impossible where the name is written with escapes, or not as one text. */
export function renamed(text: string, { rawName, nameSpan, ecosystem, source, name }: Dependency, right: string): Fix[] {
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

import type { Span } from '../../../../base/span.ts';
import type { Dependency, Group } from '../../dependency.ts';
import { parseNpmSpec } from '../spec.ts';

const GROUPS: Readonly<Record<string, readonly Group[]>> = {
  devDependencies: ['dev'],
  optionalDependencies: ['optional'],
  peerDependencies: ['peer'],
};

export const groupsOfSection = (section: string): readonly Group[] => GROUPS[section] ?? [];

/** What a lockfile remembers of one entry of a manifest. */
export function declaredInLock(section: string, nameSpan: Span, place: Span, text: string): Dependency {
  const rawName = text.slice(nameSpan.start, nameSpan.end);
  return {
    ecosystem: 'npm',
    rawName,
    nameSpan,
    use: 'declared',
    kind: 'direct',
    groups: groupsOfSection(section),
    section,
    ...parseNpmSpec(rawName, text.slice(place.start, place.end), place),
    span: { start: nameSpan.start, end: Math.max(nameSpan.end, place.end) },
  };
}

import { deletion, insertion } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { Dependency } from '../../../model/dependencies/index.ts';
import { LEAVES_THE_LOCKFILE } from './fixes.ts';

/** Formats whose entries stand in lists or objects with commas between them. */
const hasCommas = ({ section, ecosystem }: Pick<Dependency, 'section' | 'ecosystem'>): boolean =>
  ecosystem === 'npm' || ecosystem === 'Packagist' || /^(?:project\.|dependency-groups\.|tool\.uv\.)/.test(section);

/** Moves the entry in front of the first one of a section that is there already; impossible without one. */
export function movedTo(text: string, dependency: Dependency, targets: readonly string[], all: readonly Dependency[]): Fix[] {
  const { span, deletion: whole, rawName } = dependency;
  const first = all.find(({ use, section }) => use === 'declared' && targets.includes(section));
  const isThere = all.some(({ section, rawName: other }) => other === rawName && section === first?.section);
  if (!whole || !first?.deletion || isThere || hasCommas(first) !== hasCommas(dependency)) return [];
  const { start } = first.span;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const indent = text.slice(lineStart, start);
  const isAlone = indent.trim() === '';
  const entry = text.slice(span.start, span.end);
  const feed = text[lineStart - 2] === '\r' ? '\r\n' : '\n';
  if (!hasCommas(dependency) && (!isAlone || /[\r\n]/.test(entry))) return [];
  const separator = hasCommas(dependency) ? (isAlone ? `,${feed}${indent}` : ', ') : `${feed}${indent}`;
  return [
    {
      title: `Move ${rawName} to ${first.section}`,
      applicability: 'suggested',
      edits: [deletion(whole), insertion(start, `${entry}${separator}`)],
      leaves: LEAVES_THE_LOCKFILE,
    },
  ];
}

import { deletion, insertion } from '../../../base/edit.ts';
import { Memo } from '../../../base/memo.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { Dependency } from '../../../model/dependencies/index.ts';
import { LEAVES_THE_LOCKFILE } from './fixes.ts';

/** Formats whose entries stand in lists or objects with commas between them. */
const hasCommas = ({ section, ecosystem }: Pick<Dependency, 'section' | 'ecosystem'>): boolean =>
  ecosystem === 'npm' || ecosystem === 'Packagist' || /^(?:project\.|dependency-groups\.|tool\.uv\.)/.test(section);

/** What stands in the sections of a file. */
const SECTIONS = new Memo((all: readonly Dependency[]) => {
  const firsts = new Map<string, Dependency>();
  for (const one of all) if (one.use === 'declared' && !firsts.has(one.section)) firsts.set(one.section, one);
  return { firsts, names: new Set(all.map(({ section, rawName }) => `${section} ${rawName}`)) };
});

/** Moves the entry in front of the first one of a section that is there already; impossible without one. */
export function movedTo(text: string, dependency: Dependency, targets: readonly string[], all: readonly Dependency[]): Fix[] {
  const { span, deletion: whole, rawName } = dependency;
  const { firsts, names } = SECTIONS.of(all);
  const first = targets.map((section) => firsts.get(section)).find((one) => one !== undefined);
  const isThere = names.has(`${first?.section ?? ''} ${rawName}`);
  if (!whole || !first?.deletion || isThere || hasCommas(first) !== hasCommas(dependency)) return [];
  const { start } = first.span;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const indent = text.slice(lineStart, start);
  const isAlone = indent.trim() === '';
  const entry = text.slice(span.start, span.end);
  const feed = text[lineStart - 2] === '\r' ? '\r\n' : '\n';
  if (!hasCommas(dependency) && (!isAlone || /[\r\n]/.test(entry))) return [];
  const separator = hasCommas(dependency)
    ? isAlone
      ? `,${feed}${indent}`
      : `,${gapOf(text, first) ?? gapOf(text, dependency) ?? ' '}`
    : `${feed}${indent}`;
  return [
    {
      title: `Move ${rawName} to ${first.section}`,
      applicability: 'suggested',
      edits: [deletion(whole), insertion(start, `${entry}${separator}`)],
      leaves: LEAVES_THE_LOCKFILE,
    },
  ];
}

/** What stands between an entry and a neighbour on the same line, beside the comma. */
function gapOf(text: string, { span: { start, end } }: Dependency): string | undefined {
  const [, gap] = /^,( *)/.exec(text.slice(end, end + 3)) ?? /,( *)$/.exec(text.slice(Math.max(start - 3, 0), start)) ?? [];
  return gap;
}

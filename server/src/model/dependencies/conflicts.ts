import type { Span } from '../../base/span.ts';
import type { SyntaxProblem } from '../document.ts';
import type { Dependency } from './dependency.ts';
import type { DependencyFile } from './file.ts';

/** The markers of Git (https://git-scm.com/docs/git-merge#_how_conflicts_are_presented), that of the common ancestor (`|||||||`) included. */
const MARKER = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$/gm;

interface Conflict {
  /** The text with blanks in place of the markers and of the other side; offsets stay what they are. */
  readonly ours: string;
  readonly theirs: string;
  readonly markers: readonly Span[];
}

/** The two sides of a text with markers of a merge that is not done; undefined for every other text. */
export function conflictIn(text: string): Conflict | undefined {
  if (!text.includes('<<<<<<<')) return undefined;
  const markers: Span[] = [];
  const hidden: Readonly<Record<'ours' | 'theirs', Span[]>> = { ours: [], theirs: [] };
  let opened = -1;
  let ancestor = -1;
  let middle = -1;
  let middleEnd = -1;
  for (const match of text.matchAll(MARKER)) {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const first = match[0][0] ?? '';
    if (first === '<') {
      opened = start;
      ancestor = middle = -1;
    } else if (opened < 0) continue;
    else if (first === '|') ancestor = start;
    else if (first === '=') {
      middle = start;
      middleEnd = end;
    } else if (middle >= 0) {
      hidden.ours.push({ start: ancestor < 0 ? middle : ancestor, end });
      hidden.theirs.push({ start: opened, end: middleEnd });
      // The marker that opens is hidden from its own side, too.
      const line = text.indexOf('\n', opened);
      hidden.ours.push({ start: opened, end: line < 0 ? text.length : line });
      hidden.theirs.push({ start, end });
      opened = -1;
    } else continue;
    markers.push({ start, end });
  }
  if (hidden.ours.length === 0) return undefined;
  return { ours: blanked(text, hidden.ours), theirs: blanked(text, hidden.theirs), markers };
}

function blanked(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + text.slice(start, end).replaceAll(/[^\r\n]/g, ' ');
    at = end;
  }
  return result + text.slice(at);
}

/** Both sides in one file: what only theirs has is added to ours, and the markers are problems. */
export function mergedSides(ours: DependencyFile, theirs: DependencyFile, { markers }: Conflict): DependencyFile {
  const known = new Set(ours.dependencies.map(keyOf));
  const added = theirs.dependencies.filter((one) => !known.has(keyOf(one)));
  const problems: SyntaxProblem[] = markers.map((span) => ({ span, message: 'This is a marker of a merge conflict.' }));
  return {
    ...ours,
    dependencies:
      added.length === 0 ? ours.dependencies : [...ours.dependencies, ...added].sort((a, b) => a.span.start - b.span.start),
    problems: [...ours.problems, ...problems].slice(0, MOST_PROBLEMS).sort((a, b) => a.span.start - b.span.start),
  };
}

const MOST_PROBLEMS = 100;

const keyOf = ({ span, name, version, requirement, section, path }: Dependency): string =>
  JSON.stringify([span.start, name, version, requirement, section, path]);

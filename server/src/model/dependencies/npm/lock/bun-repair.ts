import type { JsonProblem } from '../../../json/index.ts';
import { parseJson } from '../../../json/index.ts';
import { linesOf, trimmed } from '../../lines.ts';

/** A line that opens a section of bun.lock, which must stay whatever else is wrong with it. */
const SECTION = /^"?(?:packages|workspaces|catalogs?)\b/;

/**
 * A broken bun.lock without the lines that are broken: each package stands on a line of its own, and what is wrong with one should cost no other. The offsets
 * of all that stays are kept.
 */
export function withoutBrokenLines(text: string): { readonly text: string; readonly problems: readonly JsonProblem[] } {
  const parts: string[] = [];
  const problems: JsonProblem[] = [];
  let from = 0;
  for (const line of linesOf(text)) {
    const span = trimmed(text, line);
    const written = text.slice(span.start, span.end);
    if (!mayBePackage(written) || isMember(written)) continue;
    parts.push(text.slice(from, span.start), ' '.repeat(written.length));
    from = span.end;
    problems.push({ span, message: 'This package is not written as bun.lock demands.' });
  }
  return { text: parts.join('') + text.slice(from), problems };
}

const mayBePackage = (line: string): boolean =>
  (line.includes('[') || line.includes(']')) && !/^[\]},]+$/.test(line) && !line.endsWith('[') && !SECTION.test(line);

const isMember = (line: string): boolean => {
  const { root, problems } = parseJson(`{${line}}`, { trailingCommas: true });
  return problems.length === 0 && root?.members[0]?.value?.kind === 'array';
};

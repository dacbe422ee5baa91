import type { MappedText } from '../shell/index.ts';
import { lineAt, trimSpace, type Line, type LineFinder } from './lines.ts';
import { KEYWORDS, type HereDocument } from './syntax.ts';

/** A here-document as its line announces it. */
interface Announcement {
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripTabs: boolean;
  readonly start: number;
  readonly end: number;
  /** Written as BuildKit asks for it: `<<WORD` is a word of its own. Other forms count only when their end is found. */
  readonly isCertain: boolean;
}

const OPENING = /<<(-?)([ \t]*)("[^"\n]{1,200}"|'[^'\n]{1,200}'|[^\s<>|&;()'"`$]{1,200})/y;
const INSTRUCTION = new RegExp(`^(?:${KEYWORDS.join('|')})[ \\t]`);

/** The here-documents that the joined line `text` announces. `<<<` is none, nor is a shift in `$((…))` or anything in quotes. */
function announcements(text: string, escape: string): Announcement[] {
  const found: Announcement[] = [];
  let quote = '';
  let parentheses = 0;
  for (let at = !text.includes('<<') ? text.length : 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
      else if (char === escape && quote === '"') at++;
    } else if (char === escape) at++;
    else if (char === "'" || char === '"') quote = char;
    else if (char === '(' && text[at + 1] === '(') {
      parentheses += 2;
      at++;
    } else if (parentheses > 0 && (char === '(' || char === ')')) parentheses += char === '(' ? 1 : -1;
    else if (char === '<' && text[at + 1] === '<') {
      if (text[at + 2] === '<') at += 2;
      else if (parentheses === 0) {
        const announced = announcementAt(text, at);
        if (announced) found.push(announced);
        at = Math.max(at + 1, (announced?.end ?? 0) - 1);
      }
    }
  }
  return found;
}

function announcementAt(text: string, start: number): Announcement | undefined {
  OPENING.lastIndex = start;
  const match = OPENING.exec(text);
  if (!match) return undefined;
  const [whole, hyphen, space, word = ''] = match;
  const quoted = word.startsWith('"') || word.startsWith("'") || word.includes('\\');
  const delimiter = (word.startsWith('"') || word.startsWith("'") ? word.slice(1, -1) : word).replaceAll('\\', '');
  if (delimiter === '') return undefined;
  let before = start;
  while (before > 0 && /[0-9]/.test(text[before - 1] ?? '')) before--;
  const isCertain = space === '' && (before === 0 || /\s/.test(text[before - 1] ?? ''));
  return { delimiter, quoted, stripTabs: hyphen === '-', start, end: start + whole.length, isCertain };
}

/**
 * The here-documents of an instruction whose joined line is `source` and whose lines end before `next`. One without an end goes up to the next line
 * that looks like an instruction, so that a half-typed one does not swallow the file.
 */
export function readHereDocuments(
  text: string,
  source: MappedText,
  next: number,
  escape: string,
  finder: LineFinder,
): HereDocument[] {
  const documents: HereDocument[] = [];
  let from = next;
  for (const { delimiter, quoted, stripTabs, start, end, isCertain } of announcements(source.text, escape)) {
    const terminator = finder.find(delimiter, from, stripTabs);
    if (!terminator && !isCertain) continue;
    const bodyEnd = terminator?.start ?? recoveryPoint(text, from);
    const extentEnd = terminator?.end ?? trimSpace(text, from, bodyEnd);
    const span = source.span(start, end);
    const extent = { start: from, end: extentEnd };
    documents.push({
      delimiter,
      quoted,
      stripTabs,
      span,
      body: { start: from, end: bodyEnd },
      extent,
      terminated: terminator !== undefined,
    });
    from = terminator?.next ?? bodyEnd;
  }
  return documents;
}

function recoveryPoint(text: string, from: number): number {
  let line: Line = lineAt(text, from);
  while (line.start < text.length) {
    if (INSTRUCTION.test(text.slice(line.start, Math.min(line.end, line.start + 16)))) return line.start;
    if (line.next >= text.length) break;
    line = lineAt(text, line.next);
  }
  return text.length;
}

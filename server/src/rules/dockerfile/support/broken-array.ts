import { deletion, insertion, type Edit } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { MappedText } from '../../../model/shell/index.ts';

/** A string whose text means the same in both kinds of quotes, and what separates it from the next one. */
const ELEMENT = /("[^"\\]*"|'[^'"\\]*')(\s*,\s*|\s*)/y;

/** Whether a shell form was meant to be a JSON array; `[ -f x ]` is the shell's own command. */
export const isBrokenArray = ({ text }: MappedText): boolean =>
  /^\s*\[/.test(text) && text.trimEnd().endsWith(']') && (/^\s*\[\s*['"]/.test(text) || text.includes(','));

/** Makes JSON of strings in the wrong quotes and of missing or superfluous commas; undefined when there is more to it. */
export function arrayFix(source: MappedText): Fix | undefined {
  const { text } = source;
  const edits: Edit[] = [];
  const close = text.lastIndexOf(']');
  ELEMENT.lastIndex = /^\s*\[\s*/.exec(text)?.[0].length ?? 0;
  for (let at = ELEMENT.lastIndex; at < close; at = ELEMENT.lastIndex) {
    const [, quoted = '', separator = ''] = ELEMENT.exec(text) ?? [];
    if (quoted === '') return undefined;
    const end = at + quoted.length;
    if (quoted.startsWith("'"))
      edits.push({ span: source.span(at, at + 1), newText: '"' }, { span: source.span(end - 1, end), newText: '"' });
    const isLast = end + separator.length >= close;
    const comma = end + separator.indexOf(',');
    if (isLast && comma >= end) edits.push(deletion(source.span(comma, comma + 1)));
    // Strings that touch are one word for a shell.
    if (!isLast && separator === '') return undefined;
    if (!isLast && comma < end) edits.push(insertion(source.span(end - 1, end).end, ','));
  }
  const [first, ...rest] = edits;
  return first && { title: 'Write a JSON array', applicability: 'safe', edits: [first, ...rest] };
}

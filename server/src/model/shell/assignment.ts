import type { Assignment, Word, WordPart } from './syntax.ts';

const NAME = /^[A-Za-z_]\w*(?==)/;

/** Reads an argument such as `NAME=value`, as `env`, `export` and `sudo` take them. */
export function assignmentOf(word: Word): Assignment | undefined {
  const first = word.parts[0];
  if (first?.kind !== 'literal') return undefined;
  const name = NAME.exec(first.value)?.[0];
  if (name === undefined || first.end - first.start !== first.value.length) return undefined;
  const nameEnd = first.start + name.length;
  const nameSpan = word.source.span(first.start, nameEnd);
  const valueStart = word.source.span(nameEnd, nameEnd + 1).end;
  const parts: WordPart[] = word.parts.slice(1);
  if (nameEnd + 1 < first.end) {
    const rest = { start: nameEnd + 1, end: first.end };
    parts.unshift({
      kind: 'literal',
      span: word.source.span(rest.start, rest.end),
      value: first.value.slice(name.length + 1),
      ...rest,
    });
  }
  const value: Word = { span: { start: valueStart, end: Math.max(valueStart, word.span.end) }, parts, source: word.source };
  return { span: word.span, name, nameSpan, append: false, value };
}

/** A part of a text without the white space around it, and where it starts. */
export interface Part {
  readonly text: string;
  readonly start: number;
}

/** The parts of `text` between the matches of `separator` (global). An empty text has one empty part. */
export function splitAt(text: string, separator: RegExp): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const { index, 0: match } of text.matchAll(separator)) {
    parts.push(trimmed(text, start, index));
    start = index + match.length;
  }
  parts.push(trimmed(text, start, text.length));
  return parts;
}

function trimmed(text: string, start: number, end: number): Part {
  const part = text.slice(start, end);
  const inner = part.trimStart();
  return { text: inner.trimEnd(), start: start + part.length - inner.length };
}

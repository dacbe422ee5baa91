import { lineAt, skipSpace, trimSpace } from './lines.ts';
import type { Comment } from '../document.ts';
import type { Dockerfile } from './dockerfile.ts';

/**
 * Comments behind commands in the scripts of instructions. Docker knows comments on lines of their own only, so that to it these are part of the command;
 * to the shell they are comments, which end with the script's line. What a person sees is the line of the file: the comment's text ends there, and it
 * covers that line.
 */
export function innerComments(model: Dockerfile, mayMatter: (text: string) => boolean): readonly Comment[] {
  const { text } = model;
  const comments: Comment[] = [];
  for (const instruction of model.effectiveInstructions()) {
    if (!('command' in instruction) || instruction.command?.form !== 'shell') continue;
    const source = text.slice(instruction.span.start, instruction.span.end);
    if (!source.includes('#') || !mayMatter(source)) continue;
    const line = new LineStarts(text, instruction.span.start);
    const found = [...(model.script(instruction)?.comments ?? [])].sort((a, b) => a.span.start - b.span.start);
    for (const [index, { span }] of found.entries()) {
      if (span.start === found[index - 1]?.span.start) continue;
      const start = line.of(span.start);
      const content = skipSpace(text, start, span.start);
      // On a line of its own it is among the file's comments already.
      if (content === span.start) continue;
      let end = trimSpace(text, span.start, lineAt(text, span.start).end);
      if (text[end - 1] === model.escape && end > span.start) end = trimSpace(text, span.start, end - 1);
      comments.push({
        span: { start: span.start, end },
        text: text.slice(span.start, end).replace(/^#+/, '').trim(),
        covers: { start: content, end: trimSpace(text, content, span.start) },
      });
    }
  }
  return comments;
}

/** Where lines start, asked for in rising order, so that long scripts are walked once. */
class LineStarts {
  readonly #text: string;
  #start: number;

  /** `from`: somewhere in the first line that is of interest. */
  constructor(text: string, from: number) {
    this.#text = text;
    this.#start = from;
    while (this.#start > 0 && !/[\r\n]/.test(text[this.#start - 1] ?? '')) this.#start--;
  }

  of(offset: number): number {
    for (;;) {
      const { next, end } = lineAt(this.#text, this.#start);
      if (next > offset || next === end) return this.#start;
      this.#start = next;
    }
  }
}

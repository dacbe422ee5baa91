import { hash64 } from '../base/hash.ts';
import type { Span } from '../base/span.ts';

/** More than this of a line adds no identity, and minified files have lines of megabytes. */
const LINE_LIMIT = 200;

/**
 * Names findings so that a name stays when lines move: from rule, path and the structural key that the rule gave, else the text of the line. The
 * second finding with the same name in a file gets another one, the third again another.
 */
export class Fingerprints {
  readonly #seen = new Map<string, number>();
  readonly #path: string;
  readonly #text: string;

  constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
  }

  next(rule: string, span: Span, key: string | undefined): string {
    const name = `${rule}\0${this.#path}\0${key ?? this.#lineAt(span.start)}`;
    const ordinal = this.#seen.get(name) ?? 0;
    this.#seen.set(name, ordinal + 1);
    return hash64(ordinal === 0 ? name : `${name}\0${ordinal}`);
  }

  #lineAt(offset: number): string {
    const from = Math.max(0, offset - LINE_LIMIT);
    const before = this.#text.slice(from, offset);
    const after = this.#text.slice(offset, offset + LINE_LIMIT);
    const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
    const end = after.search(/[\r\n]/);
    return (before.slice(start) + (end < 0 ? after : after.slice(0, end))).trim();
  }
}

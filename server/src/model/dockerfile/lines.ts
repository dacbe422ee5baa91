/** One line of a text: `[start, end)` without its line break, and where the next one starts. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** The line that starts at `start`. Lines end at `\n`, `\r\n` and a lone `\r`, as editors count them. */
export function lineAt(text: string, start: number): Line {
  let end = start;
  const { length } = text;
  for (; end < length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === 10) return { start, end, next: end + 1 };
    if (unit === 13) return { start, end, next: text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1 };
  }
  return { start, end, next: end };
}

/** Where the first character that is no white space stands in `[start, end)`, or `end`. */
export function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Where the last character that is no white space ends in `[start, end)`, or `start`. */
export function trimSpace(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** White space as BuildKit trims it (Go's unicode.IsSpace in the Latin range), and the byte order mark. */
const isSpace = (unit: number): boolean =>
  unit === 32 || (unit >= 9 && unit <= 13) || unit === 0x85 || unit === 0xa0 || unit === 0xfeff;

/**
 * Where the escape character stands that joins the line with the next: the last character before trailing blanks, unless it is doubled; undefined when
 * the line is not continued. This is BuildKit's rule, which looks at one character before it only.
 */
export function continuationAt(text: string, start: number, end: number, escape: string): number | undefined {
  let at = end - 1;
  while (at >= start && (text[at] === ' ' || text[at] === '\t')) at--;
  if (at < start || text[at] !== escape) return undefined;
  return at > start && text[at - 1] === escape ? undefined : at;
}

/** Finds lines by their text, in time proportional to the text however often it is asked. */
export class LineFinder {
  readonly #text: string;
  #exact: Map<string, Line[]> | undefined;
  readonly #stripped = new Map<string, Line[]>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The first line at or behind `from` that consists of `wanted`, leading tabs aside if `stripTabs`. */
  find(wanted: string, from: number, stripTabs: boolean): Line | undefined {
    const exact = (this.#exact ??= this.#index());
    const lines = (stripTabs ? this.#stripped : exact).get(wanted) ?? [];
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((lines[middle]?.start ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return lines[low];
  }

  #index(): Map<string, Line[]> {
    const exact = new Map<string, Line[]>();
    for (let line = lineAt(this.#text, 0); ; line = lineAt(this.#text, line.next)) {
      // No delimiter is that long, and minified lines are not worth keeping.
      if (line.end - line.start <= 256) {
        const content = this.#text.slice(line.start, line.end);
        push(exact, content, line);
        push(this.#stripped, content.replace(/^\t+/, ''), line);
      }
      if (line.next >= this.#text.length) return exact;
    }
  }
}

function push(map: Map<string, Line[]>, key: string, line: Line): void {
  const list = map.get(key);
  if (list) list.push(line);
  else map.set(key, [line]);
}

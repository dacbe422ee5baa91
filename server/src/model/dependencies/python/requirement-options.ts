import type { Span } from '../../../base/span.ts';
import type { LogicalLine } from './logical-lines.ts';

/** An option of a requirements file. */
export interface RequirementOption {
  /** In its long form: `--index-url`. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string;
  /** Without quotes. */
  readonly valueSpan: Span;
  /** Whether it has its line for itself. */
  readonly isAlone: boolean;
}

const OPTION = /^(--?[A-Za-z][\w-]*)(?:[ \t]*=[ \t]*|[ \t]+)?/;
const SHORT: ReadonlyMap<string, string> = new Map([
  ['-r', '--requirement'],
  ['-c', '--constraint'],
  ['-e', '--editable'],
  ['-i', '--index-url'],
  ['-f', '--find-links'],
]);
/** Options whose value is one word, so that another option may stand behind it. */
const ONE_WORD = /^--(?:index-url|pypi-url|extra-index-url|find-links|trusted-host|no-binary|only-binary|use-feature)$/;
const NO_VALUE = { text: '', quote: 0, length: 0 };
/** More on one line are not written by people. */
const MAX_OPTIONS = 20;

/** The options of a line that begins with one. */
export function optionsOf({ text, span }: LogicalLine): RequirementOption[] {
  const found: RequirementOption[] = [];
  let from = 0;
  while (found.length < MAX_OPTIONS) {
    const rest = text.slice(from);
    // `-rbase.txt` is as good as `-r base.txt`.
    const glued = /^-[rceif](?=[^\s=-])/.exec(rest)?.[0];
    const match: readonly string[] | null = glued === undefined ? OPTION.exec(rest) : [glued, glued];
    const [whole, written] = match ?? [];
    if (whole === undefined || written === undefined) break;
    const name = SHORT.get(written) ?? written;
    const start = from + whole.length;
    // A flag has no value: another option stands behind it.
    const isFlag = text[start] === '-' && !whole.includes('=') && glued === undefined;
    const value = isFlag ? NO_VALUE : valueAt(text.slice(start), ONE_WORD.test(name));
    const at = span.start + start + value.quote;
    found.push({
      name,
      nameSpan: { start: span.start + from, end: span.start + from + written.length },
      value: value.text,
      valueSpan: { start: at, end: at + value.text.length },
      isAlone: found.length === 0 && value.length >= text.slice(start).trimEnd().length,
    });
    from = start + value.length;
    from += text.slice(from).length - text.slice(from).trimStart().length;
    if (text[from] !== '-') break;
  }
  return found;
}

/** The value at the start of `rest`: one word or all, without its quotes. */
function valueAt(rest: string, isWord: boolean): { readonly text: string; readonly quote: number; readonly length: number } {
  const raw = isWord ? (/^(?:"[^"]*"|'[^']*'|\S+)/.exec(rest)?.[0] ?? '') : rest.trimEnd();
  const quote = /^(["']).*\1$/.test(raw) && raw.length > 1 ? 1 : 0;
  return { text: raw.slice(quote, raw.length - quote), quote, length: raw.length };
}

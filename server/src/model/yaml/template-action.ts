import { lineEnd } from './documents.ts';

/** Where the action that starts at an offset ends; undefined when none starts there. */
export type ActionText = (at: number) => number | undefined;

/** Longer strings inside an action are mistakes; looking further for their end would cost too much. */
const LONGEST_STRING = 10_000;

const CLOSERS: Readonly<Record<string, string>> = { '{': '}}', '%': '%}', '#': '#}' };

/**
 * The actions of a text: `{{ … }}` of Go, Jinja and the like, statements `{% … %}` and comments `{# … #}` of Jinja. Strings and comments inside an action may
 * hold what would end it. An action that is never closed ends with its line.
 */
export function actionAt(text: string): ActionText {
  /** What a search did not find is not there behind that place, either. */
  const unclosed = new Set<string>();
  const indexOf = (close: string, from: number): number => {
    const found = unclosed.has(close) ? -1 : text.indexOf(close, from);
    if (found < 0) unclosed.add(close);
    return found;
  };
  return (at) => {
    if (text[at] !== '{') return undefined;
    const close = CLOSERS[text[at + 1] ?? ''];
    // `${#list[@]}` is the length of an array in a shell.
    if (close === undefined || (close === '#}' && (text[at - 1] === '$' || !/^\{#[-\s]/.test(text.slice(at, at + 3)))))
      return undefined;
    const first = indexOf(close, at + 2);
    if (first >= 0) return close === '#}' ? first + 2 : closedBehindStrings(text, at + 2, first, close, indexOf);
    return close === '#}' ? undefined : lineEnd(text, at);
  };
}

/** Finds text behind an offset, and remembers what is not there any more. */
type Search = (text: string, from: number) => number;

/** @param first where the closing characters stand first, which counts when strings are not closed */
function closedBehindStrings(text: string, start: number, first: number, close: string, indexOf: Search): number {
  const comment = /^-?\s{0,100}\/\*/.exec(text.slice(start, start + 110));
  if (comment) {
    const end = indexOf('*/', start + comment[0].length);
    const after = end < 0 ? -1 : indexOf(close, end + 2);
    return (after < 0 ? first : after) + 2;
  }
  let at = start;
  for (let end = first; ;) {
    const quote = nextQuote(text, at, end);
    if (quote === undefined) return end + 2;
    const after = stringEnd(text, quote);
    if (after === undefined) return first + 2;
    at = after;
    if (after <= end) continue;
    end = indexOf(close, after);
    if (end < 0 || end - start > LONGEST_STRING) return first + 2;
  }
}

function nextQuote(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) if ('"\'`'.includes(text[at] ?? '')) return at;
  return undefined;
}

/** Where a string ends; only raw ones (`` ` ``) may run over several lines. */
function stringEnd(text: string, start: number): number | undefined {
  const quote = text[start];
  const limit = Math.min(text.length, start + LONGEST_STRING);
  for (let at = start + 1; at < limit; at++) {
    if (text[at] === quote) return at + 1;
    if (quote === '`') continue;
    if (text[at] === '\n' || text[at] === '\r') return undefined;
    if (text[at] === '\\') at++;
  }
  return undefined;
}

/** The text with comments of template engines blanked: what they hold (`---`, say) is not there for YAML. Same length. */
export function withoutTemplateComments(text: string): string {
  if (!text.includes('{{') && !text.includes('{%')) return text;
  let result = text;
  for (const [open, close] of [
    [/\{\{-?\s{0,100}\/\*/g, '*/'],
    [/(?<!\$)\{#(?=[-\s])/g, '#}'],
  ] as const) {
    const parts: string[] = [];
    let at = 0;
    for (let found = open.exec(result); found; found = open.exec(result)) {
      const end = result.indexOf(close, open.lastIndex);
      if (end < 0) break;
      parts.push(result.slice(at, found.index), result.slice(found.index, end).replaceAll(/[^\r\n]/g, ' '));
      at = end;
      open.lastIndex = end;
    }
    result = parts.join('') + result.slice(at);
  }
  return result;
}

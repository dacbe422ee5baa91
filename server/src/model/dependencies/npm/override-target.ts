import type { Span } from '../../../base/span.ts';

/** A selector as written: its decoded text, and where it stands. */
interface Selector {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The package that a selector ends in: `a>b@1`, `a/@scope/b`, `**` + `/b`, `b@npm:1`. */
export function targetOf(key: Selector): { readonly rawName: string; readonly nameSpan: Span } {
  const selector = key.text;
  const start = selector.lastIndexOf('>') + 1;
  const at = selector.indexOf('@', start + 1);
  // A scope's `@` behind a slash does not end the name.
  const end = at < 0 ? selector.length : selector[at - 1] === '/' ? endBehindScope(selector, at) : at;
  const segments = selector.slice(start, end).split('/');
  const last = segments.at(-1) ?? '';
  const scope = segments.at(-2);
  const rawName = scope?.startsWith('@') === true ? `${scope}/${last}` : last;
  const exact = key.end - key.start === selector.length;
  return {
    rawName,
    nameSpan: exact ? { start: key.start + end - rawName.length, end: key.start + end } : { start: key.start, end: key.end },
  };
}

function endBehindScope(selector: string, at: number): number {
  const next = selector.indexOf('@', at + 1);
  return next < 0 ? selector.length : next;
}

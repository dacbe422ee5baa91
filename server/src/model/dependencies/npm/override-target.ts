import type { Span } from '../../../base/span.ts';

/** A selector as written: its decoded text, and where it stands. */
interface Selector {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a selector says. */
interface Target {
  readonly rawName: string;
  readonly nameSpan: Span;
  /** Which versions are meant, or, with a `>` at its end, below whom; absent where all are. */
  readonly marker?: string;
}

/** The package that a selector ends in: `a>b@1`, `a/@scope/b`, `**` + `/b`, `b@npm:1`. */
export function targetOf(key: Selector): Target {
  const selector = key.text;
  const start = selector.lastIndexOf('>') + 1;
  const at = selector.indexOf('@', start + 1);
  // A scope's `@` behind a slash does not end the name.
  const end = at < 0 ? selector.length : selector[at - 1] === '/' ? endBehindScope(selector, at) : at;
  const segments = selector.slice(start, end).split('/');
  const last = segments.at(-1) ?? '';
  const scope = segments.at(-2);
  const rawName = scope?.startsWith('@') === true ? `${scope}/${last}` : last;
  const parents = selector.slice(0, start + selector.slice(start, end).length - rawName.length).replace(/^(?:\*\*\/)+/, '');
  const marker = parents === '' ? selector.slice(end + 1).replace(/^npm:/, '') : `${parents.replace(/[>/]$/, '')}>`;
  const exact = key.end - key.start === selector.length;
  return {
    rawName,
    ...(marker !== '' && { marker }),
    nameSpan: exact ? { start: key.start + end - rawName.length, end: key.start + end } : { start: key.start, end: key.end },
  };
}

function endBehindScope(selector: string, at: number): number {
  const next = selector.indexOf('@', at + 1);
  return next < 0 ? selector.length : next;
}

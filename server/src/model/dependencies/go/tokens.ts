import type { Span } from '../../../base/span.ts';
import { trimmed } from '../lines.ts';

export interface GoToken {
  /** Without quotes. */
  readonly text: string;
  /** Inside the quotes. */
  readonly span: Span;
}

const TOKEN = /[ \t]+|\/\/.*|"[^"]*"?|`[^`]*`?|=>|[(),[\]]|(?:(?!\/\/|=>)[^\s"`(),[\]])+|[^]/gy;

/** Cuts one line of go.mod into words. */
export function tokensOf(
  file: string,
  line: Span,
): { readonly tokens: readonly GoToken[]; readonly comment?: { readonly text: string; readonly span: Span } } {
  const tokens: GoToken[] = [];
  const written = file.slice(line.start, line.end);
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(written); match !== null; match = TOKEN.exec(written)) {
    const text = match[0];
    const start = line.start + match.index;
    if (text.startsWith('//')) {
      const span = trimmed(file, { start, end: line.end });
      return { tokens, comment: { span, text: file.slice(span.start + 2, span.end).trim() } };
    }
    if (text.trim() === '') continue;
    const quoted = /^["`]/.test(text);
    const closed = quoted && text.length > 1 && text.endsWith(text[0] ?? '');
    const span = { start: quoted ? start + 1 : start, end: start + text.length - (closed ? 1 : 0) };
    tokens.push({ text: file.slice(span.start, span.end), span });
  }
  return { tokens };
}

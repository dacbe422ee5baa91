import type { Span } from '../../../base/span.ts';
import { parseJson, type JsonDocument } from '../../json/index.ts';
import { parseJson5 } from './json5.ts';

/** A comment, or a string in either kind of quotes, in which something may look like one. */
const PIECE = /\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$)|"(?:[^"\\\r\n]|\\.)*"?|'(?:[^'\\\r\n]|\\.)*'?/g;

/** Parses JSON with comments and commas at the end, or JSON5, as it is used for settings. Nothing in it is a syntax problem. */
export function parseJsonWithComments(
  text: string,
): Pick<JsonDocument, 'root'> & { readonly comments: readonly { readonly span: Span }[] } {
  const comments: { span: Span }[] = [];
  const masked = text.replaceAll(PIECE, (piece, at: number) => {
    if (!piece.startsWith('/')) return piece;
    comments.push({ span: { start: at, end: at + piece.length } });
    return piece.replaceAll(/[^\r\n]/g, ' ');
  });
  const { root, problems } = parseJson(masked, { trailingCommas: true });
  return { root: problems.length === 0 ? root : parseJson5(text), comments };
}

import type { CST } from 'yaml';
import { span } from '../../base/span.ts';
import type { Property, YamlComment } from './nodes.ts';

export interface Properties {
  readonly anchor?: Property;
  readonly tag?: Property;
}

export interface Survey {
  readonly comments: readonly YamlComment[];
  /** The anchors and tags of the tokens that have any. */
  readonly properties: ReadonlyMap<CST.Token, Properties>;
  /** Levels of nesting, and an offset where the deepest level starts. */
  readonly depth: number;
  readonly deepest: number;
}

/** What the library's nodes do not tell: where comments, anchors and tags stand, and how deep the tree is. Without recursion, because it runs before the depth is known. */
export function survey(tokens: readonly CST.Token[]): Survey {
  const comments: YamlComment[] = [];
  const properties = new Map<CST.Token, Properties>();
  const pending: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  let depth = 0;
  let deepest = 0;

  /** Notes comments, and gives the properties in `list` to the node behind it. */
  const visit = (list: readonly CST.Token[] | undefined, node?: CST.Token | null): void => {
    let found: { anchor?: Property; tag?: Property } | undefined;
    for (const { type, offset, ...token } of list ?? []) {
      const source = 'source' in token ? token.source : '';
      if (type === 'comment') comments.push(commentOf(offset, source));
      if (type === 'anchor') (found ??= {}).anchor = { text: source.slice(1), span: span(offset, offset + source.length) };
      if (type === 'tag') (found ??= {}).tag = { text: source, span: span(offset, offset + source.length) };
    }
    if (found && node) properties.set(node, found);
  };

  for (let next = pending.pop(); next; next = pending.pop()) {
    const { token } = next;
    if (next.depth > depth) {
      depth = next.depth;
      deepest = token.offset;
    }
    if (token.type === 'comment') visit([token]);
    if ('start' in token && Array.isArray(token.start)) visit(token.start, 'value' in token ? token.value : undefined);
    if ('props' in token) visit(token.props);
    if ('end' in token) visit(token.end);
    if ('value' in token) pending.push({ token: token.value, depth: next.depth + 1 });
    if (!('items' in token)) continue;
    for (const { start, key, sep, value } of token.items) {
      visit(start, key ?? value);
      visit(sep, value);
      if (key) pending.push({ token: key, depth: next.depth + 1 });
      if (value) pending.push({ token: value, depth: next.depth + 1 });
    }
  }
  comments.sort((a, b) => a.span.start - b.span.start);
  return { comments, properties, depth, deepest };
}

const commentOf = (offset: number, source: string): YamlComment => {
  const text = source.endsWith('\r') ? source.slice(0, -1) : source;
  return { span: span(offset, offset + text.length), text: text.slice(1).trim() };
};

import { type Span, span } from '../../base/span.ts';
import type { Property, YamlAlias, YamlEntry, YamlItem, YamlNode } from './nodes.ts';
import type { RawDocument } from './raw-document.ts';

/** A copy of the document whose offsets went through `move`, which must be monotonic. Recursive: the depth was checked by the parser. */
export function remap(document: RawDocument, move: (offset: number) => number): RawDocument {
  const place = ({ start, end }: Span): Span => span(move(start), move(end));
  const property = ({ text, span: where }: Property): Property => ({ text, span: place(where) });
  /** Only anchored nodes can be an alias's target. */
  const anchored = new Map<YamlNode, YamlNode>();
  const aliases: { readonly copy: { target: YamlNode | undefined }; readonly target: YamlNode }[] = [];

  function copyOf(node: YamlNode): YamlNode {
    const base = {
      span: place(node.span),
      ...(node.anchor && { anchor: property(node.anchor) }),
      ...(node.tag && { tag: property(node.tag) }),
    };
    let copy: YamlNode;
    if (node.kind === 'scalar') copy = { kind: 'scalar', style: node.style, text: node.text, value: node.value, ...base };
    else if (node.kind === 'mapping') copy = { kind: 'mapping', style: node.style, entries: node.entries.map(entry), ...base };
    else if (node.kind === 'sequence') copy = { kind: 'sequence', style: node.style, items: node.items.map(item), ...base };
    else {
      const alias: { -readonly [K in keyof YamlAlias]: YamlAlias[K] } = {
        kind: 'alias',
        name: node.name,
        target: undefined,
        ...base,
      };
      if (node.target) aliases.push({ copy: alias, target: node.target });
      copy = alias;
    }
    if (node.anchor) anchored.set(node, copy);
    return copy;
  }

  const entry = ({ key, colon, value, span: where }: YamlEntry): YamlEntry => ({
    key: copyOf(key),
    colon: colon === undefined ? undefined : move(colon),
    value: value && copyOf(value),
    span: place(where),
  });
  const item = ({ value, span: where }: YamlItem): YamlItem => ({ span: place(where), value: value && copyOf(value) });

  const root = document.root && copyOf(document.root);
  for (const { copy, target } of aliases) copy.target = anchored.get(target);
  return {
    root,
    comments: document.comments.map((comment) => ({ ...comment, span: place(comment.span) })),
    problems: document.problems.map((problem) => ({ ...problem, span: place(problem.span) })),
  };
}

/** A copy of a node of which everything stands at one place. */
export const movedTo = (node: YamlNode, place: number): YamlNode =>
  remap({ root: node, comments: [], problems: [] }, () => place).root ?? node;

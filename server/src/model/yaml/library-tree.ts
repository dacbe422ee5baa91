import { type Alias, type CST, isAlias, isMap, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Span, span } from '../../base/span.ts';
import type { Properties } from './library-survey.ts';
import type { ScalarStyle, YamlEntry, YamlItem, YamlNode } from './nodes.ts';
import type { YamlProblem } from './problems.ts';
import { plainValue, taggedValue } from './scalar.ts';

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** Turns the library's nodes into ours. Recursive: the depth was checked before. */
export function buildTree(
  contents: unknown,
  properties: ReadonlyMap<CST.Token, Properties>,
): { readonly root: YamlNode | undefined; readonly problems: YamlProblem[] } {
  const problems: YamlProblem[] = [];
  /** Filled in the order of the text, so that an alias finds the last anchor before it. */
  const anchors = new Map<string, { node?: YamlNode }>();

  const propertiesOf = (node: { srcToken?: unknown }): Properties => properties.get(node.srcToken as CST.Token) ?? {};

  function build(node: unknown): YamlNode | undefined {
    if (isAlias(node)) return alias(node as Alias.Parsed);
    if (isScalar(node)) return scalar(node as Scalar.Parsed);
    if (!isMap(node) && !isSeq(node)) return undefined;
    const props = propertiesOf(node);
    const holder: { node?: YamlNode } = {};
    if (props.anchor) anchors.set(props.anchor.text, holder);
    const built = isMap(node) ? mapping(node as YAMLMap.Parsed, props) : sequence(node as YAMLSeq.Parsed, props);
    holder.node = built;
    for (const waiting of unfinished.get(holder) ?? []) waiting.target = built;
    return built;
  }

  /** Aliases inside the node that their anchor names: their target is not complete yet. */
  const unfinished = new Map<object, { target: YamlNode | undefined }[]>();

  function alias(node: Alias.Parsed): YamlNode {
    const place = span(node.range[0], node.range[1]);
    const holder = anchors.get(node.source);
    if (!holder) problems.push({ code: 'unresolved-alias', span: place });
    const built = { kind: 'alias' as const, span: place, name: node.source, target: holder?.node };
    if (holder && !holder.node) unfinished.set(holder, [...(unfinished.get(holder) ?? []), built]);
    return built;
  }

  function scalar(node: Scalar.Parsed): YamlNode | undefined {
    const props = propertiesOf(node);
    const token = (node as { srcToken?: CST.Token }).srcToken;
    if (!token) return undefined;
    const text = node.source;
    const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
    const value = (props.tag && taggedValue(props.tag.text, text)) ?? (style === 'plain' ? plainValue(text) : text);
    const built: YamlNode = { kind: 'scalar', style, text, value, span: scalarSpan(node, token), ...props };
    if (props.anchor) anchors.set(props.anchor.text, { node: built });
    return built;
  }

  function mapping(map: YAMLMap.Parsed, props: Properties): YamlNode {
    const entries: YamlEntry[] = [];
    for (const pair of map.items) {
      const source = (pair as { srcToken?: CST.CollectionItem }).srcToken;
      const colon = source?.sep?.find(({ type }) => type === 'map-value-ind')?.offset;
      const start = pair.key.range[0];
      const key = build(pair.key) ?? { kind: 'scalar', style: 'plain', text: '', value: null, span: span(start, start) };
      const value = pair.value ? build(pair.value) : undefined;
      const end = Math.max(value?.span.end ?? 0, colon === undefined ? 0 : colon + 1, key.span.end);
      entries.push({ key, colon, value, span: span(key.span.start, end) });
    }
    const place = map.flow ? span(map.range[0], map.range[1]) : hull(entries, map.range[0]);
    return { kind: 'mapping', style: map.flow ? 'flow' : 'block', span: place, entries, ...props };
  }

  function sequence(seq: YAMLSeq.Parsed, props: Properties): YamlNode {
    const dashes = seq.flow ? [] : dashesOf((seq as { srcToken?: CST.BlockSequence }).srcToken, seq.items.length);
    const items = seq.items.map((node, index): YamlItem => {
      const value = build(node);
      const dash = dashes[index];
      const start = dash ?? value?.span.start ?? node.range[0];
      return { span: span(start, value?.span.end ?? (dash === undefined ? start : dash + 1)), value };
    });
    const place = seq.flow ? span(seq.range[0], seq.range[1]) : hull(items, seq.range[0]);
    return { kind: 'sequence', style: seq.flow ? 'flow' : 'block', span: place, items, ...props };
  }

  return { root: build(contents), problems };
}

/** From the first part to the last: the library lets block collections run on through the comments behind them. */
const hull = (parts: readonly { readonly span: Span }[], fallback: number): Span =>
  span(parts[0]?.span.start ?? fallback, parts.at(-1)?.span.end ?? fallback);

/** Where the items' dashes stand, if the source's items match the nodes one to one. */
function dashesOf(source: CST.BlockSequence | undefined, count: number): readonly (number | undefined)[] {
  const dashes: (number | undefined)[] = [];
  for (const { start, value } of source?.items ?? []) {
    const dash = start.find(({ type }) => type === 'seq-item-ind')?.offset;
    if (dash !== undefined || value || start.some(({ type }) => type === 'anchor' || type === 'tag')) dashes.push(dash);
  }
  return dashes.length === count ? dashes : [];
}

/** A block scalar's range runs through the line breaks behind it; its span ends with its last text. */
function scalarSpan({ range, type }: Scalar.Parsed, token: CST.Token): Span {
  const [start, end] = range;
  if (type !== 'BLOCK_LITERAL' && type !== 'BLOCK_FOLDED') return span(start, end);
  const source = 'source' in token ? token.source : '';
  const blank = source.length - source.trimEnd().length;
  const header = 'props' in token ? (token.props[0] as CST.SourceToken).source.length : 1;
  return span(start, blank === source.length ? start + header : end - blank);
}

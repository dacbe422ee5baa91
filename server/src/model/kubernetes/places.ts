import type { Span } from '../../base/span.ts';
import type { YamlDocument, YamlFile, YamlNode } from '../yaml/index.ts';
import type { Resource } from './resource.ts';

interface Placed {
  readonly span: Span;
}

/** The last of some parts, in the order of the text, that begins at or before an offset. */
function lastBefore<T extends Placed>(parts: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((parts[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return parts[low - 1];
}

/** The key or the item of a list that begins on the line at `offset`, with all that is below it; the whole object at its first key. */
export function blockAt({ text, documents }: YamlFile, offset: number): Span | undefined {
  let start = offset;
  while (start < text.length && (text[start] === ' ' || text[start] === '\t')) start++;
  const root = lastBefore(documents, start)?.root;
  let node: YamlNode | undefined = root;
  while (node && (node.kind === 'mapping' || node.kind === 'sequence')) {
    if (node === root && node.span.start === start) return node.span;
    const part = node.kind === 'mapping' ? lastBefore(node.entries, start) : lastBefore(node.items, start);
    if (part?.span.start === start) return part.span;
    node = part?.value;
  }
  return undefined;
}

/** Finds the resource that an offset lies in. */
export function resourceFinder(resources: readonly Resource[]): (offset: number) => Resource | undefined {
  let placed: readonly (Placed & { readonly resource: Resource })[] | undefined;
  return (offset) => {
    placed ??= resources.map((resource) => ({ span: resource.node.span, resource })).sort((a, b) => a.span.start - b.span.start);
    const inside = lastBefore(placed, offset);
    return inside && offset <= inside.span.end ? inside.resource : undefined;
  };
}

export const documentAt = ({ documents }: YamlFile, offset: number): YamlDocument | undefined => lastBefore(documents, offset);

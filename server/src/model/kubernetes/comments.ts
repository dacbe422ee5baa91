import { type Span, span } from '../../base/span.ts';
import type { Annotation, Comment } from '../document.ts';
import { asMapping, asScalar, at, keyOf, type YamlComment } from '../yaml/index.ts';
import type { Resource } from './resource.ts';
import type { Workload } from './workload.ts';

/** Gives comments what they cover. Walks from the last to the first, so that a block of comments is read once. */
export function coveringComments(text: string, comments: readonly YamlComment[]): readonly Comment[] {
  const result: Comment[] = [];
  let below: Comment | undefined;
  for (const { span: where } of comments.toReversed()) {
    const start = lineStart(text, where.start);
    const isAlone = text.slice(start, where.start).trim() === '';
    const comment: Comment = {
      span: where,
      text: text.slice(where.start + 1, where.end).trim(),
      covers: isAlone ? nextLine(text, where.end, below) : span(start, where.end),
    };
    result.push(comment);
    below = isAlone ? comment : undefined;
  }
  return result.reverse();
}

/** The next line that is neither blank nor a comment; `below` is the next comment, if it stands alone. */
function nextLine(text: string, from: number, below: Comment | undefined): Span {
  let start = from;
  while (start < text.length && isSpace(text.charCodeAt(start))) start++;
  if (start === below?.span.start) return below.covers;
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return span(lineStart(text, start), end);
}

const isSpace = (unit: number): boolean => unit <= 32;

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

/** The annotations of a resource and of its pod template, which speak of the resource as well. */
export function annotationsOf({ node }: Resource, workload: Workload | undefined): readonly Annotation[] {
  const named = (workload?.containers ?? []).map(({ name = '', node: container }) => [name, container.span] as const);
  const containers = new Map(named.filter(([name]) => name !== ''));
  const knowsContainers = workload !== undefined && !workload.isPartial && containers.size === named.length;
  const own = asMapping(at(node, 'metadata', 'annotations'));
  const inner = workload?.annotations;
  return [own, inner === own ? undefined : inner].flatMap((mapping) =>
    (mapping?.entries ?? []).flatMap((entry) => {
      const name = keyOf(entry);
      const value = asScalar(entry.value);
      return name === undefined || !value
        ? []
        : { name, value: value.text, span: value.span, covers: node.span, containers, knowsContainers };
    }),
  );
}

import type { Span } from '../../base/span.ts';
import type { KubernetesFile, Workload } from '../../model/kubernetes/index.ts';

/** A named thing of a file, for the outline. */
export interface FileSymbol {
  readonly name: string;
  /** What it is: a kind, or the list that a container stands in. */
  readonly detail: string;
  readonly kind: 'resource' | 'container' | 'volume';
  readonly span: Span;
  /** What is selected when someone goes there. */
  readonly nameSpan: Span;
  readonly children: readonly FileSymbol[];
}

/** The resources of a file with their containers and volumes, in the order of the text. */
export function symbolsOf({ resources, workloads }: KubernetesFile): readonly FileSymbol[] {
  const byResource = new Map(workloads.map((workload) => [workload.resource, workload]));
  return resources.map((resource) => {
    const workload = byResource.get(resource);
    const { kind, name, namespace, node, nameSpan } = resource;
    return {
      name: name ?? (kind === '' ? 'without a kind' : kind),
      detail: namespace === undefined ? kind : `${kind} · ${namespace}`,
      kind: 'resource',
      span: node.span,
      nameSpan,
      children: workload ? partsOf(workload, node.span) : [],
    };
  });
}

/** What an alias brings in stands elsewhere, and editors want children inside their parents. */
function partsOf({ containers, volumes }: Workload, whole: Span): readonly FileSymbol[] {
  const parts: FileSymbol[] = [
    ...containers.map(({ name, list, node, nameSpan }) => ({
      name: name ?? 'without a name',
      detail: list,
      kind: 'container' as const,
      span: node.span,
      nameSpan,
      children: [],
    })),
    ...volumes.flatMap(({ name, nameNode, node }) =>
      name === undefined || !nameNode
        ? []
        : { name, detail: 'volumes', kind: 'volume' as const, span: node.span, nameSpan: nameNode.span, children: [] },
    ),
  ];
  return parts
    .filter(({ span, nameSpan }) => within(span, whole) && within(nameSpan, span))
    .sort((a, b) => a.span.start - b.span.start);
}

const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

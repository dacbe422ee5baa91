import type { Span } from '../../base/span.ts';
import {
  type Container,
  type KubernetesFile,
  type KustomizationEntry,
  type Reference,
  referencesOf,
  type Resource,
  selectionOf,
  type Selection,
} from '../../model/kubernetes/index.ts';

/** What stands at an offset and leads to other places. */
export type KubernetesPlace =
  | { readonly kind: 'reference'; readonly span: Span; readonly reference: Reference; readonly resource: Resource }
  | { readonly kind: 'selection'; readonly span: Span; readonly selection: Selection; readonly resource: Resource }
  | { readonly kind: 'name'; readonly span: Span; readonly resource: Resource }
  | { readonly kind: 'image'; readonly span: Span; readonly container: Container }
  | { readonly kind: 'entry'; readonly span: Span; readonly entry: KustomizationEntry };

const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** The smallest place around an offset that leads somewhere. */
export function kubernetesPlaceAt(model: KubernetesFile, offset: number): KubernetesPlace | undefined {
  const entry = model.kustomization?.entries.find(({ node }) => holds(node.span, offset));
  if (entry) return { kind: 'entry', span: entry.node.span, entry };
  const resource = model.resources.find(({ node }) => holds(node.span, offset));
  if (!resource) return undefined;
  const workload = model.workloads.find((each) => each.resource === resource);
  const reference = referencesOf(resource, workload).find(({ node }) => holds(node.span, offset));
  if (reference) return { kind: 'reference', span: reference.node.span, reference, resource };
  const container = workload?.containers.find(({ image }) => image && holds(image.span, offset));
  if (container?.image) return { kind: 'image', span: container.image.span, container };
  if (resource.name !== undefined && holds(resource.nameSpan, offset)) return { kind: 'name', span: resource.nameSpan, resource };
  const selection = selectionOf(resource);
  if (selection && holds(selection.selector.span, offset))
    return { kind: 'selection', span: selection.selector.span, selection, resource };
  return undefined;
}

import type { Span } from '../../base/span.ts';
import type { KubernetesFile, Resource } from '../../model/kubernetes/index.ts';
import {
  asMapping,
  entryOf,
  keyOf,
  stringOf,
  type YamlDocument,
  type YamlFile,
  type YamlMapping,
  type YamlNode,
  type YamlScalar,
} from '../../model/yaml/index.ts';

/** Keys of mappings and indices of lists. */
export type TreePath = readonly (string | number)[];

/** A key or a scalar value, and the way that leads there. */
export interface Spot {
  readonly part: 'key' | 'value';
  /** To the mapping that has the key, or to the value itself. */
  readonly path: TreePath;
  readonly scalar: YamlScalar;
  /** The mappings around it, the innermost last. */
  readonly around: readonly YamlMapping[];
}

const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** What stands at an offset below `node`; aliases lead elsewhere and are not followed. Recursive: the parser bounds the depth. */
export function spotAt(
  node: YamlNode | undefined,
  offset: number,
  path: TreePath = [],
  around: readonly YamlMapping[] = [],
): Spot | undefined {
  if (!node || !holds(node.span, offset)) return undefined;
  switch (node.kind) {
    case 'scalar':
      return { part: 'value', path, scalar: node, around };
    case 'alias':
      return undefined;
    case 'sequence':
      for (const [index, { value, span }] of node.items.entries()) {
        const found = holds(span, offset) ? spotAt(value, offset, [...path, index], around) : undefined;
        if (found) return found;
      }
      return undefined;
    case 'mapping':
      for (const entry of node.entries) {
        const { key, value, span } = entry;
        if (!holds(span, offset)) continue;
        if (key.kind === 'scalar' && holds(key.span, offset))
          return { part: 'key', path, scalar: key, around: [...around, node] };
        const found = spotAt(value, offset, [...path, keyOf(entry) ?? ''], [...around, node]);
        if (found) return found;
      }
      return undefined;
  }
}

/** A spot in an object, counted from that object. */
export interface ObjectSpot extends Spot {
  readonly object: YamlMapping;
  /** Undefined while the object does not name its kind and its version. */
  readonly resource: Resource | undefined;
  readonly document: YamlDocument;
}

/** What stands at an offset of a file, seen from the object that it belongs to: items of a `List` are objects. */
export function objectSpotAt(
  { documents }: YamlFile,
  resources: KubernetesFile['resources'],
  offset: number,
): ObjectSpot | undefined {
  for (const document of documents) {
    let object = asMapping(document.root);
    let spot = holds(document.span, offset) ? spotAt(object, offset) : undefined;
    while (object && spot && isList(object) && spot.path[0] === 'items' && typeof spot.path[1] === 'number') {
      const list = entryOf(object, 'items')?.value;
      object = list?.kind === 'sequence' ? asMapping(list.items[spot.path[1]]?.value) : undefined;
      spot = { ...spot, path: spot.path.slice(2), around: spot.around.slice(1) };
    }
    if (object && spot) return { ...spot, object, document, resource: resources.find(({ node }) => node === object) };
  }
  return undefined;
}

const isList = (node: YamlMapping): boolean => stringOf(entryOf(node, 'kind')?.value)?.endsWith('List') ?? false;

import type { ObjectShape, Shape } from '../../rules/kubernetes/support/shape.ts';
import type { TreePath } from './spot.ts';

/** What a value at a path must look like, and the field that says so. */
export interface FieldPlace {
  readonly shape: Shape;
  /** The object that has the field; undefined below a mapping of free keys. */
  readonly owner: ObjectShape | undefined;
  readonly name: string;
}

/** Follows a path down from an object; undefined where nobody knows what belongs there. */
export function fieldAt(root: ObjectShape, path: TreePath): FieldPlace | undefined {
  let place: FieldPlace = { shape: root, owner: undefined, name: '' };
  for (const step of path) {
    // What a merge brings in belongs to the object that it stands in.
    if (step === '<<') continue;
    const next = typeof step === 'number' ? itemOf(place) : entryOf(place.shape, step);
    if (!next) return undefined;
    place = next;
  }
  return place;
}

const itemOf = ({ shape, ...place }: FieldPlace): FieldPlace | undefined =>
  shape.kind === 'list' ? { ...place, shape: shape.items } : undefined;

function entryOf(shape: Shape, name: string): FieldPlace | undefined {
  if (shape.kind === 'map') return { shape: shape.values, owner: undefined, name };
  const field = shape.kind === 'object' ? shape.field(name) : undefined;
  return field && shape.kind === 'object' ? { shape: field, owner: shape, name } : undefined;
}

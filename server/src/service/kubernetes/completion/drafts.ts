import { usualKeys, usualValues } from '../../../knowledge/kubernetes/usual-words.ts';
import type { Resource, Workload } from '../../../model/kubernetes/index.ts';
import { asScalar, asSequence, at, entryOf, itemsOf, type YamlMapping, type YamlNode } from '../../../model/yaml/index.ts';
import { fieldAt, type FieldPlace } from '../field.ts';
import { aboutField, type Surroundings, valuesOf } from '../describe.ts';
import { type ObjectShape, type Shape, shapeOf, standardShape } from '../../../rules/kubernetes/support/shape.ts';
import { shapeName } from '../shape-names.ts';
import type { ObjectSpot } from '../spot.ts';
import { type Draft, valueDraft } from './draft.ts';
import { kindDrafts, versionDrafts } from './header.ts';
import { keyDrafts } from './keys.ts';
import { labelDrafts } from './labels.ts';
import { namespaceDrafts, objectWordDrafts, targetPortDrafts } from './object-words.ts';
import { podNameDrafts } from './pod-names.ts';
import { referenceDrafts } from './references.ts';

/** What fits at a spot, and what it would be there. */
export interface Drafts {
  readonly as: 'key' | 'value';
  /** Whether it would be the first item of a list whose dash is missing. */
  readonly needsDash: boolean;
  readonly drafts: readonly Draft[];
}

const NONE: Drafts = { as: 'value', needsDash: false, drafts: [] };

export function draftsAt(spot: ObjectSpot, workload: Workload | undefined, around: Surroundings): Drafts {
  const { resource } = spot;
  const root = (resource && shapeOf(around, resource)) ?? standardShape(around.env.kubernetesVersion);
  return spot.part === 'key' ? atKey(spot, root, around) : { ...NONE, drafts: atValue(spot, root, workload, around) };
}

function atKey(spot: ObjectSpot, root: ObjectShape, around: Surroundings): Drafts {
  const { path, resource } = spot;
  const holder = spot.around.at(-1);
  const labels = resource && labelDrafts(spot, resource, around);
  if (labels) return { ...NONE, as: 'key', drafts: labels };
  const place = fieldAt(root, path);
  if (!place) return NONE;
  const { shape } = place;
  const version = around.env.kubernetesVersion;
  if (shape.kind === 'object') return { ...NONE, as: 'key', drafts: keyDrafts(shape, holder, path.length === 0, version) };
  if (shape.kind === 'map') return { ...NONE, as: 'key', drafts: usualKeyDrafts(resource?.kind ?? '', place, holder) };
  // What was taken for the only key of a mapping may be a value on a line of its own, or the first item of a list.
  if (holder?.entries.length !== 1) return NONE;
  if (shape.kind === 'scalar') return { ...NONE, drafts: valueDrafts(place, shape).filter(isNew(spot)) };
  if (shape.kind !== 'list') return NONE;
  const { items } = shape;
  if (items.kind === 'object') return { as: 'key', needsDash: true, drafts: keyDrafts(items, undefined, false, version) };
  return { ...NONE, needsDash: true, drafts: valueDrafts(place, items) };
}

function atValue(spot: ObjectSpot, root: ObjectShape, workload: Workload | undefined, around: Surroundings): readonly Draft[] {
  const { path, resource, object } = spot;
  if (path.length === 1 && path[0] === 'apiVersion') return versionDrafts(object, around);
  if (path.length === 1 && path[0] === 'kind') return kindDrafts(object, around);
  const named = resource && namesAt(spot, resource, workload, around);
  if (named) return named;
  const place = fieldAt(root, path);
  return place ? valueDrafts(place, place.shape).filter(isNew(spot)) : [];
}

const namesAt = (
  spot: ObjectSpot,
  resource: Resource,
  workload: Workload | undefined,
  around: Surroundings,
): readonly Draft[] | undefined =>
  objectWordDrafts(spot.path) ??
  labelDrafts(spot, resource, around) ??
  (workload && podNameDrafts(spot, workload)) ??
  targetPortDrafts(spot, resource, around) ??
  namespaceDrafts(spot, around) ??
  referenceDrafts(spot, resource, workload, around);

/** What no other item of the list at the spot is. */
function isNew({ path, object }: ObjectSpot): (draft: Draft) => boolean {
  if (typeof path.at(-1) !== 'number') return () => true;
  let list: YamlNode | undefined = object;
  for (const step of path.slice(0, -1)) list = typeof step === 'number' ? asSequence(list)?.items[step]?.value : at(list, step);
  const there = new Set(itemsOf(list).map((item) => asScalar(item)?.text));
  return ({ text }) => !there.has(text);
}

function usualKeyDrafts(kind: string, { owner, name, shape }: FieldPlace, holder: YamlMapping | undefined): readonly Draft[] {
  const keys = usualKeys(kind, owner?.type ?? '', name).filter((key) => entryOf(holder, key) === undefined);
  return keys.map((key, rank) => valueDraft(key, 'field', `${name}, ${shapeName(shape)}`, rank));
}

function valueDrafts({ owner, name }: FieldPlace, shape: Shape): readonly Draft[] {
  if (shape.kind !== 'scalar') return [];
  const known = valuesOf(shape) ?? (shape.scalar === 'boolean' ? [true, false] : undefined);
  const values = known ?? usualValues(owner?.type ?? '', name);
  const documentation = owner && aboutField({ owner, name });
  return values.map((value, rank) =>
    valueDraft(String(value), 'value', name, known ? 0 : rank, {
      isString: typeof value === 'string',
      ...(documentation !== undefined && { documentation }),
    }),
  );
}

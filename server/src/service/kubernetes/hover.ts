import { folderOf } from '../../base/path.ts';
import type { Span } from '../../base/span.ts';
import type { KubernetesFile } from '../../model/kubernetes/index.ts';
import { shapeOf } from '../../rules/kubernetes/support/shape.ts';
import { code } from '../markdown.ts';
import { describeField, describeKind, type Surroundings, valuesOf } from './describe.ts';
import { fieldAt } from './field.ts';
import { definitionsAt } from './navigate.ts';
import { type KubernetesPlace, kubernetesPlaceAt } from './place.ts';
import { type ObjectSpot, objectSpotAt } from './spot.ts';

interface Words {
  readonly span: Span;
  readonly markdown: string;
}

/** The line, from 1, of an offset in a file of the workspace. */
type LineIn = (path: string, offset: number) => number | undefined;

/** What stands at an offset of a Kubernetes file: a kind, a reference, a field, or what leads to other objects. */
export function aboutKubernetes(model: KubernetesFile, offset: number, around: Surroundings, lineOf: LineIn): Words | undefined {
  const spot = objectSpotAt(model.yaml, model.resources, offset);
  if (!spot) return undefined;
  const place = kubernetesPlaceAt(model, offset);
  const leads = place && aboutTargets(place, model, offset, around, lineOf);
  const isReference = place?.kind === 'reference';
  const markdown =
    (isReference ? leads : undefined) ??
    aboutHeader(spot, around) ??
    aboutField(spot, around) ??
    (isReference ? undefined : leads);
  return markdown === undefined ? undefined : { span: spot.scalar.span, markdown };
}

/** Where the places are that what stands here leads to; undefined where it leads to none. */
function aboutTargets(
  place: KubernetesPlace,
  model: KubernetesFile,
  offset: number,
  { file, env }: Surroundings,
  lineOf: LineIn,
): string | undefined {
  if (place.kind !== 'reference' && place.kind !== 'selection' && place.kind !== 'image') return undefined;
  const targets = definitionsAt(model, file.path, offset, env.workspace)?.targets ?? [];
  if (targets.length === 0) return undefined;
  const places = targets.slice(0, MOST_PLACES).map(({ path, span }) => {
    const line = place.kind === 'image' ? undefined : lineOf(path, span.start);
    return `${code(shortPath(path, file.path))}${line === undefined ? '' : ` line ${line}`}`;
  });
  const where = `${places.join(', ')}${targets.length > MOST_PLACES ? ', …' : ''}`;
  switch (place.kind) {
    case 'reference':
      return `**${place.reference.name}** · ${place.reference.kind}, defined in ${where}`;
    case 'selection':
      return `Selects ${place.selection.picks === 'pods' ? 'the pods of' : 'the Services in'} ${where}`;
    case 'image':
      return `By its name, built from ${where}`;
  }
}

const MOST_PLACES = 5;

/** Beside the file that is looked at, the name alone says enough. */
const shortPath = (path: string, from: string): string => {
  const folder = folderOf(from);
  return folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
};

function aboutHeader({ part, path, scalar, resource }: ObjectSpot, around: Surroundings): string | undefined {
  const name = part === 'key' && path.length === 0 ? scalar.text : path.length === 1 ? path[0] : undefined;
  return resource && (name === 'kind' || name === 'apiVersion') ? describeKind(resource, around) : undefined;
}

function aboutField({ part, path, scalar, resource }: ObjectSpot, around: Surroundings): string | undefined {
  const root = resource && shapeOf(around, resource);
  if (!root) return undefined;
  if (part === 'key') {
    const owner = fieldAt(root, path)?.shape;
    if (owner?.kind !== 'object') return undefined;
    const name = scalar.text;
    const shape = owner.field(name);
    return shape || owner.elsewhere(name) ? describeField({ owner, name, shape }, resource, around) : undefined;
  }
  const place = fieldAt(root, path);
  if (!place?.owner || place.shape.kind !== 'scalar') return undefined;
  if (!valuesOf(place.shape) && place.shape.scalar !== 'boolean') return undefined;
  return describeField({ owner: place.owner, name: place.name, shape: place.shape }, resource, around);
}

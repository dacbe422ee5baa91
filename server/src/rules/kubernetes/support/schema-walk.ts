import { Memo, remembered } from '../../../base/memo.ts';
import type { Span } from '../../../base/span.ts';
import type { Context } from '../../../engine/rule.ts';
import type { Resource } from '../../../model/kubernetes/index.ts';
import {
  asMapping,
  asScalar,
  entryOf,
  HOLE,
  isNull,
  keyOf,
  resolve,
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
  type YamlScalar,
  type YamlSequence,
} from '../../../model/yaml/index.ts';
import { brokenBound } from './bounds.ts';
import { isMarked, isPlaceholder } from './placeholder.ts';
import { fits } from './scalar-fit.ts';
import { type ObjectShape, type Shape, shapeOf } from './shape.ts';

/** An object of the resource that has a shape, and how one gets there. */
export interface Place {
  readonly mapping: YamlMapping;
  readonly shape: ObjectShape;
  /** `spec.containers[]`; `''` is the resource itself. */
  readonly path: string;
  /** The key that leads here, or the first key of a list's item. */
  readonly near: Span;
  readonly parent: Place | undefined;
}

export type Deviation =
  /** A key that the object does not have. */
  | { readonly what: 'unknown'; readonly place: Place; readonly entry: YamlEntry; readonly name: string }
  /** A value of another type, or outside the values or the bounds that the API takes. */
  | { readonly what: 'type'; readonly place: Place; readonly path: string; readonly node: Resolved; readonly shape: Shape }
  | { readonly what: 'missing'; readonly place: Place; readonly name: string }
  /** An item with the same keys as an earlier one. */
  | {
      readonly what: 'repeated';
      readonly path: string;
      readonly list: YamlSequence;
      readonly index: number;
      readonly keys: readonly string[];
      readonly first: YamlScalar;
      readonly again: YamlScalar;
    };

type Resolved = Exclude<YamlNode, { kind: 'alias' }>;

/** Keyed by the list of files, which may define kinds; below that by the version and the resource. */
const FOUND = new Memo((_: object) => new Map<string, Memo<Resource, readonly Deviation[], [Context<'kubernetes'>]>>());

/** Where a resource differs from the schema of its kind; the same for all rules. */
export const deviationsOf = (context: Context<'kubernetes'>, resource: Resource): readonly Deviation[] =>
  remembered(
    FOUND.of(context.env.workspace.all('kubernetes')),
    context.env.kubernetesVersion,
    () => new Memo((key: Resource, at: Context<'kubernetes'>) => walked(at, key)),
  ).of(resource, context);

/** Each node is looked at once, however many aliases stand for it. */
function walked(context: Context<'kubernetes'>, resource: Resource): readonly Deviation[] {
  // Where the syntax is broken, things seem to be in other places than their author means.
  if (resource.document.problems.length > 0) return [];
  const shape = shapeOf(context, resource);
  if (!shape || isOtherFile(context.file.path, resource.node, shape)) return [];
  const walk = new SchemaWalk();
  const near = resource.node.entries.find((entry) => keyOf(entry) === 'kind')?.key.span ?? resource.nameSpan;
  walk.object({ mapping: resource.node, shape, path: '', near, parent: undefined });
  return walk.found;
}

/** The values of a chart may name a kind and a version, too; then nothing else in them is a field of that kind. */
const isOtherFile = (path: string, { entries }: YamlMapping, shape: ObjectShape): boolean =>
  /(?:^|\/)values[^/]*\.ya?ml$/.test(path) ||
  (entries.length > 3 &&
    !entries.some((entry) => !/^(?:apiVersion|kind)$/.test(keyOf(entry) ?? '') && shape.field(keyOf(entry) ?? '')));

/** Recursive: the parser bounds the depth. */
class SchemaWalk {
  readonly found: Deviation[] = [];
  readonly #seen = new Set<YamlNode>();

  object(place: Place): void {
    const { mapping, shape, path } = place;
    if (this.#seen.has(mapping)) return;
    this.#seen.add(mapping);
    let isComplete = true;
    for (const entry of mapping.entries) {
      const name = keyOf(entry);
      if (name === '<<') isComplete &&= this.#merged(entry, place);
      if (name === undefined || name === '' || name === '<<' || name.includes(HOLE) || isMarked(name)) continue;
      // The controllers write the status; what stands there was copied from a cluster.
      if (path === '' && name === 'status') continue;
      const inner = shape.field(name);
      if (inner) this.#value(entry.value, inner, place, path === '' ? name : `${path}.${name}`, entry.key.span);
      else if (!shape.isOpen && !name.startsWith('$')) this.found.push({ what: 'unknown', place, entry, name });
    }
    if (!isComplete) return;
    for (const name of shape.required) {
      const entry = entryOf(mapping, name);
      if (!entry || isNull(entry.value)) this.found.push({ what: 'missing', place, name });
    }
  }

  /** What a merge brings in is looked at where it stands. Returns whether it is known. */
  #merged({ value }: YamlEntry, place: Place): boolean {
    const source = resolve(value);
    const all = source?.kind === 'sequence' ? source.items.map((item) => item.value) : [source];
    for (const node of all) {
      const mapping = asMapping(node);
      if (!mapping) return false;
      const optional: ObjectShape = { ...place.shape, required: [] };
      this.object({ ...place, mapping, shape: optional });
    }
    return true;
  }

  #value(value: YamlNode | undefined, shape: Shape, place: Place, path: string, near: Span): void {
    const node = resolve(value);
    if (!node || isForeign(node) || shape.kind === 'any' || isNull(node)) return;
    if (node.kind === 'scalar') {
      const scalar = asScalar(node);
      if (!scalar || isPlaceholder(scalar.text)) return;
      if (shape.kind !== 'scalar' || !fits(scalar.value, shape) || (shape.bounds && brokenBound(scalar.value, shape.bounds)))
        this.found.push({ what: 'type', place, path, node: scalar, shape });
      return;
    }
    const wanted = shape.kind === 'list' ? 'sequence' : 'mapping';
    if (shape.kind === 'scalar' || node.kind !== wanted) {
      const isAny = shape.kind === 'scalar' && shape.scalar === 'any';
      if (!isAny) this.found.push({ what: 'type', place, path, node, shape });
    } else if (node.kind === 'mapping' && shape.kind === 'object') {
      this.object({ mapping: node, shape, path, near, parent: place });
    } else if (!this.#seen.has(node)) {
      this.#seen.add(node);
      if (node.kind === 'sequence' && shape.kind === 'list') this.#list(node, shape, place, path);
      if (node.kind === 'mapping' && shape.kind === 'map') {
        for (const entry of node.entries) {
          const name = keyOf(entry);
          if (name === undefined || name === '<<' || name.startsWith('$patch')) continue;
          this.#value(entry.value, shape.values, place, `${path}.${name}`, entry.key.span);
        }
      }
    }
  }

  #list(list: YamlSequence, shape: Extract<Shape, { kind: 'list' }>, place: Place, path: string): void {
    for (const { value, span } of list.items) {
      const first = asMapping(value)?.entries[0]?.key.span;
      this.#value(value, shape.items, place, `${path}[]`, first ?? span);
    }
    if (shape.keys.length > 0) this.#repeated(list, shape.keys, path);
  }

  #repeated(list: YamlSequence, keys: readonly string[], path: string): void {
    const known = new Map<string, YamlScalar>();
    for (const [index, { value }] of list.items.entries()) {
      const item = asMapping(value);
      const scalars = keys.map((key) => asScalar(entryOf(item, key)?.value));
      const [again] = scalars;
      // Ports that differ only in where the node listens are wanted; the protocol has a default.
      const rest = ['hostPort', 'hostIP'].map((key) =>
        keys[0] === 'containerPort' ? asScalar(entryOf(item, key)?.value) : undefined,
      );
      if (!item || !again || scalars.some((scalar, at) => !scalar && keys[at] !== 'protocol')) continue;
      const id = [...scalars.map((scalar) => scalar?.text ?? 'TCP'), ...rest.map((scalar) => scalar?.text)].join('\n');
      const first = known.get(id);
      if (first) this.found.push({ what: 'repeated', path, list, index, keys, first, again });
      else known.set(id, again);
    }
  }
}

/** A tag of another tool (`!vault`, `!Ref`) makes the value something else. */
const isForeign = ({ tag }: YamlNode): boolean =>
  tag !== undefined && !/^(?:!!(?:str|int|float|bool|null|map|seq)|!)$/.test(tag.text);

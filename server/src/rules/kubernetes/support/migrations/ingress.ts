import { lookup, type Resource } from '../../../../model/kubernetes/index.ts';
import {
  asMapping,
  at,
  type Edits,
  type EditSource,
  entryOf,
  insertEntry,
  itemsOf,
  renameKey,
  valueOf,
  wrapEntries,
  type YamlMapping,
  type YamlNode,
} from '../../../../model/yaml/index.ts';
import { type Migrate, SAME_SHAPE } from './migration.ts';

/** Ingress: `networking.k8s.io/v1` writes a backend as an object of its own and wants the type of each path. */
export const migrateIngress: Migrate = (source, { node, isPartial }) => {
  const spec = asMapping(at(node, 'spec'));
  if (!spec) return isPartial ? undefined : SAME_SHAPE;
  const edits: Edits[] = [];
  const standard = entryOf(spec, 'backend');
  if (standard) edits.push(renameKey(source, standard, 'defaultBackend'), backend(source, standard.value));
  for (const rule of list(spec, 'rules', isPartial && !standard) ?? [undefined]) {
    const http = lookup(asMapping(rule), 'http');
    if (http.state === 'absent' && !isPartial) continue;
    for (const path of list(asMapping(http.state === 'present' ? http.node : undefined), 'paths', isPartial) ?? [undefined])
      edits.push(...pathEdits(source, path));
  }
  return { edits, applicability: 'safe' };
};

/** The items of a list; undefined when they are not known. */
function list(mapping: YamlMapping | undefined, name: string, isPartial: Resource['isPartial']): readonly YamlNode[] | undefined {
  const found = lookup(mapping, name);
  if (found.state === 'absent') return isPartial ? undefined : [];
  return found.state === 'present' && found.node.kind === 'sequence' ? itemsOf(found.node) : undefined;
}

function pathEdits(source: EditSource, node: YamlNode | undefined): readonly Edits[] {
  const path = asMapping(node);
  if (!path) return [undefined];
  // The beta version's meaning when nothing was said.
  const type =
    lookup(path, 'pathType').state === 'absent'
      ? [insertEntry(source, path, 'pathType', 'ImplementationSpecific', 'backend')]
      : [];
  const present = at(path, 'backend');
  const isNew = ['service', 'resource'].some((name) => entryOf(asMapping(present), name));
  return isNew ? type : [...type, backend(source, present)];
}

function backend(source: EditSource, node: YamlNode | undefined): Edits {
  const mapping = asMapping(node);
  const name = entryOf(mapping, 'serviceName');
  const port = entryOf(mapping, 'servicePort');
  const value = valueOf(port?.value);
  if (!mapping || !name || !port) return undefined;
  const key = typeof value === 'number' ? 'number' : typeof value === 'string' && /[a-z]/i.test(value) ? 'name' : undefined;
  if (key === undefined) return undefined;
  return wrapEntries(source, mapping, 'service', [
    { entry: name, path: ['name'] },
    { entry: port, path: ['port', key] },
  ]);
}

import type { Applicability, Fix } from '../../../../engine/fix.ts';
import { lookup } from '../../../../model/kubernetes/index.ts';
import {
  asMapping,
  asScalar,
  at,
  deletePath,
  type Edits,
  type EditSource,
  entryOf,
  insertEntry,
  keyOf,
  type NewValue,
  renameKey,
  setPath,
  type YamlEntry,
  type YamlMapping,
  type YamlScalar,
} from '../../../../model/yaml/index.ts';
import { fixOf, together } from '../edits.ts';
import { scalarSource } from '../scalar-source.ts';
import type { Annotated } from './annotations.ts';

/** The field that says the same as an annotation. */
interface Field {
  readonly base: YamlMapping;
  readonly path: readonly string[];
  /** Undefined where it cannot be said. */
  readonly value: NewValue | undefined;
  readonly applicability: Applicability;
  /** Where people write it first in its mapping. */
  readonly isFirst?: boolean;
}

type ToField = (source: EditSource, of: Annotated, value: YamlScalar, isRemoved: boolean, container: string) => Field | undefined;

const inSpec =
  (
    name: string,
    applicability: Applicability,
    valueOf: (source: EditSource, value: YamlScalar) => NewValue | undefined,
  ): ToField =>
  (source, { node }, value) => ({ base: node, path: ['spec', name], value: valueOf(source, value), applicability });

const FIELDS: Readonly<Record<string, ToField>> = {
  // Only where the cluster has a class of that name, controllers see the same.
  'kubernetes.io/ingress.class': (source, { node }, value) => ({
    base: node,
    path: ['spec', 'ingressClassName'],
    value: scalarSource(source, value),
    applicability: 'suggested',
    isFirst: true,
  }),
  'volume.beta.kubernetes.io/storage-class': inSpec('storageClassName', 'safe', scalarSource),
  'volume.beta.kubernetes.io/mount-options': inSpec('mountOptions', 'safe', (_, { text }) =>
    /^[\w.=:/-]+(?:,[\w.=:/-]+)*$/.test(text) ? text.split(',') : undefined,
  ),
  'service.alpha.kubernetes.io/tolerate-unready-endpoints': inSpec('publishNotReadyAddresses', 'safe', (_, { text }) =>
    text === 'true' ? 'true' : undefined,
  ),
  'scheduler.alpha.kubernetes.io/critical-pod': inSpec('priorityClassName', 'suggested', () => 'system-cluster-critical'),
  'seccomp.security.alpha.kubernetes.io/pod': (_, { node }, { text }, isRemoved) => ({
    base: node,
    path: ['spec', 'securityContext', 'seccompProfile'],
    value: profile(text),
    applicability: isRemoved ? 'suggested' : 'safe',
  }),
  'container.seccomp.security.alpha.kubernetes.io/': containerProfile('seccompProfile'),
  'container.apparmor.security.beta.kubernetes.io/': containerProfile('appArmorProfile'),
};

/** Annotations that only have another name. */
const RENAMED: Readonly<Record<string, string>> = {
  'service.kubernetes.io/topology-aware-hints': 'service.kubernetes.io/topology-mode',
  'storageclass.beta.kubernetes.io/is-default-class': 'storageclass.kubernetes.io/is-default-class',
};

function containerProfile(field: string): ToField {
  return (_, { containers }, { text }, isRemoved, container) => {
    const base = containers?.get(container);
    const applicability = isRemoved ? 'suggested' : 'safe';
    return base && { base, path: ['securityContext', field], value: profile(text), applicability };
  };
}

/** Profiles had one word. */
function profile(text: string): NewValue | undefined {
  if (text === 'runtime/default' || text === 'docker/default') return { type: 'RuntimeDefault' };
  if (text === 'unconfined') return { type: 'Unconfined' };
  const local = /^localhost\/([\w][\w./-]*)$/.exec(text)?.[1];
  return local === undefined ? undefined : { type: 'Localhost', localhostProfile: local };
}

/** Moves an annotation into the field that took its place; where the field is there already, the annotation says nothing. */
export function annotationFixes(source: EditSource, of: Annotated, entry: YamlEntry, isRemoved: boolean): readonly Fix[] {
  const name = keyOf(entry) ?? '';
  const value = asScalar(entry.value);
  const renamed = RENAMED[name];
  if (renamed !== undefined) {
    const isThere = entryOf(asMapping(at(of.node, 'metadata', 'annotations')), renamed) !== undefined;
    return fixOf(`Use \`${renamed}\``, 'safe', isThere ? undefined : renameKey(source, entry, renamed));
  }
  const prefix = name.slice(0, name.indexOf('/') + 1);
  const toField = FIELDS[name] ?? FIELDS[prefix];
  const field = value && toField?.(source, of, value, isRemoved, name.slice(prefix.length));
  if (!field) return [];
  const deleted = deletePath(source, of.node, ['metadata', 'annotations', name]);
  const found = lookup(field.base, ...field.path);
  const saysTheSame = found.state === 'present' && (isRemoved || asScalar(found.node)?.text === value.text);
  if (saysTheSame) return fixOf(`Delete the annotation \`${name}\``, 'safe', deleted);
  if (found.state !== 'absent' || of.isPartial || field.value === undefined) return [];
  const title = `Use \`${field.path.slice(field.path[0] === 'spec' ? 1 : 0).join('.')}\``;
  return fixOf(title, field.applicability, together([deleted, put(source, field, field.value)]));
}

function put(source: EditSource, { base, path, isFirst }: Field, value: NewValue): Edits {
  const [parent = '', name = ''] = path;
  const mapping = isFirst ? asMapping(at(base, parent)) : undefined;
  const first = mapping?.entries[0];
  return mapping && first ? insertEntry(source, mapping, name, value, keyOf(first)) : setPath(source, base, path, value);
}

import { allKinds, isIn, type SchemaKind, typeAt } from '../../../knowledge/kubernetes/schema.ts';
import { asMapping, entryOf, keyOf, type YamlMapping } from '../../../model/yaml/index.ts';
import { editDistance } from '../../../base/edit-distance.ts';
import { nearestField } from './nearest-field.ts';

/** Stable versions first, then the newest. */
const rank = ({ apiVersion }: SchemaKind): number => {
  const [, major = '0', stage, step = '0'] = /v(\d+)(?:(alpha|beta)(\d+))?$/.exec(apiVersion) ?? [];
  return (stage === undefined ? 2000 : stage === 'beta' ? 1000 : 0) + Number(major) * 10 + Number(step);
};

/** The API versions that serve a kind, the one to use first. */
export const versionsOf = (kind: string, minor: number): readonly SchemaKind[] =>
  [...allKinds()].filter((one) => one.kind === kind && isIn(one, minor)).sort((a, b) => rank(b) - rank(a));

/** The groups of Kubernetes itself; `''` is the core group. */
export const isOwnGroup = (group: string): boolean => [...allKinds()].some(({ apiVersion }) => groupOf(apiVersion) === group);

export const groupOf = (apiVersion: string): string => (apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '');

/** What people write most often comes first. */
const COMMON = [
  'Pod',
  'Service',
  'ConfigMap',
  'Secret',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
  'Ingress',
  'Role',
  'ClusterRole',
];

/** The kinds of an API version that have all fields of an object, the likeliest first. */
export function kindsLike(apiVersion: string, node: YamlMapping, minor: number): readonly string[] {
  const order = (kind: string): number => (COMMON.includes(kind) ? COMMON.indexOf(kind) : COMMON.length);
  return [...allKinds()]
    .filter((one) => one.apiVersion === apiVersion && isIn(one, minor) && hasAll(one.type, node, minor))
    .map(({ kind }) => kind)
    .sort((a, b) => order(a) - order(b));
}

function hasAll(type: string, node: YamlMapping, minor: number): boolean {
  const { fields, required } = typeAt(type, minor);
  const inner = fields.get('spec')?.type;
  const spec = asMapping(entryOf(node, 'spec')?.value);
  const names = node.entries.map((entry) => keyOf(entry) ?? '');
  return (
    names.every((name) => name === 'status' || fields.has(name)) &&
    required.every((name) => names.includes(name)) &&
    (!spec || (inner !== undefined && hasAll(inner, spec, minor)))
  );
}

/** The kind of Kubernetes that a misspelt one was most likely meant to be. */
export const nearestKind = (kind: string, apiVersion: string, minor: number): string | undefined =>
  nearestField(
    kind,
    [...allKinds()].flatMap((one) => (one.apiVersion === apiVersion && isIn(one, minor) ? one.kind : [])),
  );

/** The kind of a group of custom resources that was misspelt. Others of the group may be defined elsewhere, so only a letter or their order may differ. */
export const nearestCustomKind = (kind: string, kinds: readonly string[]): string | undefined =>
  kinds.find((one) => one.length > 3 && (sorted(one) === sorted(kind) || editDistance(kind, one, 2) <= 1));

const sorted = (word: string): string => Array.from(word.toLowerCase()).sort().join('');

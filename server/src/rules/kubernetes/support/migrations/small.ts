import { lookup } from '../../../../model/kubernetes/index.ts';
import {
  asMapping,
  at,
  type Edits,
  entryOf,
  itemsOf,
  renameKey,
  replaceEntry,
  stringOf,
  valueOf,
} from '../../../../model/yaml/index.ts';
import { type Migrate, SAME_SHAPE } from './migration.ts';

const SUGGESTED = { ...SAME_SHAPE, applicability: 'suggested' } as const;

/** Where a person has to look what the new version says. */
export const migrateByHand: Migrate = () => undefined;

/** Where fields differ that are rarely used. */
export const migrateProbably: Migrate = () => SUGGESTED;

/** PodDisruptionBudget: an empty selector selected nothing and selects everything in `policy/v1`. */
export const migrateDisruptionBudget: Migrate = (_, { node, isPartial }) => {
  const selector = lookup(asMapping(at(node, 'spec')), 'selector');
  if (selector.state === 'absent') return isPartial ? SUGGESTED : SAME_SHAPE;
  const said = selector.state === 'present' && selector.node.kind === 'mapping' ? selector.node : undefined;
  const isEmpty = ['matchLabels', 'matchExpressions'].every(
    (name) => lookup(said, name).state === 'absent' || isBare(at(said, name)),
  );
  return said && !isEmpty ? SAME_SHAPE : SUGGESTED;
};

const isBare = (node: ReturnType<typeof at>): boolean => (asMapping(node)?.entries.length ?? itemsOf(node).length) === 0;

/** PriorityLevelConfiguration: the shares have another name since `v1beta3`, and 0 of them means none since `v1`. */
export const migratePriorityLevel: Migrate = (source, { node }) => {
  const limited = asMapping(at(node, 'spec', 'limited'));
  const shares = entryOf(limited, 'assuredConcurrencyShares');
  if (valueOf((shares ?? entryOf(limited, 'nominalConcurrencyShares'))?.value) === 0) return undefined;
  return shares ? { edits: [renameKey(source, shares, 'nominalConcurrencyShares')], applicability: 'safe' } : SAME_SHAPE;
};

/** EndpointSlice: the topology of an endpoint became fields. */
export const migrateEndpointSlice: Migrate = (_, { node }) =>
  itemsOf(at(node, 'endpoints')).some((endpoint) => entryOf(asMapping(endpoint), 'topology')) ? undefined : SAME_SHAPE;

/** CertificateSigningRequest: `v1` wants the signer and the usages, and no longer the signer that stood for none. */
export const migrateSigningRequest: Migrate = (_, { node }) => {
  const signer = stringOf(at(node, 'spec', 'signerName'));
  const isSigned = signer !== undefined && signer !== 'kubernetes.io/legacy-unknown';
  return isSigned && itemsOf(at(node, 'spec', 'usages')).length > 0 ? SAME_SHAPE : undefined;
};

/** RuntimeClass: in `v1alpha1` the handler stood in a `spec`. */
export const migrateRuntimeClass: Migrate = (source, { node, version }) => {
  if (version !== 'v1alpha1') return SAME_SHAPE;
  const spec = entryOf(node, 'spec');
  const inner = asMapping(spec?.value);
  const handler = stringOf(at(inner, 'runtimeHandler'));
  if (!spec || inner?.entries.length !== 1 || handler === undefined || !/^[a-z][a-z0-9-]*$/.test(handler)) return undefined;
  return { edits: [replaceEntry(source, node, spec, 'handler', handler)], applicability: 'safe' };
};

/** Reviews of access: the groups of the user have another name. */
export const migrateAccessReview: Migrate = (source, { node }) => {
  const group = entryOf(asMapping(at(node, 'spec')), 'group');
  const edits: Edits[] = group ? [renameKey(source, group, 'groups')] : [];
  return { edits, applicability: 'safe' };
};

/** Bindings of roles: in `v1alpha1` a subject could name a version of its API. */
export const migrateBinding: Migrate = (_, { node }) =>
  itemsOf(at(node, 'subjects')).some((subject) => entryOf(asMapping(subject), 'apiVersion')) ? undefined : SAME_SHAPE;

/** Claims of devices: since `v1beta2` each request says how it is to be met. */
export const migrateDevices: Migrate = (_, { version }) => (version === 'v1beta2' ? SAME_SHAPE : undefined);

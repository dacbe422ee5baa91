import { NODE_LABELS, type OldField } from '../../../../knowledge/kubernetes/deprecated-fields.ts';
import type { Resource, Workload } from '../../../../model/kubernetes/index.ts';
import {
  asMapping,
  asScalar,
  at,
  type Edits,
  type EditSource,
  itemsOf,
  keyOf,
  renameKey,
  replaceScalar,
  type YamlNode,
} from '../../../../model/yaml/index.ts';
import { fixOf } from '../edits.ts';
import type { Hit } from './hit.ts';

const MASTER = 'node-role.kubernetes.io/master';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/** Where the spec of pods names labels of nodes by their old names. */
export function* oldNodeLabels(source: EditSource, { spec, key }: Workload): Generator<Hit> {
  const selector = asMapping(at(spec, 'nodeSelector'));
  const selected = new Set(selector?.entries.map(keyOf));
  for (const entry of selector?.entries ?? []) {
    const field = NODE_LABELS.get(keyOf(entry) ?? '');
    if (!field) continue;
    const edits = selected.has(field.advice) ? undefined : renameKey(source, entry, field.advice);
    yield hit(field, entry.key, edits, key);
  }
  yield* expressions(source, at(spec, 'affinity', 'nodeAffinity', REQUIRED), key);
  for (const term of itemsOf(at(spec, 'affinity', 'nodeAffinity', PREFERRED)))
    yield* terms(source, [at(term, 'preference')], key);
  for (const affinity of ['podAffinity', 'podAntiAffinity']) {
    for (const term of itemsOf(at(spec, 'affinity', affinity, REQUIRED))) yield* named(source, at(term, 'topologyKey'), key);
    for (const term of itemsOf(at(spec, 'affinity', affinity, PREFERRED)))
      yield* named(source, at(term, 'podAffinityTerm', 'topologyKey'), key);
  }
  for (const constraint of itemsOf(at(spec, 'topologySpreadConstraints')))
    yield* named(source, at(constraint, 'topologyKey'), key);
  yield* tolerations(source, spec, key);
}

/** The nodes that a PersistentVolume can be used on. */
export function* oldVolumeLabels(source: EditSource, { node, kind, group, name = '' }: Resource): Generator<Hit> {
  if (kind === 'PersistentVolume' && group === '')
    yield* expressions(source, at(node, 'spec', 'nodeAffinity', 'required'), `PersistentVolume/${name}`);
}

/** Whoever tolerates the new taint as well cares for old clusters on purpose. */
function* tolerations(source: EditSource, spec: YamlNode, key: string): Generator<Hit> {
  const keys = itemsOf(at(spec, 'tolerations')).map((toleration) => at(toleration, 'key'));
  const tolerated = new Set(keys.map((node) => asScalar(node)?.text));
  if (tolerated.has(NODE_LABELS.get(MASTER)?.advice)) return;
  for (const node of keys) if (asScalar(node)?.text === MASTER) yield* named(source, node, key);
}

const expressions = (source: EditSource, selector: YamlNode | undefined, key: string): Iterable<Hit> =>
  terms(source, itemsOf(at(selector, 'nodeSelectorTerms')), key);

function* terms(source: EditSource, nodes: readonly (YamlNode | undefined)[], key: string): Generator<Hit> {
  for (const term of nodes)
    for (const expression of itemsOf(at(term, 'matchExpressions'))) yield* named(source, at(expression, 'key'), key);
}

function* named(source: EditSource, node: YamlNode | undefined, key: string): Generator<Hit> {
  const scalar = asScalar(node);
  const field = scalar && NODE_LABELS.get(scalar.text);
  if (field) yield hit(field, scalar, node === scalar ? replaceScalar(source, scalar, field.advice) : undefined, key);
}

/** Nodes have both names since the old one is deprecated; only the role has to be given to them by whoever set up the cluster. */
function hit(field: OldField, { span }: YamlNode, edits: Edits, key: string): Hit {
  const { name, advice } = field;
  const fixes = fixOf(`Use \`${advice}\``, name === MASTER ? 'suggested' : 'safe', edits);
  return { field: { ...field, advice: `use \`${advice}\`` }, span, fixes, key: `${key}/${name}` };
}

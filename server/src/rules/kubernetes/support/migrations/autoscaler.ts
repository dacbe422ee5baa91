import { lookup } from '../../../../model/kubernetes/index.ts';
import {
  asMapping,
  at,
  type Edits,
  type EditSource,
  entryOf,
  itemsOf,
  renameKey,
  wrapEntries,
  type YamlMapping,
} from '../../../../model/yaml/index.ts';
import { type Migrate, SAME_SHAPE } from './migration.ts';

/** What `autoscaling/v2beta1` called the targets: its key, then the key and the type of what came after. */
const TARGETS = [
  ['targetAverageUtilization', 'averageUtilization', 'Utilization'],
  ['targetAverageValue', 'averageValue', 'AverageValue'],
  ['targetValue', 'value', 'Value'],
] as const;

const SOURCES = ['resource', 'containerResource', 'pods', 'object', 'external'] as const;

/** Keys that have no single line to be moved to. */
const TOO_MUCH = ['selector', 'metricSelector', 'averageValue'] as const;

/** HorizontalPodAutoscaler: since `autoscaling/v2beta2` metric and target are objects of their own. */
export const migrateAutoscaler: Migrate = (source, { node, version, isPartial }) => {
  // What stood in `extensions` had other fields altogether.
  if (version === 'v1beta1') return undefined;
  if (version !== 'v2beta1') return SAME_SHAPE;
  const metrics = lookup(asMapping(at(node, 'spec')), 'metrics');
  if (metrics.state === 'absent') return isPartial ? undefined : SAME_SHAPE;
  if (metrics.state === 'unknown') return undefined;
  return { edits: itemsOf(metrics.node).flatMap((item) => metric(source, asMapping(item))), applicability: 'safe' };
};

function metric(source: EditSource, mapping: YamlMapping | undefined): readonly Edits[] {
  const found = SOURCES.flatMap((name) => asMapping(at(mapping, name)) ?? []);
  return found.length === 0
    ? [undefined]
    : found.flatMap((one) => changes(source, one, entryOf(mapping, 'object')?.value === one));
}

function changes(source: EditSource, mapping: YamlMapping, isObject: boolean): readonly Edits[] {
  const targets = TARGETS.filter(([old]) => entryOf(mapping, old));
  const [target] = targets;
  const entry = target && entryOf(mapping, target[0]);
  if (!target || !entry || targets.length > 1 || TOO_MUCH.some((name) => entryOf(mapping, name))) return [undefined];
  const [, key, type] = target;
  const edits = [wrapEntries(source, mapping, 'target', [{ entry, path: [key], beside: { type } }])];
  const name = entryOf(mapping, 'metricName');
  if (name) edits.push(wrapEntries(source, mapping, 'metric', [{ entry: name, path: ['name'] }]));
  const described = entryOf(mapping, 'target');
  if (isObject && described) edits.push(renameKey(source, described, 'describedObject'));
  return edits;
}

import { lookup } from '../../../../model/kubernetes/index.ts';
import {
  asMapping,
  asScalar,
  at,
  deletePath,
  entryOf,
  insertEntry,
  keyOf,
  type YamlMapping,
} from '../../../../model/yaml/index.ts';
import type { Edits, EditSource } from '../../../../model/yaml/index.ts';
import { scalarSource } from '../scalar-source.ts';
import { type Migrate, SAME_SHAPE } from './migration.ts';

/** Fields that only the beta versions had. */
const DROPPED = ['rollbackTo', 'templateGeneration'] as const;

/** Deployment, DaemonSet, ReplicaSet and StatefulSet: `apps/v1` does not take the selector from the labels of the pods. */
export const migrateWorkload: Migrate = (source, resource) => {
  const spec = asMapping(at(resource.node, 'spec'));
  if (!spec) return SAME_SHAPE;
  const edits: Edits[] = DROPPED.filter((name) => entryOf(spec, name)).map((name) => deletePath(source, spec, [name]));
  const selector = lookup(spec, 'selector');
  if (selector.state === 'absent') edits.push(resource.isPartial ? undefined : addSelector(source, spec));
  return { edits, applicability: 'safe' };
};

function addSelector(source: EditSource, spec: YamlMapping): Edits {
  const labels = asMapping(at(spec, 'template', 'metadata', 'labels'));
  const pairs = labels?.entries.map((entry) => [keyOf(entry), asScalar(entry.value)] as const) ?? [];
  if (pairs.length === 0) return undefined;
  const matchLabels: Record<string, string> = {};
  for (const [key, value] of pairs) {
    const written = typeof value?.value === 'string' ? scalarSource(source, value) : undefined;
    if (key === undefined || written === undefined) return undefined;
    matchLabels[key] = written;
  }
  return insertEntry(source, spec, 'selector', { matchLabels }, 'template');
}

import type { Snapshot } from '../../../base/snapshot.ts';
import { lookup } from '../../../model/kubernetes/index.ts';
import { asMapping, type NewValue, setPath } from '../../../model/yaml/index.ts';
import { editSource, fixOf } from './edits.ts';
import { connectProbe, type PROBES } from './probes.ts';
import { placeOf, type Target } from './targets.ts';

/** Place, data and fix of a finding about a probe that a container lacks; undefined when it has it, or may get it elsewhere. */
export function missingProbe(
  file: Snapshot,
  { workload, container, name }: Target,
  field: (typeof PROBES)[number],
  more: Readonly<Record<string, NewValue>>,
) {
  const found = lookup(container.node, field);
  // Kubernetes rejects a probe that asks nothing.
  const isEmpty =
    found.state === 'present' &&
    asMapping(found.node)?.entries.length === 0 &&
    lookup(container.node, field, 'httpGet').state === 'absent';
  if ((found.state !== 'absent' && !isEmpty) || container.isPartial) return undefined;
  const probe = connectProbe(container, more);
  const edits = probe === undefined ? undefined : setPath(editSource(file, workload.resource), container.node, [field], probe);
  const fixes = fixOf(`Add a \`${field}\` that connects to the first port`, 'suggested', edits);
  return {
    data: { container: name },
    span: found.state === 'present' ? found.entry.key.span : placeOf(found, container),
    fixes,
    key: container.key,
  };
}

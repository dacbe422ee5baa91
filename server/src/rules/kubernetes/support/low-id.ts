import { kubernetesRule, type RuleMeta } from '../../../engine/rule.ts';
import { effectiveNumber, lookup } from '../../../model/kubernetes/index.ts';
import { replaceScalar, setPath } from '../../../model/yaml/index.ts';
import { editSource, fixOf } from './edits.ts';
import { TOLD_OF_PODS } from './harden.ts';
import { oncePerSpan } from './once-per-span.ts';
import { placeOf, targetsOf } from './targets.ts';

/** Below are the users and groups of distributions and of people. */
const FIRST_HIGH_ID = 10_000;
const WRITTEN_ID = '10001';

type LowIdMeta = RuleMeta<{ readonly low: `${string}{id}${string}`; readonly unset: `${string}{container}${string}` }>;

/** A rule about the number of the user or group that a container gets from itself or its pod. */
export const lowIdRule = (field: 'runAsUser' | 'runAsGroup', meta: LowIdMeta) =>
  kubernetesRule(
    meta,
    oncePerSpan(function* ({ file, model }) {
      for (const { workload, container, name } of targetsOf(model)) {
        if (workload.isWindows) continue;
        const id = effectiveNumber(workload, container, field);
        if (id === 'unknown' || (id ? id.value >= FIRST_HIGH_ID : container.isPartial)) continue;
        const source = editSource(file, workload.resource);
        const title = `Set \`${field}: ${WRITTEN_ID}\``;
        const { key } = container;
        if (id) {
          const fixes = fixOf(title, 'suggested', replaceScalar(source, id.node, WRITTEN_ID));
          yield { message: 'low' as const, data: { id: id.node.text }, span: id.node.span, fixes, key };
        } else {
          const path = ['securityContext', field];
          const set = fixOf(title, 'suggested', setPath(source, container.node, path, WRITTEN_ID));
          const fixes = set.map((fix) => ({ ...fix, leaves: TOLD_OF_PODS }));
          const span = placeOf(lookup(container.node, ...path), container);
          yield { message: 'unset' as const, data: { container: name }, span, fixes, key };
        }
      }
    }),
  );

import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { asScalar, deleteItem, deletePath } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { isRootHarmless } from './support/security-context.ts';
import { forbiddenSettings, type SecurityField } from './support/security-field.ts';

const group = (name: string, levels: SecurityField['levels']): SecurityField => ({
  path: [name],
  levels,
  isForbidden: (value, { workload }, version) => value === 0 && !isRootHarmless(workload, version),
  repairs: [{ set: '1000' }, 'delete'],
});
const FIELDS = [group('runAsGroup', 'both'), group('fsGroup', 'pod')];
const SUPPLEMENTAL = ['securityContext', 'supplementalGroups'] as const;

export const runAsGroupRoot = kubernetesRule(
  {
    id: 'kubernetes/run-as-group-root',
    title: 'Container in the group of root',
    why: 'Group 0 may read, and sometimes write, files that are meant for root: in the image, in volumes, and on the node after a break-out. Choose a group above 0 that owns what the program needs.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      set: '`{field}: 0` gives {subject} the group of root. Choose another group, for example 1000.',
      supplemental: '`supplementalGroups` gives {workload} the group of root. Remove the 0.',
    },
    aliases: ['kyverno:require-non-root-groups', 'trivy:KSV-0116'],
    references: ['CWE-250', 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
    fix: 'suggested',

    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const field of FIELDS) {
      for (const { holder, span, fixes, key } of forbiddenSettings(context, field))
        yield { message: 'set', data: { field: field.path[0] ?? '', subject: holder.subject }, span, fixes, key };
    }
    yield* supplementalGroups(context);
  }),
);

function* supplementalGroups({ file, model, env }: Context<'kubernetes'>) {
  for (const workload of model.workloads) {
    if (isRootHarmless(workload, env.kubernetesVersion)) continue;
    const found = lookup(workload.spec, ...SUPPLEMENTAL);
    if (found.state !== 'present' || found.node.kind !== 'sequence') continue;
    const list = found.node;
    const source = editSource(file, workload.resource);
    for (const [index, { value }] of list.items.entries()) {
      const scalar = asScalar(value);
      if (scalar?.value !== 0) continue;
      const edits = list.items.length > 1 ? deleteItem(source, list, index) : deletePath(source, workload.spec, SUPPLEMENTAL);
      const fixes = fixOf('Leave the group of root', 'suggested', edits);
      const key = `${workload.key}/supplementalGroups/${index}`;
      yield { message: 'supplemental', data: { workload: workload.title }, span: scalar.span, fixes, key } as const;
    }
  }
}

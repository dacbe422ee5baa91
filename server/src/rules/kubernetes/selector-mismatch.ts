import type { Edit } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import {
  labelSetOf,
  mapSelectorIn,
  type Resource,
  selectorIn,
  selects,
  type Selector,
  type Workload,
} from '../../model/kubernetes/index.ts';
import { at, type Edits, setPath, stringSource } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { isSelectedByOthers } from './support/relabelled.ts';

/** Kinds whose selector must pick their own pods; that of a ReplicationController is a plain map. */
const KINDS: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'Rollout',
]);
const MAPS: ReadonlySet<string> = new Set(['ReplicationController', 'DeploymentConfig']);

export const selectorMismatch = kubernetesRule(
  {
    id: 'kubernetes/selector-mismatch',
    title: 'Selector does not match the pods of its workload',
    why: 'A workload finds its pods by their labels. Where its selector does not match the labels of its own pod template, the API server rejects it. Give the template the labels that the selector asks for: the selector of an existing workload cannot be changed.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      missing:
        'The selector of {workload} asks for the label `{label}`, which its pod template does not have, so Kubernetes rejects it. Add it there.',
      other:
        'The selector of {workload} asks for `{label}: {wanted}`, but its pod template says `{actual}`, so Kubernetes rejects it. Make them agree.',
      expression:
        'The selector of {workload} does not match the labels of its pod template, so Kubernetes rejects it. Make them agree.',
    },
    aliases: [
      'kube-linter:mismatching-selector',
      'kube-score:Deployment Pod Selector labels match template metadata labels',
      'kube-score:StatefulSet Pod Selector labels match template metadata labels',
      'kubescape:mismatching-selector',
    ],
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    for (const workload of context.model.workloads) {
      const { resource, template, isPartial, title, key } = workload;
      const selector = selectorOf(resource);
      if (!selector) continue;
      const labels = labelSetOf(template, isPartial);
      if (selects(selector, labels) !== false) continue;
      const where = { span: selector.span, key };
      const wrong = Object.entries(selector.labels).filter(([name, value]) => labels.values[name] !== value);
      const [first] = wrong;
      if (!first) {
        yield { message: 'expression', data: { workload: title }, ...where };
        continue;
      }
      const [label, wanted] = first;
      const fixes = fixesFor(context, workload, wrong);
      const actual = labels.values[label];
      const span =
        at(resource.node, 'spec', 'selector', 'matchLabels', label)?.span ?? at(resource.node, 'spec', 'selector', label)?.span;
      const place = { ...where, span: span ?? where.span };
      if (actual === undefined) yield { message: 'missing', data: { workload: title, label }, ...place, fixes };
      else yield { message: 'other', data: { workload: title, label, wanted, actual }, ...place, fixes };
    }
  },
);

function selectorOf({ kind, node, isPartial }: Resource): Selector | undefined {
  const selector = at(node, 'spec', 'selector');
  if (MAPS.has(kind)) return mapSelectorIn(selector, isPartial);
  return KINDS.has(kind) ? selectorIn(selector, isPartial) : undefined;
}

/** Gives the pod template all labels that the selector asks for. */
function fixesFor(
  context: Context<'kubernetes'>,
  workload: Workload,
  wrong: readonly (readonly [string, string])[],
): readonly Fix[] {
  const { resource, template } = workload;
  const source = editSource(context.file, resource);
  const [only, ...others] = wrong;
  const edits =
    only && others.length > 0 && !at(template, 'metadata', 'labels')
      ? setPath(
          source,
          template,
          ['metadata', 'labels'],
          Object.fromEntries(wrong.map(([name, value]) => [stringSource(name), stringSource(value)])),
          'spec',
        )
      : joined(
          wrong.map(([name, value]) => setPath(source, template, ['metadata', 'labels', name], stringSource(value), 'spec')),
        );
  const applicability = isSelectedByOthers(context, workload, Object.fromEntries(wrong)) ? 'suggested' : 'safe';
  return fixOf('Give the pod template the labels of the selector', applicability, edits);
}

function joined(parts: readonly Edits[]): Edits {
  const [first, ...rest] = parts.flatMap((edits): readonly Edit[] => edits ?? []);
  return first && !parts.includes(undefined) ? [first, ...rest] : undefined;
}

import type { LabelKind } from '../../engine/config/label-kind.ts';
import type { Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { labelSetOf, lookup, type Resource } from '../../model/kubernetes/index.ts';
import { asScalar, at, setPath } from '../../model/yaml/index.ts';
import { wrongKind } from '../support/label-kinds.ts';
import { editSource, fixOf } from './support/edits.ts';

/** More offers would not help to choose. */
const MOST_OFFERS = 3;

export const requiredLabels = kubernetesRule(
  {
    id: 'kubernetes/required-labels',
    title: 'Resource without a label or annotation that is agreed on',
    why: 'Labels say whose a resource is, what it belongs to and whom to ask about it; costs, alerts and policies are assigned by them. The configuration names those that each resource must have (`kubernetes.requiredLabels`, `kubernetes.requiredAnnotations`), with what their values must be. Where it names none, a workload must have at least one of the common labels, such as `app.kubernetes.io/name`.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: {
      missing: '{resource} has no {what} `{name}`, which the configuration asks for.',
      common: '{resource} has no label that says what it belongs to. Add `app.kubernetes.io/name`.',
      empty: 'The {what} `{name}` is empty.',
      kind: 'The {what} `{name}` must be {kind}.',
    },
    aliases: [
      'gatekeeper:general/requiredannotations',
      'gatekeeper:general/requiredlabels',
      'kube-linter:required-annotation-email',
      'kube-linter:required-label-owner',
      'kubescape:k8s-common-labels-usage',
      'kubescape:label-usage-for-resources',
      'kyverno:require-annotations',
      'kyverno:require-labels',
    ],
    references: [
      'Kubescape C-0076',
      'Kubescape C-0077',
      'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
    ],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { model, env } = context;
    if (env.requiredLabels.size + env.requiredAnnotations.size === 0) yield* withoutAny(context);
    const valuesOf = usedValues(context);
    for (const resource of model.resources) {
      yield* check(context, resource, 'label', env.requiredLabels, valuesOf);
      yield* check(context, resource, 'annotation', env.requiredAnnotations, () => []);
    }
  },
);

/** Labels by which people find the workloads of an application or their owner. */
const COMMON =
  /^(?:app\.kubernetes\.io\/.+|(?:.*\/)?(?:k8s-)?(?:app|name|component|tier|phase|version|owner|team|env|environment))$/;
const NAME = 'app.kubernetes.io/name';

function* withoutAny({ file, model }: Context<'kubernetes'>) {
  for (const { resource, template, isPartial, title, key } of model.workloads) {
    if (isPartial || resource.isPartial || resource.name === undefined) continue;
    const sets = [labelSetOf(resource.node, isPartial), labelSetOf(template, isPartial)];
    if (sets.some(({ values, isOpen }) => isOpen || Object.keys(values).some((label) => COMMON.test(label)))) continue;
    const edits = setPath(editSource(file, resource), resource.node, ['metadata', 'labels', NAME], resource.name);
    const fixes = fixOf(`Add \`${NAME}: ${resource.name}\``, 'suggested', edits);
    yield { message: 'common', data: { resource: title }, span: resource.nameSpan, fixes, key } as const;
  }
}

function* check(
  { file }: Context<'kubernetes'>,
  resource: Resource,
  what: 'label' | 'annotation',
  required: ReadonlyMap<string, LabelKind>,
  valuesOf: (name: string) => readonly string[],
) {
  const { node, isPartial, kind: kindOfResource, namespace = '', name: nameOfResource = '', nameSpan } = resource;
  if (required.size === 0 || at(node, 'metadata') === undefined) return;
  for (const [name, kind] of required) {
    const path = ['metadata', `${what}s`, name];
    const found = lookup(node, ...path);
    const key = `${kindOfResource}/${namespace}/${nameOfResource}/${what}s/${name}`;
    if (found.state === 'absent' && !isPartial) {
      const title = nameOfResource === '' ? kindOfResource : `${kindOfResource} \`${nameOfResource}\``;
      const fixes = valuesOf(name).flatMap((value): readonly Fix[] => {
        const edits = wrongKind(value, kind) === undefined ? setPath(editSource(file, resource), node, path, value) : undefined;
        return fixOf(`Add \`${name}: ${value}\``, 'suggested', edits);
      });
      yield { message: 'missing', data: { resource: title, what, name }, span: nameSpan, fixes, key } as const;
    }
    const value = found.state === 'present' ? asScalar(found.node) : undefined;
    if (!value || found.state !== 'present') continue;
    const wanted = value.text === '' ? undefined : wrongKind(value.text, kind);
    if (value.text === '') yield { message: 'empty', data: { what, name }, span: found.entry.key.span, key } as const;
    else if (wanted !== undefined) yield { message: 'kind', data: { what, name, kind: wanted }, span: value.span, key } as const;
  }
}

/** The values that a label has on other resources of the workspace, the most frequent first, read when they are first asked for. */
function usedValues({ env }: Context<'kubernetes'>): (name: string) => readonly string[] {
  let all: ReadonlyMap<string, readonly string[]> | undefined;
  const read = (): ReadonlyMap<string, readonly string[]> => {
    const labels = env.workspace.all('kubernetes').flatMap(([, { resources }]) => resources.map((fact) => fact.labels.values));
    return new Map([...env.requiredLabels.keys()].map((name) => [name, ranked(labels.flatMap((each) => each[name] ?? []))]));
  };
  return (name) => (all ??= read()).get(name) ?? [];
}

/** Words that need no quotes. */
function ranked(values: readonly string[]): readonly string[] {
  const uses = new Map<string, number>();
  for (const value of values) if (/^[A-Za-z][-\w.]{5,}$/.test(value)) uses.set(value, (uses.get(value) ?? 0) + 1);
  const sorted = [...uses].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  return sorted.slice(0, MOST_OFFERS).map(([value]) => value);
}

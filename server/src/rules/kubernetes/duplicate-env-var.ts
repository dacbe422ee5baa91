import { kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { asMapping, asScalar, deleteItem, entryOf, type YamlScalar, type YamlSequence } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { targetsOf } from './support/targets.ts';

export const duplicateEnvVar = kubernetesRule(
  {
    id: 'kubernetes/duplicate-env-var',
    title: 'Environment variable set twice',
    why: 'Of several entries with one name the last one wins, so the others only seem to have an effect. Tools that merge the list by name (`kubectl apply`, Kustomize) keep whichever they find, and server-side apply rejects the manifest. Delete the entries that are not meant.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      same: 'Container `{container}` sets `{variable}` again below, to the same value. Delete one.',
      other: 'Container `{container}` sets `{variable}` again below, so this value has no effect. Delete one.',
      used: 'Container `{container}` sets `{variable}` again below, and `$({variable})` in between means this value. Give one of the two another name.',
    },
    aliases: ['kube-linter:duplicate-env-var', 'kube-score:Environment Variable Key Duplication', 'kubescape:duplicate-env-var'],
    references: [
      'Kubescape C-0295',
      'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/',
    ],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ file, model }) {
    for (const { workload, container, name } of targetsOf(model)) {
      const found = lookup(container.node, 'env');
      if (found.state !== 'present' || found.node.kind !== 'sequence') continue;
      const list = found.node;
      for (const { variable, node, index, next, isUsed, isConditional } of overridden(file.text, list)) {
        if (model.isTemplate && isConditional) continue;
        const isSame = !isUsed && textOf(file.text, list, index) === textOf(file.text, list, next.index);
        const edits = isUsed ? undefined : deleteItem(editSource(file, workload.resource), list, index);
        yield {
          message: isUsed ? 'used' : isSame ? 'same' : 'other',
          data: { container: name, variable },
          span: node.span,
          related: [{ span: next.node.span, note: 'The value that counts is here.' }],
          fixes: fixOf('Delete this entry, which has no effect', 'safe', edits),
          key: `${container.key}/env/${variable}/${index}`,
        };
      }
    }
  }),
);

interface Named {
  readonly variable: string;
  readonly node: YamlScalar;
  readonly index: number;
  /** The template actions that stand before it. */
  readonly actions: number;
}

interface Overridden extends Named {
  readonly next: Named;
  /** Whether a value up to and including the next one refers to it. */
  readonly isUsed: boolean;
  /** Whether a template may write only one of the two. */
  readonly isConditional: boolean;
}

/** Entries behind which another one of the same name stands, each with the next of those. */
function overridden(source: string, { items }: YamlSequence): readonly Overridden[] {
  const last = new Map<string, Named>();
  const used = new Set<string>();
  const result: Overridden[] = [];
  let actions = 0;
  let end = items[0]?.span.start ?? 0;
  for (const [index, { value, span }] of items.entries()) {
    const before = actions;
    if (/\{\{|\{%/.test(source.slice(end, span.end))) actions++;
    end = span.end;
    const variable = asMapping(value);
    const text = asScalar(entryOf(variable, 'value')?.value)?.text ?? '';
    for (const [, reference = ''] of text.matchAll(/\$\(([^()]{1,200})\)/g)) used.add(reference);
    const node = asScalar(entryOf(variable, 'name')?.value);
    if (!node || node.text === '') continue;
    const named: Named = { variable: node.text, node, index, actions: before };
    const earlier = last.get(node.text);
    if (earlier) {
      result.push({ ...earlier, next: named, isUsed: used.has(node.text), isConditional: actions !== earlier.actions });
    }
    used.delete(node.text);
    last.set(node.text, named);
  }
  return result;
}

/** What an entry says besides its name, as it is written. */
function textOf(source: string, { items }: YamlSequence, index: number): string | undefined {
  const variable = asMapping(items[index]?.value);
  const value = asScalar(entryOf(variable, 'value')?.value);
  if (value) return `value ${value.text}`;
  const from = entryOf(variable, 'valueFrom')?.value;
  return from && source.slice(from.span.start, from.span.end);
}

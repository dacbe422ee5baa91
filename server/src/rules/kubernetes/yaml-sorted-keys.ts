import { kubernetesRule } from '../../engine/rule.ts';
import { nodesOf, type YamlMapping } from '../../model/yaml/index.ts';
import { literalKeyOf } from './support/literal-key.ts';

export const yamlSortedKeys = kubernetesRule(
  {
    id: 'kubernetes/yaml-sorted-keys',
    title: 'Keys that are not in alphabetical order',
    why: 'Where a team keeps the keys of all mappings in alphabetical order, nobody has to look for one, and changes of two people do not add the same key at two places. The rule is off unless somebody turns it on.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: { order: 'The key `{key}` stands after `{previous}`. Sort the keys of this mapping.' },
    aliases: ['kube-linter:sorted-keys'],
    references: ['https://docs.kubelinter.io/#/generated/checks?id=sorted-keys'],
    fix: 'none',
    tags: ['hint', 'form'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const { node } of model.resources) {
      for (const mapping of nodesOf(node)) {
        const first = mapping.kind === 'mapping' ? firstOutOfOrder(mapping) : undefined;
        if (first) yield { message: 'order', data: { key: first.key, previous: first.previous }, span: first.span };
      }
    }
  },
);

/** The first key that is smaller than the one before it. The merge key stands where a person puts it. */
function firstOutOfOrder({ entries }: YamlMapping) {
  let previous = '';
  for (const entry of entries) {
    const key = literalKeyOf(entry);
    if (key === undefined || key === '<<') continue;
    if (key < previous) return { key, previous, span: entry.key.span };
    previous = key;
  }
  return undefined;
}

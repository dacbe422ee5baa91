import type { Fix } from '../../engine/fix.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import type { Snapshot } from '../../base/snapshot.ts';
import { deleteEntry, nodesOf, styleOf, type YamlDocument, type YamlEntry, type YamlMapping } from '../../model/yaml/index.ts';
import { fixOf } from './support/edits.ts';
import { repeatedEntries } from './support/repeated.ts';

export const duplicateKey = kubernetesRule(
  {
    id: 'kubernetes/duplicate-key',
    title: 'Key written twice',
    why: 'YAML allows a key only once in a mapping. Kubernetes rejects the manifest or silently keeps the last value, depending on the tool that sends it, so the other value is not what it seems to be. Delete the one that is not meant.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      same: 'The key `{key}` stands twice in this mapping, with the same value. Delete one.',
      other: 'The key `{key}` stands twice in this mapping. Kubernetes rejects the file or uses only this last value.',
    },
    aliases: ['kubeconform:schema-strict'],
    references: ['https://yaml.org/spec/1.2.2/#3213-node-comparison', 'CWE-694'],
    fix: 'safe',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ file, model }) {
    if (model.isTemplate) return;
    for (const document of model.yaml.documents) {
      for (const node of nodesOf(document.root)) {
        if (node.kind !== 'mapping' || node.entries.length < 2) continue;
        for (const { first, again, key } of repeatedEntries(node)) {
          const same = textOf(file, first) === textOf(file, again);
          const related = [{ span: first.key.span, note: 'The key stands here first.' }];
          yield {
            message: same ? 'same' : 'other',
            data: { key },
            span: again.key.span,
            related,
            fixes: fixes(file, document, node, first, again, same),
          };
        }
      }
    }
  },
);

function fixes(
  file: Snapshot,
  { root }: YamlDocument,
  mapping: YamlMapping,
  first: YamlEntry,
  again: YamlEntry,
  same: boolean,
): readonly Fix[] {
  const source = { text: file.text, style: styleOf(file.text, root, file.eol) };
  if (same) return fixOf('Delete the repeated key', 'safe', deleteEntry(source, mapping, again));
  return [
    // The last value is the one in effect, so this changes nothing for tools that take the file at all.
    ...fixOf('Delete the earlier value', 'suggested', deleteEntry(source, mapping, first)),
    ...fixOf('Delete this value', 'suggested', deleteEntry(source, mapping, again)),
  ];
}

const textOf = ({ text }: Snapshot, { value }: YamlEntry): string => (value ? text.slice(value.span.start, value.span.end) : '');

import type { Span } from '../base/span.ts';
import type { ConfigValue } from '../engine/config/value.ts';
import { keyOf, parseYaml, resolve, YAML_PROBLEMS, type YamlNode } from '../model/yaml/index.ts';

/** Nothing in a configuration is nested deeper; aliases could make a small file endless. */
const DEEPEST = 20;
const MOST_NODES = 20_000;

/** A configuration file's content, with what its YAML gets wrong. A file without content is an empty mapping. */
export function yamlConfig(text: string): {
  readonly value: ConfigValue;
  readonly problems: readonly { readonly span: Span; readonly message: string }[];
} {
  const { documents } = parseYaml(text);
  const [first, ...others] = documents.filter(({ root }) => root !== undefined);
  const problems: { span: Span; message: string }[] = documents.flatMap((document) =>
    document.problems.map(({ span, code }) => ({ span, message: YAML_PROBLEMS[code] })),
  );
  for (const { span, root } of others)
    problems.push({ span: root?.span ?? span, message: 'A configuration is one YAML document; this one is not read.' });
  const budget = { nodes: MOST_NODES };
  return { value: toValue(first?.root, { start: 0, end: 0 }, 0, budget), problems };
}

function toValue(node: YamlNode | undefined, around: Span, depth: number, budget: { nodes: number }): ConfigValue {
  const resolved = resolve(node);
  const span = node?.span ?? around;
  if (!resolved || depth > DEEPEST || budget.nodes-- <= 0) return { kind: 'scalar', span, value: null };
  switch (resolved.kind) {
    case 'scalar':
      return { kind: 'scalar', span, value: resolved.value };
    case 'sequence':
      return { kind: 'list', span, items: resolved.items.map((item) => toValue(item.value, item.span, depth + 1, budget)) };
    case 'mapping': {
      const entries = resolved.entries.map((entry) => {
        const key = keyOf(entry) ?? '';
        return { key, keySpan: entry.key.span, value: toValue(entry.value, entry.key.span, depth + 1, budget) };
      });
      return { kind: 'map', span, entries };
    }
  }
}

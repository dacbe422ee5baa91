import type { Workload } from '../../../model/kubernetes/index.ts';
import { asMapping, asScalar, at, keyOf } from '../../../model/yaml/index.ts';

/** The labels by which a workload finds its own pods, as text to be written, quotes kept; undefined when some are not literal. */
export function ownLabels(text: string, { resource, labels }: Workload): Readonly<Record<string, string>> | undefined {
  const mapping = asMapping(at(resource.node, 'spec', 'selector', 'matchLabels')) ?? labels;
  const pairs: [string, string][] = [];
  for (const entry of mapping?.entries ?? []) {
    const key = keyOf(entry);
    const value = asScalar(entry.value);
    if (key === undefined || key === '<<' || !value || value.style === 'literal' || value.style === 'folded') return undefined;
    pairs.push([key, text.slice(value.span.start, value.span.end)]);
  }
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

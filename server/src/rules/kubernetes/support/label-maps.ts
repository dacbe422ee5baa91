import type { KubernetesFile } from '../../../model/kubernetes/index.ts';
import { asMapping, at, itemsOf, type YamlMapping, type YamlNode } from '../../../model/yaml/index.ts';

/** A mapping of labels or annotations. */
export interface LabelMap {
  readonly what: 'label' | 'annotation';
  readonly node: YamlMapping;
}

/** All mappings of labels (also those that select) and annotations of a file, each once. */
export function* labelMapsOf({ resources, workloads }: KubernetesFile): Generator<LabelMap> {
  const seen = new Set<YamlMapping>();
  const once = function* (what: LabelMap['what'], node: YamlNode | undefined): Generator<LabelMap> {
    const mapping = asMapping(node);
    if (!mapping || seen.has(mapping)) return;
    seen.add(mapping);
    yield { what, node: mapping };
  };
  const metadata = function* (holder: YamlNode | undefined): Generator<LabelMap> {
    yield* once('label', at(holder, 'metadata', 'labels'));
    yield* once('annotation', at(holder, 'metadata', 'annotations'));
  };
  for (const { node, kind, group } of resources) {
    yield* metadata(node);
    if (kind === 'Service' && group === '') yield* once('label', at(node, 'spec', 'selector'));
  }
  for (const { resource, spec } of workloads) {
    const inner = resource.kind === 'CronJob' ? at(resource.node, 'spec', 'jobTemplate') : resource.node;
    yield* metadata(inner);
    yield* metadata(at(inner, 'spec', 'template') ?? at(inner, 'template'));
    yield* once('label', at(inner, 'spec', 'selector', 'matchLabels'));
    yield* once('label', at(spec, 'nodeSelector'));
    for (const claim of itemsOf(at(inner, 'spec', 'volumeClaimTemplates'))) yield* metadata(claim);
  }
}

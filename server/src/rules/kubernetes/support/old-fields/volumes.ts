import { VOLUME_SOURCES } from '../../../../knowledge/kubernetes/deprecated-fields.ts';
import type { KubernetesFile } from '../../../../model/kubernetes/index.ts';
import { asMapping, at, isNull, keyOf, type YamlMapping } from '../../../../model/yaml/index.ts';
import type { Hit } from './hit.ts';

/** Volumes of pods and PersistentVolumes whose kind is deprecated. */
export function* oldVolumes({ workloads, resources }: KubernetesFile): Generator<Hit> {
  for (const { volumes, key } of workloads)
    for (const { node, name = '' } of volumes) yield* sourcesIn(node, `${key}/volumes/${name}`);
  for (const { kind, group, node, name = '' } of resources) {
    const spec = kind === 'PersistentVolume' && group === '' ? asMapping(at(node, 'spec')) : undefined;
    if (spec) yield* sourcesIn(spec, `PersistentVolume/${name}`);
  }
}

function* sourcesIn(node: YamlMapping, key: string): Generator<Hit> {
  for (const entry of node.entries) {
    const field = VOLUME_SOURCES.get(keyOf(entry) ?? '');
    if (field && !isNull(entry.value)) yield { field, span: entry.key.span, key: `${key}/${field.name}` };
  }
}

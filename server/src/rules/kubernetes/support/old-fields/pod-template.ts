import type { Workload } from '../../../../model/kubernetes/index.ts';
import { asMapping, at, type YamlMapping } from '../../../../model/yaml/index.ts';

/** Where a template of pods can be; the first is for what is a pod itself. */
const PATHS = [[], ['template'], ['spec', 'template'], ['spec', 'jobTemplate', 'spec', 'template']] as const;

/** The mapping with the metadata and the spec of the pods. */
export function podTemplate({ resource, spec }: Workload): YamlMapping | undefined {
  for (const path of PATHS) {
    const template = asMapping(at(resource.node, ...path));
    if (template && asMapping(at(template, 'spec')) === spec) return template;
  }
  return undefined;
}

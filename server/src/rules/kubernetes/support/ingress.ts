import type { KubernetesFile, Resource } from '../../../model/kubernetes/index.ts';
import { asMapping, at, itemsOf, type YamlMapping } from '../../../model/yaml/index.ts';
import { resourcesOfKind } from './resource-title.ts';

/** The Ingresses of a file, of every version of the API that there was. */
export const ingressesOf = (model: KubernetesFile): readonly Resource[] =>
  resourcesOfKind(model, 'Ingress', ['networking.k8s.io', 'extensions']);

/** The rules of an Ingress that are written as mappings. */
export const ingressRulesOf = ({ node }: Resource): readonly YamlMapping[] =>
  itemsOf(at(node, 'spec', 'rules')).flatMap((item) => asMapping(item) ?? []);

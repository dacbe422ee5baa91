import type { KubernetesFile, Resource } from '../../../model/kubernetes/index.ts';

/** For messages: "Ingress `web`". */
export const titleOf = ({ kind, name }: { readonly kind: string; readonly name: string | undefined }): string =>
  name === undefined ? kind : `${kind} \`${name}\``;

/** Where a resource is in the file's structure: stable when lines move. */
export const keyOfResource = ({ kind, namespace, name }: Pick<Resource, 'kind' | 'namespace' | 'name'>): string =>
  `${kind}/${namespace ?? ''}/${name ?? ''}`;

/** The resources of one kind, in the API groups that have it. */
export const resourcesOfKind = ({ resources }: KubernetesFile, kind: string, groups: readonly string[]): readonly Resource[] =>
  resources.filter((resource) => resource.kind === kind && groups.includes(resource.group));

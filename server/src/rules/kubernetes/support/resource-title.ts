import type { KubernetesFile, Resource } from '../../../model/kubernetes/index.ts';

/** For messages: "Ingress `web`". */
export const titleOf = ({ kind, name }: { readonly kind: string; readonly name: string | undefined }): string =>
  name === undefined ? kind : `${kind} \`${name}\``;

/** For messages about a field, with its resource where the file has several: "`spec.ports[]` of Service `web`". */
export function fieldTitle({ resources }: KubernetesFile, resource: Resource, path: string): string {
  const isAlone = resources.length < 2 || resource.kind === '';
  if (path === '') return resource.kind === '' ? 'The object' : isAlone ? `\`${resource.kind}\`` : titleOf(resource);
  return isAlone ? `\`${path}\`` : `\`${path}\` of ${titleOf(resource)}`;
}

/** Where a resource is in the file's structure: stable when lines move. */
export const keyOfResource = ({ kind, namespace, name }: Pick<Resource, 'kind' | 'namespace' | 'name'>): string =>
  `${kind}/${namespace ?? ''}/${name ?? ''}`;

/** The resources of one kind, in the API groups that have it. */
export const resourcesOfKind = ({ resources }: KubernetesFile, kind: string, groups: readonly string[]): readonly Resource[] =>
  resources.filter((resource) => resource.kind === kind && groups.includes(resource.group));

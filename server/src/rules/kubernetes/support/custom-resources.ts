import { folderOf } from '../../../base/path.ts';
import type { Environment } from '../../../engine/environment.ts';
import type { CrdFact, Resource } from '../../../model/kubernetes/index.ts';

/** Of what a rule is given, all that the definition of a kind depends on. */
export interface DefinitionContext {
  readonly env: Pick<Environment, 'kubernetesVersion' | 'workspace'>;
  readonly file: { readonly path: string };
}

/** Folders in which only definitions lie; what they are for lies beside them. */
const ONLY_DEFINITIONS = /(?:^|\/)(?:crds?|bases?|definitions)$/i;

/**
 * The CustomResourceDefinition of a resource, if it belongs to the same part of the workspace: its folder, or what is above a folder of definitions. Elsewhere
 * people keep other versions of it.
 */
export function definitionOf(
  { env, file }: DefinitionContext,
  { group, kind }: Pick<Resource, 'group' | 'kind'>,
): CrdFact | undefined {
  if (!group.includes('.')) return undefined;
  for (const [path, { crds }] of env.workspace.all('kubernetes')) {
    const crd = crds.find((fact) => fact.kind === kind && fact.group === group);
    if (crd && isBelow(file.path, rootOf(path))) return crd;
  }
  return undefined;
}

function rootOf(path: string): string {
  let folder = folderOf(path);
  while (ONLY_DEFINITIONS.test(folder)) folder = folderOf(folder);
  return folder;
}

const isBelow = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

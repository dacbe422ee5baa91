import { folderOf } from '../../../base/path.ts';
import type { Context } from '../../../engine/rule.ts';
import type { CrdFact, Resource } from '../../../model/kubernetes/index.ts';

/** Folders in which only definitions lie; what they are for lies beside them. */
const ONLY_DEFINITIONS = /(?:^|\/)(?:crds?|bases?|definitions)$/i;

/**
 * The CustomResourceDefinition of a resource, if it belongs to the same part of the workspace: its folder, or what is above a folder of definitions. Elsewhere
 * people keep other versions of it.
 */
export function definitionOf({ env, file }: Context<'kubernetes'>, { group, kind }: Resource): CrdFact | undefined {
  if (!group.includes('.')) return undefined;
  for (const [path, { crds }] of env.workspace.all('kubernetes')) {
    const crd = crds.find((fact) => fact.kind === kind && fact.group === group);
    if (crd && isBelow(file.path, rootOf(path))) return crd;
  }
  return undefined;
}

/** The kinds that the CustomResourceDefinitions of the same part of the workspace bring to a group. */
export function kindsOfGroup({ env, file }: Context<'kubernetes'>, group: string): readonly string[] {
  if (!group.includes('.')) return [];
  const kinds: string[] = [];
  for (const [path, { crds }] of env.workspace.all('kubernetes'))
    if (isBelow(file.path, rootOf(path))) kinds.push(...crds.flatMap((crd) => (crd.group === group ? crd.kind : [])));
  return kinds;
}

function rootOf(path: string): string {
  let folder = folderOf(path);
  while (ONLY_DEFINITIONS.test(folder)) folder = folderOf(folder);
  return folder;
}

const isBelow = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

import { Memo } from '../../../base/memo.ts';
import { folderOf } from '../../../base/path.ts';
import type { Environment, Facts } from '../../../engine/environment.ts';
import type { CrdFact, Resource } from '../../../model/kubernetes/index.ts';
import { append } from './neighbourhood.ts';

/** Of what a rule is given, all that the definition of a kind depends on. */
export interface DefinitionContext {
  readonly env: Pick<Environment, 'kubernetesVersion' | 'workspace'>;
  readonly file: { readonly path: string };
}

/** Folders in which only definitions lie; what they are for lies beside them. */
const ONLY_DEFINITIONS = /(?:^|\/)(?:crds?|bases?|definitions)$/i;

/** The definitions of all files by kind and group. */
const DEFINITIONS = new Memo((files: readonly (readonly [path: string, facts: Facts['kubernetes']])[]) => {
  const definitions = new Map<string, { readonly root: string; readonly crd: CrdFact }[]>();
  for (const [path, { crds }] of files)
    for (const crd of crds) append(definitions, `${crd.kind}.${crd.group}`, { root: rootOf(path), crd });
  return definitions;
});

/**
 * The CustomResourceDefinition of a resource, if it belongs to the same part of the workspace: its folder, or what is above a folder of definitions. Elsewhere
 * people keep other versions of it.
 */
export function definitionOf(
  { env, file }: DefinitionContext,
  { group, kind }: Pick<Resource, 'group' | 'kind'>,
): CrdFact | undefined {
  if (!group.includes('.')) return undefined;
  const candidates = DEFINITIONS.of(env.workspace.all('kubernetes')).get(`${kind}.${group}`);
  return candidates?.find(({ root }) => isBelow(file.path, root))?.crd;
}

/** The kinds that the CustomResourceDefinitions of the same part of the workspace bring to a group. */
export function kindsOfGroup({ env, file }: DefinitionContext, group: string): readonly string[] {
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

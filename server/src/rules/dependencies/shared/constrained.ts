import { folderOf, resolvePath } from '../../../base/path.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import type { DependencyFile } from '../../../model/dependencies/index.ts';

/** The names that constraints files beside narrow; `unknown` when one of them cannot be read. */
export function constrainedNames(
  { includes }: DependencyFile,
  path: string,
  workspace: WorkspaceView,
): ReadonlySet<string> | 'unknown' {
  const names = new Set<string>();
  for (const include of includes) {
    if (include.kind !== 'constraints') continue;
    const place = resolvePath(folderOf(path), include.path);
    const facts = place === undefined ? undefined : workspace.get('dependencies', place);
    if (!facts) return 'unknown';
    for (const { name } of facts.declared) names.add(name);
  }
  return names;
}

import type { WorkspaceView } from '../../../engine/environment.ts';
import type { DependencyFile } from '../../../model/dependencies/index.ts';

/** What a constraints file beside narrows; `unknown` when it cannot be read. */
export function constrainedNames(
  { includes }: DependencyFile,
  path: string,
  workspace: WorkspaceView,
): ReadonlySet<string> | 'unknown' {
  const names = new Set<string>();
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  for (const include of includes) {
    if (include.kind !== 'constraints') continue;
    const facts = workspace.get('dependencies', `${folder}${include.path.replace(/^\.\//, '')}`);
    if (!facts) return 'unknown';
    for (const { name } of facts.declared) names.add(name);
  }
  return names;
}

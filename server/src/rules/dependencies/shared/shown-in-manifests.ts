import { folderOf } from '../../../base/path.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import { manifestNameOf, type Dependency, type DependencyFile } from '../../../model/dependencies/index.ts';

/** The locked packages of a lockfile that manifests of the workspace ask for, where they are judged. */
export function shownInManifests(
  path: string,
  { format, ecosystem, roots }: DependencyFile,
  workspace: WorkspaceView,
): ReadonlySet<Dependency> {
  const shown = new Set<Dependency>();
  const folder = folderOf(path);
  for (const root of roots) {
    const place = [folder, root.path, manifestNameOf(format)].filter((part) => part !== '').join('/');
    const manifest = workspace.get('dependencies', place);
    if (!manifest) continue;
    // Of a lockfile of Python everything is resolved, whoever asks for it.
    const asked = ecosystem === 'PyPI' ? new Set(manifest.declared.map(({ name }) => name)) : undefined;
    for (const dependency of root.resolved.values()) if (asked?.has(dependency.name) !== false) shown.add(dependency);
  }
  return shown;
}

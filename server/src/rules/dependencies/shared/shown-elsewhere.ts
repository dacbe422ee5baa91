import { folderOf } from '../../../base/path.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import type { Context } from '../../../engine/rule.ts';
import { lockedFor, lockfileFor, type Dependency } from '../../../model/dependencies/index.ts';

/** The packages of a lockfile about which the manifests of the workspace speak, because they ask for them. */
export function shownElsewhere({
  file,
  model,
  env,
}: Pick<Context<'dependencies'>, 'file' | 'model' | 'env'>): ReadonlySet<Dependency> {
  const folder = folderOf(file.path);
  const prefix = folder === '' ? '' : `${folder}/`;
  return new Set(
    model.roots.flatMap(({ path, keyedBy, resolved }) => {
      if (keyedBy === 'descriptor') return [...askedByManifests(file.path, resolved, env.workspace)];
      const manifest =
        keyedBy === undefined && env.workspace.get('dependencies', `${prefix}${path === '' ? '' : `${path}/`}package.json`);
      return manifest ? [...resolved.values()] : [];
    }),
  );
}

/** The locked packages that manifests ask for, of a lockfile that does not know its manifests. */
function* askedByManifests(
  lockfile: string,
  resolved: ReadonlyMap<string, Dependency>,
  workspace: WorkspaceView,
): Generator<Dependency> {
  for (const [path, { role, declared }] of workspace.all('dependencies')) {
    const lock = role === 'manifest' ? lockfileFor(path, workspace) : undefined;
    if (lock?.path !== lockfile) continue;
    for (const asked of declared) {
      const found = lockedFor(lock, asked);
      const dependency = found && resolved.get(found.rawName);
      if (dependency) yield dependency;
    }
  }
}

import { folderOf } from '../../../base/path.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import { lockfileFor, type Dependency, type Lock } from '../../../model/dependencies/index.ts';

/** What Gradle up to version 6 wrote: a lockfile for each configuration. */
const CONFIGURATION = /(?:^|\/)gradle\/dependency-locks\/[^/]*$/;

/**
 * The build that a lockfile of Gradle belongs to, with the lock that its script has where constraints of the script reach what is locked; undefined where the
 * workspace does not have its script.
 */
export function buildOfLockfile(path: string, workspace: WorkspaceView): { readonly lock?: Lock } | undefined {
  const folder = path
    .replace(CONFIGURATION, '/x')
    .replace(/[^/]*$/, '')
    .replace(/^\//, '');
  const script = path.endsWith('settings-gradle.lockfile') ? 'settings.gradle' : 'build.gradle';
  const at = [`${folder}${script}.kts`, `${folder}${script}`].find((one) => workspace.get('dependencies', one));
  if (at === undefined) return undefined;
  if (/(?:buildscript|settings)-gradle\.lockfile$|(?:^|\/)(?:buildscript-)?classpath\.lockfile$/.test(path)) return {};
  const lock = lockfileFor(at, workspace);
  return lock ? { lock } : {};
}

/** Whether another configuration's lockfile has the same version of a module, and is the one where it is told: one of what is not for development alone. */
export function isToldInAnother(path: string, { name, version, groups }: Dependency, workspace: WorkspaceView): boolean {
  if (!CONFIGURATION.test(path)) return false;
  const rank = (at: string, others: Dependency['groups'] = []): string => `${others.length > 0 ? 1 : 0}${at}`;
  return workspace
    .all('dependencies')
    .some(
      ([at, { format, graph = [] }]) =>
        format === 'gradle.lockfile' &&
        folderOf(at) === folderOf(path) &&
        graph.some((one) => one.name === name && one.version === version && rank(at, one.groups) < rank(path, groups)),
    );
}

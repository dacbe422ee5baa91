import { globMatcher } from '../../../base/glob.ts';
import { baseName, folderOf, foldersUpwards, inFolder } from '../../../base/path.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import { isLinked, schemeOf, type Dependency, type DependencyFacts, type Lock } from '../../../model/dependencies/index.ts';

/**
 * Which dependencies are packages of the repository itself, although they are asked for like any other: a version of a package.json's workspaces
 * (https://docs.npmjs.com/cli/using-npm/workspaces; pnpm wants that said) and a module of a Maven build. Advisories are about what a registry has.
 */
export function ownPackages(path: string, lock: Lock | undefined, workspace: WorkspaceView): (one: Dependency) => boolean {
  let own: ReadonlyMap<string, DependencyFacts> | undefined;
  return (dependency) => {
    const { ecosystem, name, use, requirement = '' } = dependency;
    if (use !== 'declared' || (ecosystem !== 'npm' && ecosystem !== 'Maven')) return false;
    if (lock && ecosystem === 'npm') return isLinked(lock, dependency);
    own ??= ecosystem === 'npm' ? membersAround(path, workspace) : modulesIn(workspace);
    const found = own.get(name);
    if (!found) return false;
    return found.version === undefined || schemeOf(ecosystem)?.satisfies(found.version, requirement) !== false;
  };
}

/** The packages of the workspaces that the manifest belongs to, by their names. */
function membersAround(path: string, workspace: WorkspaceView): ReadonlyMap<string, DependencyFacts> {
  for (const folder of foldersUpwards(path)) {
    const root = workspace.get('dependencies', inFolder(folder, 'package.json'));
    if (!root || root.workspaces.length === 0) continue;
    const isMember = globMatcher(root.workspaces, folder);
    return byName(workspace, (at, { format }) => format === 'package.json' && isMember(folderOf(at)));
  }
  return new Map();
}

const modulesIn = (workspace: WorkspaceView): ReadonlyMap<string, DependencyFacts> =>
  byName(workspace, (at) => baseName(at) === 'pom.xml');

const byName = (
  workspace: WorkspaceView,
  isWanted: (path: string, facts: DependencyFacts) => boolean,
): ReadonlyMap<string, DependencyFacts> =>
  new Map(
    workspace.all('dependencies').flatMap(([at, facts]) => {
      const { name } = facts;
      return name !== undefined && isWanted(at, facts) ? [[name, facts] as const] : [];
    }),
  );

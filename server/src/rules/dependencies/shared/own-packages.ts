import { globMatcher } from '../../../base/glob.ts';
import { Memo, remembered } from '../../../base/memo.ts';
import { baseName, folderOf, foldersUpwards, inFolder } from '../../../base/path.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import { isLinked, schemeOf, type Dependency, type DependencyFacts, type Lock } from '../../../model/dependencies/index.ts';

/**
 * Which dependencies are packages of the repository itself, although they are asked for like any other: a version of a package.json's workspaces
 * (https://docs.npmjs.com/cli/using-npm/workspaces; pnpm wants that said) and a module of a Maven build. Advisories are about what a registry has.
 */
export function ownPackages(path: string, lock: Lock | undefined, workspace: WorkspaceView): (one: Dependency) => boolean {
  let own: ByName | undefined;
  return (dependency) => {
    const { ecosystem, name, use, requirement = '' } = dependency;
    if (use !== 'declared' || (ecosystem !== 'npm' && ecosystem !== 'Maven')) return false;
    if (lock && ecosystem === 'npm') return isLinked(lock, dependency);
    own ??= ecosystem === 'npm' ? membersAround(path, workspace) : MODULES.of(workspace.all('dependencies'));
    const found = own.get(name);
    if (!found) return false;
    return found.version === undefined || schemeOf(ecosystem)?.satisfies(found.version, requirement) !== false;
  };
}

/** The packages of the workspaces that the manifest belongs to, by their names. */
function membersAround(path: string, workspace: WorkspaceView): ByName {
  for (const folder of foldersUpwards(path)) {
    const root = workspace.get('dependencies', inFolder(folder, 'package.json'));
    if (!root || root.workspaces.length === 0) continue;
    const all = workspace.all('dependencies');
    return remembered(MEMBERS.of(all), folder, () => {
      const isMember = globMatcher(root.workspaces, folder);
      return byName(all, (at, { format }) => format === 'package.json' && isMember(folderOf(at)));
    });
  }
  return new Map();
}

type All = readonly (readonly [string, DependencyFacts])[];
type ByName = ReadonlyMap<string, DependencyFacts>;

/** By the folder of the workspaces' root: a repository may have thousands of manifests, and each one asks. */
const MEMBERS = new Memo((_: All) => new Map<string, ByName>());

const MODULES = new Memo((all: All) => byName(all, (at) => baseName(at) === 'pom.xml'));

const byName = (all: All, isWanted: (path: string, facts: DependencyFacts) => boolean): ByName =>
  new Map(
    all.flatMap(([at, facts]) => {
      const { name } = facts;
      return name !== undefined && isWanted(at, facts) ? [[name, facts] as const] : [];
    }),
  );

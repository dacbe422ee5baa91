import { globMatcher } from '../../../base/glob.ts';
import { Memo, remembered } from '../../../base/memo.ts';
import { folderOf, foldersUpwards, inFolder } from '../../../base/path.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import { isLinked, schemeOf, type Dependency, type DependencyFacts, type Lock } from '../../../model/dependencies/index.ts';

type Files = readonly (readonly [path: string, facts: DependencyFacts])[];
/** The versions that the packages of each name have; undefined: one that is not known. */
type Versions = ReadonlyMap<string, ReadonlySet<string | undefined>>;

/**
 * Which dependencies are packages of the repository itself, although they are asked for like any other: a version of a package.json's workspaces
 * (https://docs.npmjs.com/cli/using-npm/workspaces; pnpm wants that said) and a module of a Maven build. Advisories are about what a registry has.
 */
export function ownPackages(path: string, lock: Lock | undefined, workspace: WorkspaceView): (one: Dependency) => boolean {
  const format = workspace.get('dependencies', path)?.format;
  let own: Versions | undefined;
  return (dependency) => {
    const { ecosystem, name, use, requirement = '' } = dependency;
    if (use !== 'declared' || (ecosystem === 'npm' ? format !== 'package.json' : format !== 'pom.xml')) return false;
    if (lock && ecosystem === 'npm') return isLinked(lock, dependency);
    own ??= format === 'package.json' ? membersAround(path, workspace) : MODULES.of(workspace.all('dependencies'));
    for (const version of own.get(name) ?? []) if (version === undefined || isMeant(ecosystem, version, requirement)) return true;
    return false;
  };
}

/** Maven takes a module of the build only for the very version that is asked for, although a plain one is no more than a wish among releases. */
const isMeant = (ecosystem: Dependency['ecosystem'], version: string, requirement: string): boolean =>
  ecosystem === 'Maven' && !/[[(]/u.test(requirement)
    ? version === requirement
    : schemeOf(ecosystem)?.satisfies(version, requirement) !== false;

/** The packages of the workspaces that the manifest belongs to, by their names. */
function membersAround(path: string, workspace: WorkspaceView): Versions {
  for (const folder of foldersUpwards(path)) {
    const root = workspace.get('dependencies', inFolder(folder, 'package.json'));
    if (!root || root.workspaces.length === 0) continue;
    const files = workspace.all('dependencies');
    return remembered(MEMBERS.of(files), folder, () => {
      const isMember = globMatcher(root.workspaces, folder);
      return byName(files, (at, { format }) => format === 'package.json' && isMember(folderOf(at)));
    });
  }
  return new Map();
}

// Keyed by the list of files, which stays the same object as long as no facts change.
const MODULES = new Memo((files: Files) => byName(files, (_, { format }) => format === 'pom.xml'));
const MEMBERS = new Memo((_files: Files) => new Map<string, Versions>());

function byName(files: Files, isWanted: (path: string, facts: DependencyFacts) => boolean): Versions {
  const versions = new Map<string, Set<string | undefined>>();
  for (const [at, facts] of files)
    if (facts.name !== undefined && isWanted(at, facts))
      remembered(versions, facts.name, () => new Set<string | undefined>()).add(versionOf(facts));
  return versions;
}

/** A POM's may be its parent's, or be given when the build is run. */
function versionOf({ format, version, variables = [] }: DependencyFacts): string | undefined {
  if (format !== 'pom.xml') return version;
  const value = variables.find(({ name }) => name === 'project.version')?.value;
  return value?.includes('$') ? undefined : value;
}

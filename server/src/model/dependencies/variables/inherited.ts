import { folderOf, foldersUpwards, resolvePath } from '../../../base/path.ts';
import type { Dependency } from '../dependency.ts';
import type { DeclaredFacts, DependencyFacts } from '../facts.ts';
import type { Inheritance } from '../file.ts';
import type { FactsByPath } from '../lock/lock.ts';
import { finderOf } from '../maven/properties.ts';
import { propertyFinder } from '../nuget/properties.ts';
import { schemeOf } from '../versions/index.ts';
import { expandedRequirement } from './requirement.ts';
import { expand, hasVariable, MAVEN_VARIABLES, MSBUILD_VARIABLES, type Expanded, type FoundVariable } from './variable.ts';

const CENTRAL = 'Directory.Packages.props';
const BUILD = 'Directory.Build.props';
/** More files than any project inherits from. */
const MOST = 50;

interface Ancestor {
  readonly path: string;
  readonly facts: DependencyFacts;
}

/** The files that the manifest at `path` inherits from, nearest first, and whether all of them are in the workspace. */
export function ancestorsOf(
  path: string,
  own: Pick<DependencyFacts, 'format' | 'inherits'>,
  workspace: FactsByPath,
): { readonly ancestors: readonly Ancestor[]; readonly isComplete: boolean } {
  const ancestors: Ancestor[] = [];
  const seen = new Set([path]);
  let isComplete = true;
  const add = (at: string, { format, inherits = [] }: Pick<DependencyFacts, 'format' | 'inherits'>): void => {
    const found = inherits.map((one) => inherited(at, one, workspace));
    if (found.includes(undefined)) isComplete = false;
    const implicit =
      format === 'msbuild'
        ? implicitOf(at, workspace)
        : format === 'build.gradle' && at === path
          ? aboveScript(at, workspace)
          : [];
    for (const next of [...found, ...implicit]) {
      if (!next || seen.has(next.path) || ancestors.length >= MOST) continue;
      seen.add(next.path);
      ancestors.push(next);
      add(next.path, next.facts);
    }
  };
  add(path, own);
  return { ancestors, isComplete };
}

/** The file that another one names; undefined when the workspace does not have it, or has something else in its place. */
function inherited(from: string, { path, name, isAbove }: Inheritance, workspace: FactsByPath): Ancestor | undefined {
  if (path === '') return undefined;
  if (isAbove) return nearest(folderOf(from), path, workspace);
  const at = resolvePath(folderOf(from), path);
  if (at === undefined) return undefined;
  const candidates = /\.\w+$/.test(at) ? [at, `${at}/pom.xml`] : [at === '' ? 'pom.xml' : `${at}/pom.xml`, at];
  for (const candidate of candidates) {
    const facts = workspace.get('dependencies', candidate);
    if (facts && (name === undefined || facts.name === undefined || facts.name === name)) return { path: candidate, facts };
  }
  return undefined;
}

/** The nearest file of a name in `path`'s folders. A folder is asked for what is above it. */
function nearest(path: string, name: string, workspace: FactsByPath): Ancestor | undefined {
  for (const folder of foldersUpwards(path)) {
    const at = folder === '' ? name : `${folder}/${name}`;
    const facts = workspace.get('dependencies', at);
    if (facts) return { path: at, facts };
  }
  return undefined;
}

/** What MSBuild imports by itself (https://learn.microsoft.com/visualstudio/msbuild/customize-by-directory). */
function implicitOf(path: string, workspace: FactsByPath): Ancestor[] {
  if (path.endsWith(BUILD)) return [];
  const names = path.endsWith(CENTRAL) ? [BUILD] : [CENTRAL, BUILD];
  return names.flatMap((name) => nearest(path, name, workspace) ?? []);
}

/** What the build around a script of Gradle defines: properties, the scripts of the projects above, the usual catalog. Its settings script ends the build. */
function aboveScript(path: string, workspace: FactsByPath): Ancestor[] {
  const found: Ancestor[] = [];
  const names = ['gradle.properties', 'build.gradle', 'build.gradle.kts', 'gradle/libs.versions.toml'];
  for (const folder of foldersUpwards(path)) {
    const get = (name: string): Ancestor[] => {
      const at = folder === '' ? name : `${folder}/${name}`;
      const facts = workspace.get('dependencies', at);
      return facts ? [{ path: at, facts }] : [];
    };
    found.push(...names.flatMap(get));
    if (['settings.gradle', 'settings.gradle.kts'].flatMap(get).length > 0) break;
  }
  return found;
}

/** Fills in, in dependencies of the manifest at `path`, the variables of other files, as far as the workspace has those. */
export function inheriting(path: string, workspace: FactsByPath): (dependency: Dependency) => Dependency {
  let variables: ReturnType<typeof variablesOf> | undefined;
  return (dependency) => {
    const { ecosystem, template, requirement = '' } = dependency;
    const scheme = schemeOf(ecosystem);
    // What a project of MSBuild sets itself may only be a default.
    if (template === undefined || !scheme || (ecosystem !== 'NuGet' && !hasVariable(requirement))) return dependency;
    variables ??= variablesOf(path, workspace);
    const { version: _, origin: __, ...rest } = dependency;
    return { ...rest, requirement: template, ...expandedRequirement(template, scheme, variables.syntax, variables.find) };
  };
}

/** Replaces the variables of any text of the manifest at `path`; undefined where one of them is not known. */
export function expanding(path: string, workspace: FactsByPath): (text: string) => Expanded | undefined {
  let variables: ReturnType<typeof variablesOf> | undefined;
  return (text) => {
    variables ??= variablesOf(path, workspace);
    return expand(text, variables.syntax, variables.find);
  };
}

function variablesOf(path: string, workspace: FactsByPath) {
  const own = workspace.get('dependencies', path);
  const lists: (readonly FoundVariable[])[] = [own?.variables ?? []];
  for (const { path: at, facts } of own ? ancestorsOf(path, own, workspace).ancestors : [])
    lists.push((facts.variables ?? []).filter(({ isOwn }) => isOwn !== true).map((variable) => ({ ...variable, path: at })));
  return own?.format === 'msbuild'
    ? { syntax: MSBUILD_VARIABLES, find: propertyFinder(...lists) }
    : { syntax: MAVEN_VARIABLES, find: finderOf(...lists) };
}

/** The value of a property for the project at `path`, where it is certain. */
export function propertyFor(path: string, name: string, workspace: FactsByPath): string | undefined {
  const property = variablesOf(path, workspace).find(name);
  return property === undefined || property.isUncertain === true || hasVariable(property.value) ? undefined : property.value;
}

/** The file that gives the versions of a project's packages, where one does, and whether it does so for what others bring in, too. */
export function centralManagementFor(path: string, workspace: FactsByPath): (Ancestor & { isTransitive: boolean }) | undefined {
  const central = nearest(path, CENTRAL, workspace);
  if (!central) return undefined;
  const { find } = variablesOf(path, workspace);
  const isOn = (name: string): boolean => {
    const property = find(name);
    return property?.isUncertain !== true && property?.value.toLowerCase() === 'true';
  };
  return isOn('ManagePackageVersionsCentrally')
    ? { ...central, isTransitive: isOn('CentralPackageTransitivePinningEnabled') }
    : undefined;
}

/** The version that central package management gives to a reference without one (https://learn.microsoft.com/nuget/consume-packages/central-package-management). */
export function centralVersionFor(
  path: string,
  { ecosystem, name, requirement }: Pick<Dependency, 'ecosystem' | 'name' | 'requirement'>,
  workspace: FactsByPath,
): DeclaredFacts | undefined {
  if (ecosystem !== 'NuGet' || requirement !== undefined) return undefined;
  const central = nearest(path, CENTRAL, workspace);
  const files = central ? [central, ...ancestorsOf(central.path, central.facts, workspace).ancestors] : [];
  for (const { facts } of files) {
    const entry = facts.declared.find((one) => one.section === 'PackageVersion' && one.name === name);
    if (entry) return entry;
  }
  return undefined;
}

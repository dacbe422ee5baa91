import { folderOf } from '../../../base/path.ts';
import type { Context } from '../../../engine/rule.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import { schemeOf, type Dependency, type DependencyFile, type Lock } from '../../../model/dependencies/index.ts';
import { forcedFor, isPinnedTo, isRuledOut } from './forced.ts';
import { buildOfLockfile, isToldInAnother } from './gradle-lockfile.ts';
import { affectedIn, type Affected } from './graph.ts';
import { inFolder } from './lockfiles.ts';
import { shownInManifests } from './shown-in-manifests.ts';

/**
 * What asks for the packages of a lockfile that does not tell who asks for whom: what it does not ask for by name others bring in. Undefined for lockfiles that tell it,
 * and where the workspace does not have it.
 */
export function askerOf(
  path: string,
  { format }: DependencyFile,
  workspace: WorkspaceView,
): { readonly lock?: Lock } | undefined {
  if (format === 'gradle.lockfile') return buildOfLockfile(path, workspace);
  if (format !== 'Pipfile.lock') return undefined;
  return workspace.get('dependencies', inFolder(folderOf(path), 'Pipfile')) ? {} : undefined;
}

/** Whether a version of a package is told at another entry: of another category or configuration. */
export function isToldElsewhere(
  dependency: Dependency,
  path: string,
  { format, dependencies }: DependencyFile,
  workspace: WorkspaceView,
): boolean {
  if (format === 'gradle.lockfile') return isToldInAnother(path, dependency, workspace);
  if (format !== 'Pipfile.lock') return false;
  const same = dependencies.filter(({ name, version }) => name === dependency.name && version === dependency.version);
  return (same.find(({ groups }) => groups.length === 0) ?? same[0]) !== dependency;
}

/** The vulnerable packages of a lockfile without edges that nobody asks for by name. It does not say who brings them in. */
export function* broughtInByOthers({ file, model, env }: Context<'dependencies'>): Generator<{
  readonly dependency: Dependency;
  readonly affected: Affected;
  readonly lock?: Lock;
}> {
  const asker = askerOf(file.path, model, env.workspace);
  const graph = asker && env.workspace.get('dependencies', file.path)?.graph;
  const scheme = schemeOf(model.ecosystem);
  if (!graph || !scheme) return;
  const { lock } = asker;
  const forced = lock ? forcedFor(lock, file.path, env.workspace) : [];
  // A category more has the same package once more.
  const shown = new Set([...shownInManifests(file.path, model, env.workspace)].map(nameAndVersion));
  for (const affected of affectedIn(graph, model.ecosystem, env.advisories)) {
    const { node, version, at } = affected;
    const dependency = model.dependencies[at];
    if (!dependency || shown.has(nameAndVersion(dependency))) continue;
    if (isToldElsewhere(dependency, file.path, model, env.workspace)) continue;
    if (isRuledOut(scheme, forced, node.name, version) || isPinnedTo(scheme, forced, node.name, version)) continue;
    yield { dependency, affected, ...(lock && { lock }) };
  }
}

const nameAndVersion = ({ name, version = '' }: Dependency): string => `${name} ${version}`;

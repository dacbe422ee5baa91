import type { Context } from '../../../engine/rule.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import { lockfileFor, schemeOf, type Dependency, type DependencyFile, type Lock } from '../../../model/dependencies/index.ts';
import { forcedFor, isPinnedTo, isRuledOut } from './forced.ts';
import { affectedIn, type Affected } from './graph.ts';
import { shownInManifests } from './shown-in-manifests.ts';

/** What a lockfile of Gradle is for the build script beside it; undefined for other lockfiles, and where no script is there. */
export function lockOfScript(path: string, { format }: DependencyFile, workspace: WorkspaceView): Lock | undefined {
  if (format !== 'gradle.lockfile') return undefined;
  for (const name of ['build.gradle.kts', 'build.gradle']) {
    const script = path.replace(/[^/]*$/, name);
    const lock = workspace.get('dependencies', script) && lockfileFor(script, workspace);
    if (lock?.path === path) return lock;
  }
  return undefined;
}

/** The vulnerable modules of a lockfile of Gradle that no script of the build asks for. It does not say who brings them in. */
export function* broughtInByOthers({ file, model, env }: Context<'dependencies'>): Generator<{
  readonly dependency: Dependency;
  readonly affected: Affected;
  readonly lock: Lock;
}> {
  const lock = lockOfScript(file.path, model, env.workspace);
  const scheme = schemeOf(model.ecosystem);
  if (!lock?.graph || !scheme) return;
  const forced = forcedFor(lock, file.path, env.workspace);
  const shown = shownInManifests(file.path, model, env.workspace);
  for (const affected of affectedIn(lock.graph, model.ecosystem, env.advisories)) {
    const { node, version, at } = affected;
    const dependency = model.dependencies[at];
    if (!dependency || shown.has(dependency)) continue;
    if (isRuledOut(scheme, forced, node.name, version) || isPinnedTo(scheme, forced, node.name, version)) continue;
    yield { dependency, affected, lock };
  }
}

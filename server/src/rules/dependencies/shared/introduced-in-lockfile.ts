import { folderOf } from '../../../base/path.ts';
import type { Context } from '../../../engine/rule.ts';
import {
  lockfileFor,
  manifestNameOf,
  schemeOf,
  type Dependency,
  type LockGraph,
  type LockNode,
} from '../../../model/dependencies/index.ts';
import { forcedFor, isRuledOut, isRuledOutForAll } from './forced.ts';
import { affectedIn, callersOf, wayBetween, type Affected } from './graph.ts';
import { inFolder } from './lockfiles.ts';
import { shownInManifests } from './shown-in-manifests.ts';

/** The vulnerable packages of a lockfile that nobody asked for by name, and that no manifest of the workspace is told of. */
export function* introducedInLockfile({ file, model, env }: Context<'dependencies'>): Generator<{
  readonly dependency: Dependency;
  readonly affected: Affected;
  readonly way: readonly LockNode[];
}> {
  const facts = env.workspace.get('dependencies', file.path);
  const graph = facts?.graph;
  if (!graph) return;
  // What the manifest beside it forces to another version by now is outgrown.
  const lock = lockfileFor(inFolder(folderOf(file.path), manifestNameOf(model.format, file.path)), env.workspace);
  const scheme = schemeOf(model.ecosystem);
  const forced = lock?.path === file.path ? forcedFor(lock, file.path, env.workspace) : [];
  const known = affectedIn(graph, model.ecosystem, env.advisories).filter(
    ({ node, version, at }) =>
      !scheme ||
      (!isRuledOut(scheme, forced, node.name, version) &&
        !isRuledOutForAll(scheme, forced, node.name, version, callersOf(graph, at))),
  );
  if (known.length === 0) return;
  const shown = shownInManifests(file.path, model, env.workspace);
  const places = (isWanted: (dependency: Dependency) => boolean): number[] =>
    model.dependencies.flatMap((dependency, at) => (isWanted(dependency) ? at : []));
  const told = places((dependency) => shown.has(dependency));
  const direct = places(({ kind }) => kind === 'direct');
  const isTold = new Set(
    known.filter(({ at }) => told.some((start) => wayBetween(graph, start, at))).map(({ node }) => nameAndVersion(node)),
  );
  for (const affected of known) {
    const dependency = model.dependencies[affected.at];
    if (dependency?.kind !== 'transitive' || isTold.has(nameAndVersion(affected.node))) continue;
    isTold.add(nameAndVersion(affected.node));
    yield { dependency, affected, way: shortestFrom(graph, direct, affected.at) };
  }
}

const nameAndVersion = ({ name, version = '' }: LockNode): string => `${name} ${version}`;

/** A shortest way to a package of a lockfile from any that were asked for; the package alone where nobody leads to it. */
export function shortestFrom(graph: LockGraph, starts: readonly number[], to: number): readonly LockNode[] {
  let best: readonly LockNode[] | undefined;
  for (const at of starts) {
    const way = wayBetween(graph, at, to);
    if (way && (!best || way.length < best.length)) best = way;
  }
  return best ?? graph.slice(to, to + 1);
}

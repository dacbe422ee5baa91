import { foldersUpwards, resolvePath } from '../../../base/path.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import {
  lockfileFor,
  type Dependency,
  type DependencyFacts,
  type DependencyFile,
  type LockGraph,
} from '../../../model/dependencies/index.ts';

type Sources = readonly (readonly [path: string, facts: DependencyFacts])[];

/** The files that requirements were compiled from, with what they tell. A tool names them as seen from where it ran. */
export function sourcesOf(
  { compiledFrom = [] }: Pick<DependencyFile, 'compiledFrom'>,
  path: string,
  workspace: WorkspaceView,
): Sources {
  return compiledFrom.flatMap((source) => {
    for (const folder of foldersUpwards(path)) {
      const at = resolvePath(folder, source.replaceAll('\\', '/'));
      const facts = at === undefined ? undefined : workspace.get('dependencies', at);
      if (at !== undefined && facts) return [[at, facts] as const];
    }
    return [];
  });
}

/** Whether a tool writes the file anew from another one of the workspace, so that changes belong there. */
export const isCompiled = (model: DependencyFile, path: string, workspace: WorkspaceView): boolean =>
  sourcesOf(model, path, workspace).length > 0;

/** A dependency that no fix finds a place in. */
export const unchangeable = ({ requirementSpan: _, deletion: __, ...rest }: Dependency): Dependency => rest;

/**
 * Which compiled requirements are told where they are asked for: in a source that they are the lock of. Other sources, and several versions for several platforms,
 * leave them to be told here.
 */
export function toldInSources(
  model: DependencyFile,
  path: string,
  workspace: WorkspaceView,
  isAlsoIndirect: boolean,
): (dependency: Dependency) => boolean {
  const told = new Set<string>();
  for (const [at, { declared }] of [...sourcesOf(model, path, workspace), ...namesakeOf(model, path, workspace)]) {
    const lock = lockfileFor(at, workspace);
    if (!lock) continue;
    const nodes: LockGraph = lock.graph ?? [...lock.locked.values()];
    const asked = new Set(declared.flatMap(({ name }) => (lock.linked.has(name) ? [] : name)));
    // What the source has outgrown by now is among them: it is not what will be installed.
    const starts = nodes.flatMap(({ name }, place) => (asked.has(name) ? place : []));
    for (const place of isAlsoIndirect ? reached(nodes, starts) : starts)
      told.add(`${nodes[place]?.name} ${nodes[place]?.version}`);
  }
  return ({ name, version = '' }) => told.has(`${name} ${version}`);
}

/** All that some packages lead to, themselves included. */
function reached(graph: LockGraph, starts: readonly number[]): ReadonlySet<number> {
  const found = new Set(starts);
  // What is added while a set is walked is walked as well.
  for (const at of found) for (const target of graph[at]?.to ?? []) found.add(target);
  return found;
}

/** Where nothing says what requirements were compiled from, but a file of their name is there whose lock they are. */
function namesakeOf({ compiledFrom = [] }: DependencyFile, path: string, workspace: WorkspaceView): Sources {
  const at = path.replace(/\.txt$/, '.in');
  const facts = compiledFrom.length === 0 && at !== path ? workspace.get('dependencies', at) : undefined;
  return facts ? [[at, facts]] : [];
}

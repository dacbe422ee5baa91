import { schemeOf, type Dependency, type DependencyFile, type Lock } from '../../../model/dependencies/index.ts';
import { isForDevelopment } from './advisories.ts';
import { currentEntry } from './falls-under.ts';
import { placeOf } from './graph.ts';

/**
 * Frees a dependency of the groups for development where what it is locked to is also brought in by something that the manifest needs in production. The lockfile is
 * only asked for what is in such a group.
 */
export function broughtToProduction(
  { dependencies }: Pick<DependencyFile, 'dependencies'>,
  lock: Lock | undefined,
): (dependency: Dependency) => Dependency {
  const graph = lock?.graph;
  const scheme = lock && schemeOf(lock.ecosystem);
  if (!graph || !scheme) return (dependency) => dependency;
  const placeFor = (dependency: Dependency): number | undefined => {
    const entry = currentEntry(lock, dependency, scheme);
    return entry && placeOf(graph, entry);
  };
  let reached: ReadonlySet<number> | undefined;
  const reachedInProduction = (): ReadonlySet<number> => {
    const places = new Set<number>();
    for (const dependency of dependencies) {
      if (dependency.use !== 'declared' || dependency.groups.length > 0) continue;
      const at = placeFor(dependency);
      if (at !== undefined) places.add(at);
    }
    // A set is walked in the order of its insertions, those during the walk included.
    for (const at of places) for (const target of graph[at]?.to ?? []) places.add(target);
    return places;
  };
  return (dependency) => {
    if (!isForDevelopment(dependency)) return dependency;
    const at = placeFor(dependency);
    if (at === undefined || !(reached ??= reachedInProduction()).has(at)) return dependency;
    return { ...dependency, groups: dependency.groups.filter((group) => group !== 'dev' && group !== 'test') };
  };
}

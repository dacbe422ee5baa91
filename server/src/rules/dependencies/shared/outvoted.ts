import { schemeOf, type Dependency, type DependencyFile } from '../../../model/dependencies/index.ts';

/**
 * The entries of a build script whose own version nothing is built with, because the script says another one for the module: `force` always counts, a constraint where
 * it is higher (https://docs.gradle.org/current/userguide/dependency_constraints.html). The other entry is judged itself.
 */
export function outvotedIn({ format, dependencies }: DependencyFile): ReadonlySet<Dependency> {
  const outvoted = new Set<Dependency>();
  if (format !== 'build.gradle') return outvoted;
  const forced = new Set<string>();
  const raised = new Map<string, string[]>();
  for (const { use, name, version, marker, section } of dependencies) {
    if (use === 'override') forced.add(name);
    // Spring's plugin leaves a version that is written out alone.
    if (use === 'constraint' && version !== undefined && marker === undefined && !/(?:^|\.)dependency(?:Set)?$/.test(section))
      raised.set(name, [...(raised.get(name) ?? []), version]);
  }
  if (forced.size === 0 && raised.size === 0) return outvoted;
  for (const dependency of dependencies) {
    const { use, name, version } = dependency;
    if (use === 'override') continue;
    const isLower =
      use === 'declared' &&
      version !== undefined &&
      raised.get(name)?.some((other) => schemeOf('Maven')?.compare(other, version) === 1) === true;
    if (forced.has(name) || isLower) outvoted.add(dependency);
  }
  return outvoted;
}

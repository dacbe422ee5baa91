import type { Dependency } from '../../../model/dependencies/index.ts';

/** Go modules that go.mod replaces, with the replaced version or `*`. */
export function replacedIn(dependencies: readonly Dependency[]): ReadonlyMap<string, ReadonlySet<string>> {
  const result = new Map<string, Set<string>>();
  for (const { use, rawName, marker = '*' } of dependencies) {
    if (use === 'replacement') result.set(rawName, (result.get(rawName) ?? new Set()).add(marker));
  }
  return result;
}

/** Whether something else is taken in a module's place. */
export function isReplaced({ use, name, version = '' }: Dependency, replaced: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const versions = use === 'declared' ? replaced.get(name) : undefined;
  return versions !== undefined && (versions.has('*') || versions.has(version));
}

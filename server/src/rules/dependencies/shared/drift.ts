import {
  isAlwaysLocked,
  isLinked,
  schemeOf,
  type Dependency,
  type Lock,
  type LockedFacts,
} from '../../../model/dependencies/index.ts';

/**
 * The package manager remembers what it was asked for, so a name that it left out on purpose (another platform's) is not missing.
 * @param local names of the packages of the repository
 */
export function isMissing(
  dependency: Dependency,
  lock: Lock,
  entry: LockedFacts | undefined,
  remembered: ReadonlySet<string> | undefined,
  local: ReadonlySet<string>,
): boolean {
  const { rawName, name, source, requirement, location, marker } = dependency;
  if (rawName === '' || marker !== undefined || isLinked(lock, dependency)) return false;
  if (!isAlwaysLocked(dependency, lock.ecosystem)) return false;
  // pnpm may leave links out (`excludeLinksFromLockfile`).
  if (location?.transport === 'link') return false;
  if (remembered) return !remembered.has(rawName);
  // Yarn 1 keeps out what it links, and writes some of what is forced or has no version under other words.
  if (lock.root.keyedBy === 'descriptor')
    return (
      entry === undefined &&
      (source === 'registry' || source === 'alias') &&
      Boolean(requirement) &&
      !local.has(name) &&
      !lock.overridden.has(rawName)
    );
  return entry === undefined && (source === 'registry' || source === 'alias' || source === 'git' || source === 'url');
}

/** Whether the lockfile has what the manifest's entry rules out. */
export function contradicts(
  { ecosystem, name, source, requirement, location }: Dependency,
  { name: lockedName, version, commit }: LockedFacts,
): boolean {
  if (source === 'git')
    return location?.isCommit === true && commit !== undefined && location.ref?.toLowerCase() !== commit.toLowerCase();
  if (source !== 'registry' && source !== 'alias') return false;
  if (name !== lockedName) return true;
  // A tag or a requirement that does not parse is not known to be unsatisfied; a branch may stand for versions.
  const scheme = schemeOf(ecosystem);
  if (version === undefined || requirement === undefined || scheme?.isBranch?.(version) === true) return false;
  return scheme?.satisfies(version, requirement) === false;
}

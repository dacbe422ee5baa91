export type { Dependency, Group, Location, Source, Use } from './dependency.ts';
export { dependencyFacts, type DeclaredFacts, type DependencyFacts, type LockedFacts, type RootFacts } from './facts.ts';
export type { DependencyFile, DependencyFormat, Include, LockRoot, Registry, Role, Runtime, Setting } from './file.ts';
export { dependencyFormatOf, parseDependencies } from './formats.ts';
export { isAlwaysLocked, isLinked, lockedFor, lockfileFor, manifestNameOf, type FactsByPath, type Lock } from './lock.ts';
export { readDependencies, type ReadDependency } from './read.ts';
export * from './versions/index.ts';

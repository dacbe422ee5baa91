export type { Dependency, Group, Location, Source, Use } from './dependency.ts';
export { dependencyFacts, type DeclaredFacts, type DependencyFacts, type LockedFacts, type RootFacts } from './facts.ts';
export type {
  DependencyFile,
  DependencyFormat,
  Include,
  LockRoot,
  Registry,
  Repository,
  Role,
  Runtime,
  Setting,
} from './file.ts';
export { dependencyFormatOf, parseDependencies } from './formats.ts';
export { lockfileFor, manifestNameOf } from './lock/find.ts';
export { isAlwaysLocked, isLinked, lockedFor } from './lock/ask.ts';
export { catalogEntryFor } from './lock/catalog-entry.ts';
export type { FactsByPath, Lock } from './lock/lock.ts';
export { isCatalogSection } from './npm/catalog.ts';
export { readDependencies, type ReadDependency } from './read.ts';
export { NUGET_CLEAR } from './settings/nuget.ts';
export { ancestorsOf, centralVersionFor, inheriting } from './variables/inherited.ts';
export * from './versions/index.ts';

export type { Dependency, Group, Location, Source, Use } from './dependency.ts';
export {
  dependencyFacts,
  type DeclaredFacts,
  type DependencyFacts,
  type LockedFacts,
  type RootFacts,
  type SettingFacts,
} from './facts.ts';
export type { DependencyFile, DependencyFormat, Include, LockRoot, Registry, Role, Runtime, Setting } from './file.ts';
export { dependencyFormatOf, parseDependencies } from './formats.ts';
export { lockfileFor, manifestNameOf } from './lock/find.ts';
export { isAlwaysLocked, isLinked, lockedFor } from './lock/ask.ts';
export { catalogEntryFor } from './lock/catalog-entry.ts';
export type { FactsByPath, Lock } from './lock/lock.ts';
export { isCatalogSection } from './npm/catalog.ts';
export { readDependencies, type ReadDependency } from './read.ts';
export * from './versions/index.ts';

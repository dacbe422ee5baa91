export type { Dependency, Group, Location, Resolved, Source, Use } from './dependency.ts';
export {
  dependencyFacts,
  type DeclaredFacts,
  type DependencyFacts,
  type ForcedFacts,
  type LockedFacts,
  type RootFacts,
  type SettingFacts,
} from './facts.ts';
export type {
  DependencyFile,
  DependencyFormat,
  Include,
  LockRoot,
  OverrideSite,
  Registry,
  Repository,
  Role,
  Runtime,
  Setting,
} from './file.ts';
export { dependencyFormatOf, parseDependencies, parseIncluded } from './formats.ts';
export type { LockGraph, LockNode } from './lock/graph.ts';
export { lockfileFor, manifestNameOf } from './lock/find.ts';
export { digestOf, hashedIn, readDigests, shortDigest } from './lock/digests.ts';
export { isAlwaysLocked, isLinked, lockedFor } from './lock/ask.ts';
export { catalogEntryFor } from './lock/catalog-entry.ts';
export type { FactsByPath, Lock } from './lock/lock.ts';
export { isCatalogSection, PNPM_WORKSPACE } from './npm/catalog.ts';
export type { Project, ProjectLicense } from './project.ts';
export { pubOverridesFor } from './pub/overrides-file.ts';
export { requirementInWords } from './read-parts.ts';
export { readDependencies, type ReadDependency } from './read.ts';
export { NUGET_CLEAR } from './settings/nuget.ts';
export { hasVariable } from './variables/variable.ts';
export {
  ancestorsOf,
  centralManagementFor,
  centralVersionFor,
  expanding,
  inheriting,
  propertyFor,
} from './variables/inherited.ts';
export * from './versions/index.ts';

import {
  dependencyFacts,
  lockfileFor,
  parseDependencies,
  type DependencyFacts,
  type Lock,
} from '../../server/src/model/dependencies/index.ts';

export const dependencyFactsOf = (path: string, text: string): DependencyFacts => dependencyFacts(parseDependencies(path, text));

/** The lockfile of the manifest at `path` in a workspace of `files`. */
export const lockOf = (files: Readonly<Record<string, string>>, path: string): Lock | undefined =>
  lockfileFor(path, { get: (_, other) => (files[other] === undefined ? undefined : dependencyFactsOf(other, files[other])) });

import type { Dependency } from '../../../model/dependencies/index.ts';

/** Gradle's prefixes and status names (https://docs.gradle.org/current/userguide/dynamic_versions.html), and the two words of Maven. */
const MAVEN = /^(?:[\w.-]*\+|latest\.[a-z]+|LATEST|RELEASE)$/;

/**
 * Whether a requirement means the newest version that fits, of Maven, Gradle and NuGet
 * (https://learn.microsoft.com/nuget/concepts/package-versioning#floating-version-resolutions).
 */
export const isDynamic = ({ ecosystem, requirement = '' }: Pick<Dependency, 'ecosystem' | 'requirement'>): boolean =>
  (ecosystem === 'Maven' && MAVEN.test(requirement.trim())) || (ecosystem === 'NuGet' && requirement.includes('*'));

/** A package repository of the Java world that was shut down or takes nothing new. */
export interface RetiredRepository {
  /** Of the host, lower case, subdomains included. */
  readonly host: string;
  readonly name: string;
  /** ISO date. */
  readonly since: string;
  /** What happened, as the end of a sentence that begins with the name. */
  readonly what: string;
  /** What has its packages now: a method of Gradle. */
  readonly instead?: 'mavenCentral';
}

/**
 * Sources: https://blog.gradle.org/jcenter-shutdown (Bintray 2021-05-01; JCenter has taken nothing new since 2021-03-31, and since 2024-08-15 it sends everybody to
 * Maven Central), https://central.sonatype.org/pages/ossrh-eol/ (2025-06-30). Seen 2026-11-28.
 */
export const RETIRED_REPOSITORIES: readonly RetiredRepository[] = [
  {
    host: 'jcenter.bintray.com',
    name: 'JCenter',
    since: '2024-08-15',
    what: 'was shut down',
    instead: 'mavenCentral',
  },
  { host: 'bintray.com', name: 'Bintray', since: '2021-05-01', what: 'was shut down', instead: 'mavenCentral' },
  { host: 'oss.sonatype.org', name: 'OSSRH', since: '2025-06-30', what: 'was shut down' },
];

/** What is known of the repository behind a URL. */
export function retiredRepository(url: string): RetiredRepository | undefined {
  const host = /^https?:\/\/(?:[^/?#\s]*@)?([^/:?#\s]+)/i.exec(url)?.[1]?.toLowerCase();
  return host === undefined ? undefined : RETIRED_REPOSITORIES.find((one) => host === one.host || host.endsWith(`.${one.host}`));
}

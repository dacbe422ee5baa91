/** How an image's distribution creates users. `rpm-minimal`: it lacks shadow-utils, so it cannot; `none`: there is not even a shell to do it with. */
export type Family = 'debian' | 'alpine' | 'rpm' | 'rpm-minimal' | 'none';

export interface BaseImageFacts {
  /** Supported tags to pin to, the one for most first. */
  readonly tags: readonly string[];
  /** An unprivileged user that the image contains. */
  readonly user?: string;
  readonly family: Family;
}

const official = (tags: string, family: Family, user?: string): BaseImageFacts => ({
  tags: tags.split(' ').filter(Boolean),
  family,
  ...(user === undefined ? {} : { user }),
});

/**
 * Images of Docker Hub's library and of Microsoft: the supported tags that most should use (long-term support where there is such a thing), and the user that
 * the image contains. From the images' own documentation, https://github.com/docker-library/docs and https://endoflife.date, as of 2026-11.
 */
const OFFICIAL: ReadonlyMap<string, BaseImageFacts> = new Map([
  ['docker.io/library/almalinux', official('10 9', 'rpm')],
  ['docker.io/library/alpine', official('3.23 3.22', 'alpine')],
  ['docker.io/library/amazoncorretto', official('21 25', 'rpm-minimal')],
  ['docker.io/library/amazonlinux', official('2023', 'rpm-minimal')],
  ['docker.io/library/buildpack-deps', official('trixie bookworm', 'debian')],
  ['docker.io/library/busybox', official('1.37', 'alpine')],
  ['docker.io/library/caddy', official('2', 'alpine')],
  ['docker.io/library/cassandra', official('5', 'debian', 'cassandra')],
  ['docker.io/library/composer', official('2', 'alpine')],
  ['docker.io/library/couchdb', official('3', 'debian', 'couchdb')],
  ['docker.io/library/debian', official('trixie-slim trixie bookworm-slim', 'debian')],
  ['docker.io/library/docker', official('29', 'alpine')],
  ['docker.io/library/drupal', official('11', 'debian', 'www-data')],
  ['docker.io/library/eclipse-temurin', official('21 25', 'debian')],
  ['docker.io/library/elixir', official('1.19', 'debian')],
  ['docker.io/library/erlang', official('28', 'debian')],
  ['docker.io/library/fedora', official('44', 'rpm')],
  ['docker.io/library/golang', official('1.27 1.27-alpine 1.26', 'debian')],
  ['docker.io/library/gradle', official('9-jdk21', 'debian', 'gradle')],
  ['docker.io/library/haproxy', official('3.2', 'debian', 'haproxy')],
  ['docker.io/library/httpd', official('2.4', 'debian', 'www-data')],
  ['docker.io/library/influxdb', official('2', 'debian', 'influxdb')],
  ['docker.io/library/mariadb', official('11.8', 'debian', 'mysql')],
  ['docker.io/library/maven', official('3.9-eclipse-temurin-21', 'debian')],
  ['docker.io/library/memcached', official('1.6', 'debian', 'memcache')],
  ['docker.io/library/mongo', official('8.0', 'debian', 'mongodb')],
  ['docker.io/library/mysql', official('8.4', 'rpm', 'mysql')],
  ['docker.io/library/neo4j', official('5', 'debian', 'neo4j')],
  ['docker.io/library/nginx', official('1.30 1.30-alpine', 'debian', 'nginx')],
  ['docker.io/library/node', official('24-slim 24 24-alpine', 'debian', 'node')],
  ['docker.io/library/openjdk', official('', 'debian')],
  ['docker.io/library/oraclelinux', official('9', 'rpm')],
  ['docker.io/library/perl', official('5.42', 'debian')],
  ['docker.io/library/php', official('8.4-apache 8.4-fpm 8.4-cli', 'debian', 'www-data')],
  ['docker.io/library/postgres', official('18 17', 'debian', 'postgres')],
  ['docker.io/library/python', official('3.13-slim 3.13 3.14-slim', 'debian')],
  ['docker.io/library/r-base', official('4.5.2', 'debian')],
  ['docker.io/library/rabbitmq', official('4', 'debian', 'rabbitmq')],
  ['docker.io/library/redis', official('8', 'debian', 'redis')],
  ['docker.io/library/registry', official('3', 'alpine')],
  ['docker.io/library/rockylinux', official('9', 'rpm')],
  ['docker.io/library/ruby', official('3.4-slim 3.4', 'debian')],
  ['docker.io/library/rust', official('1-slim 1', 'debian')],
  ['docker.io/library/swift', official('6.2', 'debian')],
  ['docker.io/library/tomcat', official('11-jdk21 10.1-jdk21', 'debian')],
  ['docker.io/library/traefik', official('v3.7', 'alpine')],
  ['docker.io/library/ubuntu', official('26.04 24.04', 'debian')],
  ['docker.io/library/valkey', official('9', 'debian', 'valkey')],
  ['docker.io/library/wordpress', official('6-apache', 'debian', 'www-data')],
  ['docker.io/denoland/deno', official('', 'debian', 'deno')],
  ['docker.io/oven/bun', official('1', 'debian', 'bun')],
  ['mcr.microsoft.com/dotnet/aspnet', official('10.0', 'debian', 'app')],
  ['mcr.microsoft.com/dotnet/runtime', official('10.0', 'debian', 'app')],
  ['mcr.microsoft.com/dotnet/runtime-deps', official('10.0', 'debian', 'app')],
  ['mcr.microsoft.com/dotnet/sdk', official('10.0', 'debian', 'app')],
]);

/** Mirrors that carry Docker Hub's library under the same names, and Docker Hub's own copies of it for one architecture each. */
const MIRRORS =
  /^(?:(?:public\.ecr\.aws\/docker|mirror\.gcr\.io|registry\.hub\.docker\.com)\/library|docker\.io\/(?:amd64|arm32v[5-7]|arm64v8|i386|ppc64le|riscv64|s390x))\//;

/** `docker.io/library/node` for that image wherever it is mirrored. */
export const libraryName = (repository: string): string => repository.replace(MIRRORS, 'docker.io/library/');

/** What is known of a repository such as `docker.io/library/node`. */
export const baseImageFacts = (repository: string): BaseImageFacts | undefined => OFFICIAL.get(libraryName(repository));

/** The distribution family of an image, as far as its name and tag tell. */
export function familyOf(repository: string, tag: string): Family | undefined {
  if (tag.includes('alpine') || /(?:^|[/-])alpine$/.test(repository)) return 'alpine';
  if (/^gcr\.io\/distroless\/|\/distroless(?:\/|$)/.test(repository) || /chiseled|distroless/.test(tag)) return 'none';
  if (/amzn|amazon|\bal20\d\d/.test(tag)) return 'rpm-minimal';
  const family = /(?:oracle|fedora|centos|ubi\d*|\bel\d)/.test(tag) ? 'rpm' : baseImageFacts(repository)?.family;
  return family === 'rpm' && /slim|minimal|micro/.test(tag) ? 'rpm-minimal' : family;
}

/** One fact: images whose configuration sets a user that is not root. From the images' documentation or Dockerfiles, as of 2025-11. */
interface NonRoot {
  readonly repository: RegExp;
  readonly tag?: RegExp;
  readonly user: string;
}

const NON_ROOT: readonly NonRoot[] = [
  { repository: /./, tag: /nonroot/, user: '65532' },
  { repository: /^mcr\.microsoft\.com\/dotnet\//, tag: /chiseled|distroless/, user: 'app' },
  { repository: /^docker\.io\/library\/docker$/, tag: /rootless/, user: 'rootless' },
  { repository: /^docker\.io\/moby\/buildkit$/, tag: /rootless/, user: '1000' },
  { repository: /^cgr\.dev\//, user: '65532' },
  { repository: /^docker\.io\/(?:bitnami|bitnamilegacy|bitnamisecure)\//, user: '1001' },
  { repository: /(?:^|\/)nginxinc\/nginx-unprivileged$/, user: '101' },
  { repository: /^docker\.io\/jenkins\/(?:jenkins|agent|inbound-agent)$/, user: 'jenkins' },
  { repository: /^docker\.io\/grafana\//, user: '472' },
  { repository: /^(?:docker\.io\/prom|quay\.io\/prometheus)\//, user: 'nobody' },
  { repository: /^quay\.io\/keycloak\/keycloak$/, user: '1000' },
  {
    repository:
      /^docker\.io\/library\/(?:elasticsearch|kibana|logstash)$|^docker\.elastic\.co\/(?:elasticsearch|kibana|logstash)\//,
    user: '1000',
  },
  { repository: /^docker\.io\/library\/haproxy$/, user: 'haproxy' },
  { repository: /^docker\.io\/library\/kong$/, user: 'kong' },
  { repository: /^docker\.io\/library\/memcached$/, user: 'memcache' },
  { repository: /^docker\.io\/library\/solr$/, user: 'solr' },
  { repository: /^docker\.io\/library\/sonarqube$/, user: 'sonarqube' },
  { repository: /^docker\.io\/library\/varnish$/, user: 'varnish' },
  { repository: /^docker\.io\/apache\/airflow$/, user: 'airflow' },
  { repository: /^docker\.io\/apache\/kafka$/, user: 'appuser' },
  { repository: /^docker\.io\/apache\/(?:spark|spark-py)$/, user: 'spark' },
  { repository: /^docker\.io\/apache\/superset$/, user: 'superset' },
  { repository: /^docker\.io\/confluentinc\/cp-/, user: 'appuser' },
  { repository: /^(?:docker\.io|quay\.io)\/jupyter\//, user: 'jovyan' },
  { repository: /^docker\.io\/cimg\//, user: 'circleci' },
  { repository: /^docker\.io\/circleci\//, user: 'circleci' },
  { repository: /^docker\.io\/selenium\//, user: '1200' },
  { repository: /^docker\.io\/gitpod\//, user: 'gitpod' },
  { repository: /^docker\.io\/codercom\//, user: 'coder' },
  { repository: /^docker\.io\/curlimages\/curl$/, user: 'curl_user' },
  { repository: /^docker\.io\/n8nio\/n8n$/, user: 'node' },
  { repository: /^docker\.io\/nodered\/node-red$/, user: 'node-red' },
  { repository: /^docker\.io\/fluent\/fluentd$/, user: 'fluent' },
  { repository: /^quay\.io\/argoproj\//, user: '999' },
  { repository: /^registry\.(?:access\.)?redhat\.(?:com|io)\/ubi\d+\/openjdk-/, user: '185' },
  {
    repository:
      /^registry\.(?:access\.)?redhat\.(?:com|io)\/(?:ubi\d+|rhel\d+)\/(?:nodejs|python|go-toolset|nginx|httpd|php|perl|ruby|dotnet)-?/,
    user: '1001',
  },
];

/** The user that an image runs as when that is known not to be root. */
export const nonRootUserOf = (repository: string, tag: string): string | undefined =>
  NON_ROOT.find((fact) => fact.repository.test(repository) && (fact.tag?.test(tag) ?? true))?.user;

/** Numbers of users that images contain, from the images' Dockerfiles and Debian's and Alpine's base-passwd, as of 2026-11. */
const USER_IDS: readonly (readonly [user: string, family: Family | undefined, uid: string])[] = [
  ['node', undefined, '1000'],
  ['bun', undefined, '1000'],
  ['deno', undefined, '1993'],
  ['nginx', undefined, '101'],
  ['www-data', 'debian', '33'],
  ['www-data', 'alpine', '82'],
  ['postgres', 'debian', '999'],
  ['postgres', 'alpine', '70'],
  ['nobody', undefined, '65534'],
  ['app', undefined, '1654'],
  ['gradle', undefined, '1000'],
  ['nonroot', 'none', '65532'],
];

/** The number of a user that an image contains. */
export const userIdOf = (user: string, family: Family | undefined): string | undefined =>
  USER_IDS.find(([name, only]) => name === user && (only === undefined || only === family))?.[2];

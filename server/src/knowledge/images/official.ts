/** How an image's distribution creates users. `rpm-minimal`: it lacks shadow-utils, so it cannot; `none`: there is not even a shell to do it with. */
export type Family = 'debian' | 'alpine' | 'rpm' | 'rpm-minimal' | 'none';

export interface BaseImageFacts {
  /** Supported tags to pin to, the one for most first. */
  readonly tags: readonly string[];
  /** An unprivileged user that the image contains. */
  readonly user?: string;
  /** The number of `user`, where the image's documentation or Dockerfile gives it. */
  readonly uid?: string;
  /** The same in variants made from Alpine. */
  readonly alpineUid?: string;
  readonly family: Family;
}

const official = (tags: string, family: Family, user?: string, uid?: string, alpineUid = uid): BaseImageFacts => ({
  tags: tags.split(' ').filter(Boolean),
  family,
  ...(user === undefined ? {} : { user }),
  ...(uid === undefined ? {} : { uid }),
  ...(alpineUid === undefined ? {} : { alpineUid }),
});

/**
 * Images of Docker Hub's library and of vendors: the supported tags that most should use (long-term support where there is such a thing), and the user that
 * the image contains. From the images' own documentation, https://github.com/docker-library/docs and https://endoflife.date, as of 2026-11.
 */
export const OFFICIAL: ReadonlyMap<string, BaseImageFacts> = new Map([
  // Distributions.
  ['docker.io/library/almalinux', official('10 9 10-minimal', 'rpm')],
  ['docker.io/library/alpine', official('3.24 3.23', 'alpine')],
  ['docker.io/library/amazonlinux', official('2023', 'rpm-minimal')],
  ['docker.io/library/buildpack-deps', official('trixie bookworm', 'debian')],
  ['docker.io/library/busybox', official('1.37', 'alpine')],
  ['docker.io/library/centos', official('', 'rpm')],
  ['docker.io/library/debian', official('trixie-slim trixie bookworm-slim', 'debian')],
  ['docker.io/library/fedora', official('44', 'rpm')],
  ['docker.io/library/oraclelinux', official('9 9-slim', 'rpm')],
  ['docker.io/library/photon', official('5.0', 'rpm')],
  ['docker.io/library/rockylinux', official('9 9-minimal', 'rpm')],
  ['docker.io/library/ubuntu', official('24.04 26.04', 'debian')],
  ['docker.io/opensuse/leap', official('16.0', 'rpm')],
  ['docker.io/rockylinux/rockylinux', official('10 9', 'rpm')],
  // Languages and what builds with them.
  ['docker.io/library/adoptopenjdk', official('', 'debian')],
  ['docker.io/library/amazoncorretto', official('21 25', 'rpm-minimal')],
  ['docker.io/library/bash', official('5', 'alpine')],
  ['docker.io/library/clojure', official('temurin-21-tools-deps temurin-21-lein', 'debian')],
  ['docker.io/library/composer', official('2', 'alpine')],
  ['docker.io/library/dart', official('stable', 'debian')],
  ['docker.io/library/eclipse-temurin', official('21-jdk 21-jre 25-jdk', 'debian')],
  ['docker.io/library/elixir', official('1.19 1.19-slim 1.19-alpine', 'debian')],
  ['docker.io/library/erlang', official('28 28-slim 28-alpine', 'debian')],
  ['docker.io/library/gcc', official('15 14', 'debian')],
  ['docker.io/library/golang', official('1.27 1.27-alpine 1.26', 'debian')],
  ['docker.io/library/gradle', official('9-jdk21 9-jdk21-alpine', 'debian', 'gradle', '1000')],
  ['docker.io/library/groovy', official('4.0-jdk21', 'debian', 'groovy', '1000')],
  ['docker.io/library/haskell', official('9 9-slim', 'debian')],
  ['docker.io/library/ibm-semeru-runtimes', official('open-21-jdk open-21-jre', 'debian')],
  ['docker.io/library/java', official('', 'debian')],
  ['docker.io/library/jruby', official('10 10-jdk21', 'debian')],
  ['docker.io/library/julia', official('1.12 1.10', 'debian')],
  ['docker.io/library/maven', official('3.9-eclipse-temurin-21 3.9-eclipse-temurin-21-alpine', 'debian')],
  ['docker.io/library/node', official('24-slim 24 24-alpine', 'debian', 'node', '1000')],
  ['docker.io/library/openjdk', official('', 'debian')],
  ['docker.io/library/perl', official('5.42-slim 5.42', 'debian')],
  ['docker.io/library/php', official('8.4-apache 8.4-fpm 8.4-cli', 'debian', 'www-data', '33', '82')],
  ['docker.io/library/pypy', official('3.11-slim 3.11', 'debian')],
  ['docker.io/library/python', official('3.13-slim 3.13 3.14-slim', 'debian')],
  ['docker.io/library/r-base', official('4.5.2', 'debian', 'docker')],
  ['docker.io/library/ruby', official('3.4-slim 3.4 3.4-alpine', 'debian')],
  ['docker.io/library/rust', official('1-slim 1', 'debian')],
  ['docker.io/library/sapmachine', official('21 25', 'debian')],
  ['docker.io/library/swift', official('6.2', 'debian')],
  ['docker.io/denoland/deno', official('', 'debian', 'deno', '1993')],
  ['docker.io/oven/bun', official('1 1-slim 1-alpine', 'debian', 'bun', '1000')],
  ['mcr.microsoft.com/dotnet/aspnet', official('10.0 10.0-alpine', 'debian', 'app', '1654')],
  ['mcr.microsoft.com/dotnet/runtime', official('10.0 10.0-alpine', 'debian', 'app', '1654')],
  ['mcr.microsoft.com/dotnet/runtime-deps', official('10.0 10.0-alpine', 'debian', 'app', '1654')],
  ['mcr.microsoft.com/dotnet/sdk', official('10.0 10.0-alpine', 'debian', 'app', '1654')],
  // Databases and queues.
  ['docker.io/library/cassandra', official('5.0', 'debian', 'cassandra', '999')],
  ['docker.io/library/clickhouse', official('25.8', 'debian', 'clickhouse', '101')],
  ['docker.io/library/couchdb', official('3', 'debian', 'couchdb', '5984')],
  ['docker.io/library/elasticsearch', official('', 'rpm-minimal', 'elasticsearch', '1000')],
  ['docker.io/library/influxdb', official('2', 'debian', 'influxdb')],
  ['docker.io/library/mariadb', official('11.8', 'debian', 'mysql', '999')],
  ['docker.io/library/memcached', official('1.6 1.6-alpine', 'debian', 'memcache', '11211')],
  ['docker.io/library/mongo', official('8.0', 'debian', 'mongodb', '999')],
  ['docker.io/library/mysql', official('8.4', 'rpm', 'mysql', '999')],
  ['docker.io/library/nats', official('2 2-alpine', 'none')],
  ['docker.io/library/neo4j', official('5', 'debian', 'neo4j')],
  ['docker.io/library/percona', official('8.4', 'rpm', 'mysql')],
  ['docker.io/library/postgres', official('18 17 18-alpine', 'debian', 'postgres', '999', '70')],
  ['docker.io/library/rabbitmq', official('4 4-management', 'debian', 'rabbitmq', '999', '100')],
  ['docker.io/library/redis', official('8 8-alpine', 'debian', 'redis', '999')],
  ['docker.io/library/solr', official('9', 'debian', 'solr', '8983')],
  ['docker.io/library/zookeeper', official('3.9', 'debian', 'zookeeper', '1000')],
  ['docker.io/postgis/postgis', official('17-3.5', 'debian', 'postgres', '999', '70')],
  ['docker.io/valkey/valkey', official('8 8-alpine', 'debian', 'valkey', '999')],
  ['docker.io/library/valkey', official('9', 'debian', 'valkey', '999')],
  ['mcr.microsoft.com/mssql/server', official('2022-latest', 'debian', 'mssql', '10001')],
  // Servers.
  ['docker.io/library/caddy', official('2 2-alpine', 'alpine')],
  ['docker.io/library/haproxy', official('3.2 3.2-alpine', 'debian', 'haproxy', '99')],
  ['docker.io/library/httpd', official('2.4 2.4-alpine', 'debian', 'www-data', '33', '82')],
  ['docker.io/library/jetty', official('12-jdk21', 'debian', 'jetty')],
  ['docker.io/library/kong', official('3.9', 'debian', 'kong')],
  ['docker.io/library/nginx', official('1.30 1.30-alpine', 'debian', 'nginx', '101')],
  ['docker.io/library/tomcat', official('11.0-jdk21 10.1-jdk21 9.0-jdk17', 'debian')],
  ['docker.io/library/tomee', official('10', 'debian')],
  ['docker.io/library/traefik', official('v3.7', 'alpine')],
  ['docker.io/library/varnish', official('', 'debian', 'varnish')],
  // Applications and tools.
  ['docker.io/library/adminer', official('5', 'alpine', 'adminer')],
  ['docker.io/library/docker', official('29 29-cli 29-dind', 'alpine')],
  ['docker.io/library/drupal', official('11', 'debian', 'www-data', '33', '82')],
  ['docker.io/library/ghost', official('6 6-alpine', 'debian', 'node', '1000')],
  ['docker.io/library/hello-world', official('', 'none')],
  ['docker.io/library/joomla', official('6 5', 'debian', 'www-data', '33', '82')],
  ['docker.io/library/kibana', official('', 'rpm-minimal', 'kibana', '1000')],
  ['docker.io/library/logstash', official('', 'rpm-minimal', 'logstash', '1000')],
  ['docker.io/library/matomo', official('5', 'debian', 'www-data', '33', '82')],
  ['docker.io/library/mediawiki', official('1.43', 'debian', 'www-data', '33', '82')],
  ['docker.io/library/mongo-express', official('1', 'alpine', 'node', '1000')],
  ['docker.io/library/nextcloud', official('33-apache 33-fpm', 'debian', 'www-data', '33', '82')],
  ['docker.io/library/odoo', official('18.0', 'debian', 'odoo')],
  ['docker.io/library/phpmyadmin', official('5', 'debian', 'www-data', '33', '82')],
  ['docker.io/library/redmine', official('6', 'debian', 'redmine', '999')],
  ['docker.io/library/registry', official('3', 'alpine')],
  ['docker.io/library/ros', official('jazzy humble', 'debian')],
  ['docker.io/library/sonarqube', official('', 'debian', 'sonarqube', '1000')],
  ['docker.io/library/telegraf', official('', 'debian', 'telegraf')],
  ['docker.io/library/wordpress', official('php8.4-apache php8.4-fpm', 'debian', 'www-data', '33', '82')],
]);

/**
 * Tags that exist for the releases that are supported: repository | versions, the one for most first | endings, `-` for none | tags without a version.
 * From the images' pages on Docker Hub and Microsoft's, as of 2026-11.
 */
const TABLE = `
  docker.io/library/alpine | 3.24 3.23 3.22 | - |
  docker.io/library/almalinux | 10 9 | - minimal |
  docker.io/library/amazonlinux | 2023 | - minimal |
  docker.io/library/fedora | 44 | - |
  docker.io/library/debian | 13 12 | - slim | trixie trixie-slim bookworm bookworm-slim
  docker.io/library/ubuntu | 24.04 26.04 22.04 | - | noble resolute jammy
  docker.io/library/buildpack-deps | 13 | | trixie trixie-curl trixie-scm bookworm bookworm-curl bookworm-scm noble noble-curl noble-scm
  docker.io/library/oraclelinux | 9 8 | - slim |
  docker.io/library/rockylinux | 9 8 | - minimal |
  docker.io/opensuse/leap | 16.0 | - |
  docker.io/library/node | 24 22 26 | - slim alpine trixie trixie-slim bookworm bookworm-slim | krypton krypton-slim krypton-alpine krypton-trixie krypton-trixie-slim krypton-bookworm krypton-bookworm-slim lts-alpine lts-trixie lts-trixie-slim lts-bookworm lts-bookworm-slim
  docker.io/library/python | 3.13 3.14 3.12 3.11 | - slim alpine trixie slim-trixie bookworm slim-bookworm |
  docker.io/library/ruby | 3.4 4.0 3.3 | - slim alpine trixie slim-trixie bookworm slim-bookworm |
  docker.io/library/php | 8.4 8.5 8.3 | - cli fpm apache zts alpine cli-alpine fpm-alpine zts-alpine trixie cli-trixie fpm-trixie apache-trixie zts-trixie bookworm cli-bookworm fpm-bookworm apache-bookworm zts-bookworm |
  docker.io/library/golang | 1.27 1.26 | - alpine trixie bookworm |
  docker.io/library/rust | 1 | - slim alpine trixie slim-trixie bookworm slim-bookworm |
  docker.io/library/perl | 5.42 5.40 | - slim threaded slim-threaded bookworm slim-bookworm |
  docker.io/library/elixir | 1.19 1.18 | - slim alpine |
  docker.io/library/erlang | 28 27 | - slim alpine |
  docker.io/library/eclipse-temurin | 21 25 17 11 8 | - jdk jre alpine jdk-alpine jre-alpine noble jdk-noble jre-noble jammy jdk-jammy jre-jammy |
  docker.io/library/amazoncorretto | 21 25 17 11 8 | - alpine alpine-jdk al2023 |
  docker.io/library/gradle | 9 8 | - jdk17 jdk21 jdk17-alpine jdk21-alpine jdk17-noble jdk21-noble jdk17-jammy jdk21-jammy |
  docker.io/library/maven | 3.9 | - eclipse-temurin-8 eclipse-temurin-11 eclipse-temurin-17 eclipse-temurin-21 eclipse-temurin-25 eclipse-temurin-8-alpine eclipse-temurin-11-alpine eclipse-temurin-17-alpine eclipse-temurin-21-alpine amazoncorretto-8 amazoncorretto-11 amazoncorretto-17 amazoncorretto-21 |
  docker.io/library/composer | 2 | - |
  docker.io/library/docker | 29 | - cli dind git dind-rootless |
  docker.io/library/postgres | 18 17 16 15 | - alpine trixie bookworm |
  docker.io/library/mysql | 8.4 9.7 | - |
  docker.io/library/mariadb | 11.8 11.4 10.11 | - |
  docker.io/library/mongo | 8.0 7.0 | - |
  docker.io/library/redis | 8 7.4 7.2 6.2 | - alpine bookworm |
  docker.io/library/cassandra | 5.0 4.1 | - |
  docker.io/library/couchdb | 3 | - |
  docker.io/library/solr | 9 | - slim |
  docker.io/library/neo4j | 5 | - community enterprise |
  docker.io/library/rabbitmq | 4 | - alpine management management-alpine |
  docker.io/library/nginx | 1.30 | - alpine alpine-slim perl alpine-perl |
  docker.io/nginxinc/nginx-unprivileged | 1.30 | - alpine alpine-slim |
  docker.io/library/httpd | 2.4 | - alpine |
  docker.io/library/tomcat | 9.0 10.1 11.0 | - jdk17 jdk21 jre17 jre21 |
  docker.io/library/haproxy | 3.2 3.0 2.8 | - alpine |
  docker.io/library/traefik | v3 | - |
  docker.io/library/drupal | 11 | - apache fpm fpm-alpine php8.4 php8.4-apache php8.4-fpm php8.4-fpm-alpine |
  docker.io/library/wordpress | | | php8.4 php8.4-apache php8.4-fpm php8.4-fpm-alpine
  docker.io/library/nextcloud | 33 | - apache fpm fpm-alpine |
  mcr.microsoft.com/dotnet/sdk | 10.0 | - noble alpine azurelinux3.0 |
  mcr.microsoft.com/dotnet/aspnet | 10.0 | - noble alpine noble-chiseled noble-chiseled-extra azurelinux3.0 azurelinux3.0-distroless |
  mcr.microsoft.com/dotnet/runtime | 10.0 | - noble alpine noble-chiseled noble-chiseled-extra azurelinux3.0 azurelinux3.0-distroless |
  mcr.microsoft.com/dotnet/runtime-deps | 10.0 | - noble alpine noble-chiseled noble-chiseled-extra azurelinux3.0 azurelinux3.0-distroless |
`;

export interface SupportedTags {
  /** The one for most first. */
  readonly versions: readonly string[];
  /** What may follow a version, without the hyphen before it; the empty text is the version alone. */
  readonly endings: ReadonlySet<string>;
  /** Whole tags that have no number. */
  readonly named: ReadonlySet<string>;
}

const words = (text: string | undefined): readonly string[] => (text ?? '').trim().split(/\s+/).filter(Boolean);

/** Repository → its supported tags. */
export const SUPPORTED_TAGS: ReadonlyMap<string, SupportedTags> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line): [string, SupportedTags] => {
      const [repository, versions, endings, named] = line.split('|');
      return [
        (repository ?? '').trim(),
        {
          versions: words(versions),
          endings: new Set(words(endings).map((ending) => (ending === '-' ? '' : ending))),
          named: new Set(words(named)),
        },
      ];
    }),
);

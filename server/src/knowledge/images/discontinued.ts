/**
 * Images that get no more updates, and what their pages on Docker Hub or their makers name instead; empty where they name nothing. From the deprecation notices at
 * https://github.com/docker-library/docs and the makers' own, as of 2026-11.
 */
export const DISCONTINUED: ReadonlyMap<string, string> = new Map([
  ['docker.io/library/adoptopenjdk', 'eclipse-temurin'],
  ['docker.io/library/celery', 'python with Celery installed'],
  ['docker.io/library/centos', 'almalinux or rockylinux'],
  ['docker.io/library/clearlinux', ''],
  ['docker.io/library/clefos', ''],
  ['docker.io/library/consul', 'hashicorp/consul'],
  ['docker.io/library/django', 'python'],
  ['docker.io/library/docker-dev', ''],
  ['docker.io/library/euleros', ''],
  ['docker.io/library/express-gateway', ''],
  ['docker.io/library/fsharp', 'mcr.microsoft.com/dotnet/sdk'],
  ['docker.io/library/glassfish', ''],
  ['docker.io/library/hipache', ''],
  ['docker.io/library/iojs', 'node'],
  ['docker.io/library/java', 'eclipse-temurin'],
  ['docker.io/library/jenkins', 'jenkins/jenkins'],
  ['docker.io/library/jobber', ''],
  ['docker.io/library/kaazing-gateway', ''],
  ['docker.io/library/known', ''],
  ['docker.io/library/nats-streaming', 'nats'],
  ['docker.io/library/nuxeo', ''],
  ['docker.io/library/openjdk', 'eclipse-temurin'],
  ['docker.io/library/opensuse', 'opensuse/leap'],
  ['docker.io/library/owncloud', 'owncloud/server'],
  ['docker.io/library/php-zendserver', ''],
  ['docker.io/library/piwik', 'matomo'],
  ['docker.io/library/plone', 'plone/plone-backend'],
  ['docker.io/library/rails', 'ruby'],
  ['docker.io/library/rapidoid', ''],
  ['docker.io/library/sentry', 'getsentry/sentry'],
  ['docker.io/library/sl', 'almalinux or rockylinux'],
  ['docker.io/library/sourcemage', ''],
  ['docker.io/library/swarm', ''],
  ['docker.io/library/thrift', ''],
  ['docker.io/library/ubuntu-debootstrap', 'ubuntu'],
  ['docker.io/library/ubuntu-upstart', 'ubuntu'],
  ['docker.io/library/vault', 'hashicorp/vault'],
  ['docker.io/gliderlabs/alpine', 'alpine'],
  ['docker.io/google/golang', 'golang'],
  ['docker.io/google/nodejs', 'node'],
  ['docker.io/google/python', 'python'],
  ['docker.io/jenkinsci/jenkins', 'jenkins/jenkins'],
  ['docker.io/jenkins/jnlp-slave', 'jenkins/inbound-agent'],
  ['docker.io/mhart/alpine-node', 'node with a tag that ends in -alpine'],
  ['docker.io/microsoft/aspnet', 'mcr.microsoft.com/dotnet/framework/aspnet'],
  ['docker.io/microsoft/aspnetcore', 'mcr.microsoft.com/dotnet/aspnet'],
  ['docker.io/microsoft/aspnetcore-build', 'mcr.microsoft.com/dotnet/sdk'],
  ['docker.io/microsoft/dotnet', 'mcr.microsoft.com/dotnet'],
  ['docker.io/microsoft/dotnet-framework', 'mcr.microsoft.com/dotnet/framework'],
  ['docker.io/microsoft/mssql-server-linux', 'mcr.microsoft.com/mssql/server'],
  ['docker.io/microsoft/nanoserver', 'mcr.microsoft.com/windows/nanoserver'],
  ['docker.io/microsoft/powershell', 'mcr.microsoft.com/powershell'],
  ['docker.io/microsoft/windowsservercore', 'mcr.microsoft.com/windows/servercore'],
  ['docker.io/phusion/baseimage-docker', 'phusion/baseimage'],
]);

/** The same for every image of an account. */
export const DISCONTINUED_ACCOUNTS: readonly (readonly [prefix: string, successor: string])[] = [
  // https://circleci.com/docs/circleci-images: since 2021-12-31.
  ['docker.io/circleci/', 'the image of the same kind under cimg'],
  // https://github.com/bitnami/containers/issues/83267: frozen since 2025-08-28.
  ['docker.io/bitnamilegacy/', 'an image that is maintained'],
  ['mcr.microsoft.com/dotnet/core/', 'the image of the same name under mcr.microsoft.com/dotnet'],
];

/**
 * Kinds of tags that an image has stopped making while the image goes on. From https://github.com/docker-library/official-images/issues/2076 (onbuild) and
 * https://github.com/carlossg/docker-maven (OpenJDK).
 */
export const DISCONTINUED_TAGS: readonly (readonly [repository: RegExp, tag: RegExp, successor: string])[] = [
  [/^docker\.io\/library\//, /(?:^|-)onbuild(?:-|$)/, 'the same tag without onbuild'],
  [/^docker\.io\/library\/maven$/, /(?:^|-)(?:openjdk|jdk|adoptopenjdk)-\d/, 'a tag with eclipse-temurin'],
];

/** Docker Hub's copies of its library for one architecture each → that architecture, by Docker's name. */
export const ARCHITECTURE_ACCOUNTS: ReadonlyMap<string, string> = new Map([
  ['amd64', 'amd64'],
  ['arm32v5', 'arm'],
  ['arm32v6', 'arm'],
  ['arm32v7', 'arm'],
  ['arm64v8', 'arm64'],
  ['i386', '386'],
  ['ppc64le', 'ppc64le'],
  ['riscv64', 'riscv64'],
  ['s390x', 's390x'],
]);

/** Images of the library that are also made for Windows. From https://github.com/docker-library/official-images, as of 2026-11. */
export const ALSO_FOR_WINDOWS: ReadonlySet<string> = new Set(
  'adoptopenjdk caddy docker eclipse-temurin golang hello-world java julia mongo nats openjdk python swift traefik'.split(' '),
);

const BOTH = ['amd64', 'arm64'];

/** Images that no tag of is made for any other architecture than these. From the images' pages, as of 2026-11. */
export const ONLY_ARCHITECTURES: ReadonlyMap<string, readonly string[]> = new Map([
  ['docker.io/library/amazonlinux', BOTH],
  ['docker.io/library/elasticsearch', BOTH],
  ['docker.io/library/kibana', BOTH],
  ['docker.io/library/logstash', BOTH],
  ['docker.io/library/mysql', BOTH],
  ['docker.io/library/neo4j', BOTH],
  ['docker.io/library/oraclelinux', BOTH],
  ['mcr.microsoft.com/mssql/server', ['amd64']],
]);

/** Other names that `--platform` takes, from https://github.com/containerd/platforms. */
export const ARCHITECTURE_NAMES: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
  ['armhf', 'arm'],
  ['armel', 'arm'],
  ['i386', '386'],
]);

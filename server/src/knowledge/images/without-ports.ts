import { libraryName } from '../base-images.ts';

/** Distributions and languages of Docker Hub's library whose images expose no port by themselves. From their Dockerfiles, as of 2026-11. */
const LIBRARY: ReadonlySet<string> = new Set(
  (
    'almalinux alpine amazoncorretto amazonlinux bash buildpack-deps busybox centos clojure dart debian eclipse-temurin elixir erlang fedora gcc golang ' +
    'gradle groovy haskell ibm-semeru-runtimes jruby julia maven node openjdk oraclelinux perl photon pypy python r-base rockylinux ruby rust ' +
    'sapmachine swift ubuntu'
  ).split(' '),
);
/** The same elsewhere. */
const ELSEWHERE =
  /^(?:gcr\.io\/distroless\/[\w-]+|docker\.io\/oven\/bun|docker\.io\/(?:opensuse\/(?:leap|tumbleweed)|rockylinux\/rockylinux)|mcr\.microsoft\.com\/dotnet\/(?:aspnet|runtime|runtime-deps)|(?:registry\.access\.redhat\.com|docker\.io\/redhat)\/(?:ubi\d+\/)?ubi\d*(?:-minimal|-micro)?)$/;

/** Whether an image is known to expose nothing, so that a Dockerfile made from it says all ports itself. */
export function exposesNothing(repository: string): boolean {
  const name = libraryName(repository);
  const own = 'docker.io/library/';
  return name.startsWith(own) ? LIBRARY.has(name.slice(own.length)) : ELSEWHERE.test(name);
}

/**
 * Registries that get no new images, with what took their place under the same names; empty where the names changed. From
 * https://kubernetes.io/blog/2023/03/10/image-registry-redirect/ and
 * https://docs.github.com/packages/working-with-a-github-packages-registry/migrating-to-the-container-registry-from-the-docker-registry, as of 2026-11.
 */
export const RETIRED_REGISTRIES: readonly {
  readonly prefix: string;
  readonly successor: string;
  /** Whether the successor serves every image of the prefix. */
  readonly isSame: boolean;
}[] = [
  { prefix: 'k8s.gcr.io', successor: 'registry.k8s.io', isSame: true },
  ...['us', 'eu', 'asia'].map((region) => ({
    prefix: `${region}.gcr.io/k8s-artifacts-prod`,
    successor: 'registry.k8s.io',
    isSame: true,
  })),
  { prefix: 'gcr.io/google_containers', successor: 'registry.k8s.io', isSame: false },
  { prefix: 'gcr.io/google-containers', successor: 'registry.k8s.io', isSame: false },
  { prefix: 'docker.pkg.github.com', successor: '', isSame: false },
];

import { baseImageFacts } from '../base-images.ts';

/** Registries, and accounts of shared ones, whose images are made to be run by everybody. From their own pages, as of 2026-11. */
const REGISTRIES = [
  'docker.elastic.co',
  'k8s.gcr.io',
  'mcr.microsoft.com',
  'nvcr.io',
  'registry.access.redhat.com',
  'registry.k8s.io',
  'registry.redhat.io',
];
const ACCOUNTS: Readonly<Record<string, string>> = {
  'docker.io':
    'bitnami bitnamilegacy calico cilium confluentinc curlimages datadog dexidp elastic envoyproxy fluent goharbor grafana hashicorp istio jaegertracing ' +
    'jenkins kong kubernetesui minio openpolicyagent opensearchproject openzipkin otel prom rancher traefik velero victoriametrics',
  'gcr.io': 'datadoghq distroless google-containers google_containers kubebuilder',
  'ghcr.io': 'dexidp external-secrets fluxcd kedacore kyverno',
  'public.ecr.aws': 'aws-observability datadog docker eks karpenter',
  'quay.io':
    'argoproj brancz cephcsi cilium coreos jetstack k8scsi keycloak metallb minio oauth2-proxy prometheus prometheus-operator strimzi thanos',
};
const PUBLIC: ReadonlySet<string> = new Set([
  ...REGISTRIES,
  ...Object.entries(ACCOUNTS).flatMap(([registry, accounts]) => accounts.split(' ').map((account) => `${registry}/${account}`)),
]);

/** Whether an image plainly comes from somebody else, whatever a folder of the workspace is called. */
export function isPublicImage(repository: string): boolean {
  const [registry = '', account = ''] = repository.split('/', 2);
  return PUBLIC.has(registry) || PUBLIC.has(`${registry}/${account}`) || baseImageFacts(repository) !== undefined;
}

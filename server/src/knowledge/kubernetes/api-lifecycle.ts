/** What is to be used instead. It may be deprecated in its turn. */
export interface Replacement {
  readonly apiVersion: string;
  readonly kind: string;
  /** The first minor that serves it. */
  readonly since: number;
}

/** What became of an API. Numbers are minors of Kubernetes 1. */
export interface ApiLifecycle {
  readonly deprecated: number;
  /** Undefined while no removal is planned. */
  readonly removed: number | undefined;
  readonly replacement: Replacement | undefined;
}

/** The month of the newest release that the table knows. */
export const API_LIFECYCLE_TABLE_DATE = '2026-11';

/**
 * Which API versions of Kubernetes' own kinds were deprecated and removed. Written by hand from the Deprecated API Migration Guide
 * (https://kubernetes.io/docs/reference/using-api/deprecation-guide/), the API reference and the release notes. What lies ahead is what the project has
 * announced, or its rule that a beta version is deprecated three minors and removed six minors after it appeared, which the API's own types declare.
 *
 * A line each: the version, its kinds, when it was deprecated and removed (`-`: not planned), then the version that replaces it, since when that is served,
 * and its kind where that is another one.
 */
const TABLE = `
  v1 ComponentStatus 19 -
  v1 Endpoints 33 - discovery.k8s.io/v1 21 EndpointSlice
  admission.k8s.io/v1beta1 AdmissionReview 19 22 admission.k8s.io/v1 16
  admissionregistration.k8s.io/v1alpha1 ValidatingAdmissionPolicy,ValidatingAdmissionPolicyBinding 29 32 admissionregistration.k8s.io/v1 30
  admissionregistration.k8s.io/v1alpha1 MutatingAdmissionPolicy,MutatingAdmissionPolicyBinding 35 38 admissionregistration.k8s.io/v1 36
  admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration,ValidatingWebhookConfiguration 16 22 admissionregistration.k8s.io/v1 16
  admissionregistration.k8s.io/v1beta1 ValidatingAdmissionPolicy,ValidatingAdmissionPolicyBinding 31 34 admissionregistration.k8s.io/v1 30
  admissionregistration.k8s.io/v1beta1 MutatingAdmissionPolicy,MutatingAdmissionPolicyBinding 37 40 admissionregistration.k8s.io/v1 36
  apidiscovery.k8s.io/v2beta1 APIGroupDiscovery 32 35 apidiscovery.k8s.io/v2 30
  apiextensions.k8s.io/v1beta1 CustomResourceDefinition,ConversionReview 16 22 apiextensions.k8s.io/v1 16
  apiregistration.k8s.io/v1beta1 APIService 19 22 apiregistration.k8s.io/v1 10
  apps/v1beta1 ControllerRevision,Deployment,StatefulSet 8 16 apps/v1 9
  apps/v1beta1 DeploymentRollback 8 16
  apps/v1beta1 Scale 8 16 autoscaling/v1 2
  apps/v1beta2 ControllerRevision,DaemonSet,Deployment,ReplicaSet,StatefulSet 9 16 apps/v1 9
  apps/v1beta2 Scale 9 16 autoscaling/v1 2
  audit.k8s.io/v1alpha1 Policy 18 24 audit.k8s.io/v1 12
  audit.k8s.io/v1beta1 Policy 21 24 audit.k8s.io/v1 12
  auditregistration.k8s.io/v1alpha1 AuditSink 18 19
  authentication.k8s.io/v1alpha1 SelfSubjectReview 29 32 authentication.k8s.io/v1 28
  authentication.k8s.io/v1beta1 TokenReview 19 22 authentication.k8s.io/v1 6
  authentication.k8s.io/v1beta1 SelfSubjectReview 30 33 authentication.k8s.io/v1 28
  authorization.k8s.io/v1beta1 LocalSubjectAccessReview,SelfSubjectAccessReview,SubjectAccessReview 19 22 authorization.k8s.io/v1 6
  authorization.k8s.io/v1beta1 SelfSubjectRulesReview 19 22 authorization.k8s.io/v1 8
  autoscaling/v2beta1 HorizontalPodAutoscaler 22 25 autoscaling/v2 23
  autoscaling/v2beta2 HorizontalPodAutoscaler 23 26 autoscaling/v2 23
  batch/v2alpha1 CronJob 20 21 batch/v1 21
  batch/v2alpha1 ScheduledJob 5 8 batch/v1 21 CronJob
  batch/v1beta1 CronJob 21 25 batch/v1 21
  batch/v1beta1 JobTemplate 22 25
  certificates.k8s.io/v1alpha1 ClusterTrustBundle 34 37 certificates.k8s.io/v1beta1 33
  certificates.k8s.io/v1alpha1 PodCertificateRequest 37 40 certificates.k8s.io/v1beta1 35
  certificates.k8s.io/v1beta1 CertificateSigningRequest 19 22 certificates.k8s.io/v1 19
  certificates.k8s.io/v1beta1 ClusterTrustBundle 37 40 certificates.k8s.io/v1 37
  certificates.k8s.io/v1beta1 PodCertificateRequest 37 40 certificates.k8s.io/v1 37
  coordination.k8s.io/v1alpha1 LeaseCandidate 34 37 coordination.k8s.io/v1beta1 33
  coordination.k8s.io/v1alpha2 LeaseCandidate 35 38 coordination.k8s.io/v1beta1 33
  coordination.k8s.io/v1beta1 Lease 19 22 coordination.k8s.io/v1 14
  coordination.k8s.io/v1beta1 LeaseCandidate 36 39
  discovery.k8s.io/v1alpha1 EndpointSlice 17 21 discovery.k8s.io/v1 21
  discovery.k8s.io/v1beta1 EndpointSlice 21 25 discovery.k8s.io/v1 21
  events.k8s.io/v1beta1 Event 22 25 events.k8s.io/v1 19
  extensions/v1beta1 DaemonSet,Deployment,ReplicaSet 8 16 apps/v1 9
  extensions/v1beta1 DeploymentRollback 8 16
  extensions/v1beta1 Scale 2 16 autoscaling/v1 2
  extensions/v1beta1 HorizontalPodAutoscaler 2 6 autoscaling/v1 2
  extensions/v1beta1 Job 2 6 batch/v1 2
  extensions/v1beta1 ThirdPartyResource 7 8 apiextensions.k8s.io/v1 16 CustomResourceDefinition
  extensions/v1beta1 Ingress 14 22 networking.k8s.io/v1 19
  extensions/v1beta1 NetworkPolicy 9 16 networking.k8s.io/v1 7
  extensions/v1beta1 PodSecurityPolicy 11 16 policy/v1beta1 10
  flowcontrol.apiserver.k8s.io/v1alpha1 FlowSchema,PriorityLevelConfiguration 20 21 flowcontrol.apiserver.k8s.io/v1beta3 26
  flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema,PriorityLevelConfiguration 23 26 flowcontrol.apiserver.k8s.io/v1beta3 26
  flowcontrol.apiserver.k8s.io/v1beta2 FlowSchema,PriorityLevelConfiguration 26 29 flowcontrol.apiserver.k8s.io/v1beta3 26
  flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema,PriorityLevelConfiguration 29 32 flowcontrol.apiserver.k8s.io/v1 29
  kubescheduler.config.k8s.io/v1beta2 KubeSchedulerConfiguration 25 28 kubescheduler.config.k8s.io/v1 25
  kubescheduler.config.k8s.io/v1beta3 KubeSchedulerConfiguration 26 29 kubescheduler.config.k8s.io/v1 25
  lifecycle.k8s.io/v1alpha1 Eviction,EvictionRequest 40 43
  networking.k8s.io/v1alpha1 ClusterCIDR 28 31
  networking.k8s.io/v1alpha1 IPAddress,ServiceCIDR 30 33 networking.k8s.io/v1 33
  networking.k8s.io/v1beta1 Ingress,IngressClass 19 22 networking.k8s.io/v1 19
  networking.k8s.io/v1beta1 IPAddress,ServiceCIDR 34 37 networking.k8s.io/v1 33
  node.k8s.io/v1alpha1 RuntimeClass 20 24 node.k8s.io/v1 20
  node.k8s.io/v1beta1 RuntimeClass 22 25 node.k8s.io/v1 20
  policy/v1beta1 PodDisruptionBudget 21 25 policy/v1 21
  policy/v1beta1 Eviction 22 25 policy/v1 22
  policy/v1beta1 PodSecurityPolicy 21 25
  rbac.authorization.k8s.io/v1alpha1 ClusterRole,ClusterRoleBinding,Role,RoleBinding 17 22 rbac.authorization.k8s.io/v1 8
  rbac.authorization.k8s.io/v1beta1 ClusterRole,ClusterRoleBinding,Role,RoleBinding 17 22 rbac.authorization.k8s.io/v1 8
  resource.k8s.io/v1alpha1 PodScheduling,ResourceClaim,ResourceClaimTemplate,ResourceClass 26 27
  resource.k8s.io/v1alpha2 PodSchedulingContext,ResourceClaimParameters,ResourceClass,ResourceClassParameters 30 31
  resource.k8s.io/v1alpha2 ResourceClaim,ResourceClaimTemplate,ResourceSlice 30 31 resource.k8s.io/v1 34
  resource.k8s.io/v1alpha3 PodSchedulingContext 31 32
  resource.k8s.io/v1alpha3 DeviceClass,ResourceClaim,ResourceClaimTemplate,ResourceSlice 34 37 resource.k8s.io/v1beta1 32
  resource.k8s.io/v1alpha3 DeviceTaintRule 36 39 resource.k8s.io/v1beta2 36
  resource.k8s.io/v1alpha3 ResourcePoolStatusRequest 39 42
  resource.k8s.io/v1beta1 DeviceClass,ResourceClaim,ResourceClaimTemplate,ResourceSlice 35 38 resource.k8s.io/v1 34
  resource.k8s.io/v1beta2 DeviceTaintRule 39 42
  resource.k8s.io/v1beta2 DeviceClass,ResourceClaim,ResourceClaimTemplate,ResourceSlice 36 39 resource.k8s.io/v1 34
  scheduling.k8s.io/v1alpha1 PriorityClass 14 22 scheduling.k8s.io/v1 14
  scheduling.k8s.io/v1beta1 PriorityClass 14 22 scheduling.k8s.io/v1 14
  scheduling.k8s.io/v1beta1 PodGroup,Workload 40 43
  settings.k8s.io/v1alpha1 PodPreset 19 20
  storage.k8s.io/v1alpha1 CSIStorageCapacity 21 24 storage.k8s.io/v1beta1 21
  storage.k8s.io/v1alpha1 VolumeAttachment 21 24 storage.k8s.io/v1 13
  storage.k8s.io/v1alpha1 VolumeAttributesClass 32 35 storage.k8s.io/v1 34
  storage.k8s.io/v1beta1 StorageClass 19 22 storage.k8s.io/v1 6
  storage.k8s.io/v1beta1 VolumeAttachment 19 22 storage.k8s.io/v1 13
  storage.k8s.io/v1beta1 CSIDriver 19 22 storage.k8s.io/v1 18
  storage.k8s.io/v1beta1 CSINode 17 22 storage.k8s.io/v1 17
  storage.k8s.io/v1beta1 CSIStorageCapacity 24 27 storage.k8s.io/v1 24
  storage.k8s.io/v1beta1 VolumeAttributesClass 34 37 storage.k8s.io/v1 34
  storagemigration.k8s.io/v1alpha1 StorageVersionMigration 33 36 storagemigration.k8s.io/v1beta1 35
  storagemigration.k8s.io/v1beta1 StorageVersionMigration 37 40 storagemigration.k8s.io/v1 37`;

const LIFECYCLES: ReadonlyMap<string, ApiLifecycle> = new Map(TABLE.trim().split('\n').flatMap(entries));

function entries(line: string): (readonly [string, ApiLifecycle])[] {
  const [version = '', kinds = '', deprecated, removed = '-', replacement, since, otherKind] = line.trim().split(' ');
  return kinds.split(',').map((kind) => [
    `${version} ${kind}`,
    {
      deprecated: Number(deprecated),
      removed: removed === '-' ? undefined : Number(removed),
      replacement:
        replacement === undefined ? undefined : { apiVersion: replacement, kind: otherKind ?? kind, since: Number(since) },
    },
  ]);
}

/** What became of an API; undefined when it is not known to be deprecated. */
export const apiLifecycle = (apiVersion: string, kind: string): ApiLifecycle | undefined =>
  LIFECYCLES.get(`${apiVersion} ${kind}`);

/** The minor in which an API first was served; undefined where the table does not say. */
export const servedSince = (apiVersion: string, kind: string): number | undefined => SINCE.get(`${apiVersion} ${kind}`);

const SINCE: ReadonlyMap<string, number> = new Map(
  [...LIFECYCLES.values()].flatMap(({ replacement }) =>
    replacement ? [[`${replacement.apiVersion} ${replacement.kind}`, replacement.since] as const] : [],
  ),
);

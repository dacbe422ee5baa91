/** Kinds of the API of Kubernetes that lie in no namespace (`kubectl api-resources --namespaced=false`), as of 1.36. */
export const CLUSTER_SCOPED_KINDS: ReadonlySet<string> = new Set(
  (
    'APIService CertificateSigningRequest ClusterRole ClusterRoleBinding ClusterTrustBundle ComponentStatus CSIDriver CSINode CustomResourceDefinition DeviceClass ' +
    'FlowSchema IngressClass IPAddress MutatingAdmissionPolicy MutatingAdmissionPolicyBinding MutatingWebhookConfiguration Namespace Node PersistentVolume ' +
    'PriorityClass PriorityLevelConfiguration ResourceSlice RuntimeClass SelfSubjectReview ServiceCIDR StorageClass StorageVersion TokenReview ' +
    'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration VolumeAttachment VolumeAttributesClass'
  ).split(' '),
);

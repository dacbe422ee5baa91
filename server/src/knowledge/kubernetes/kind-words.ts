/** What the kinds are for, in one line each. Written by hand after the concepts and the API reference of https://kubernetes.io/docs/, 2026-11. */
const TABLE = `
APIService Serves an API group by a server of its own
Binding Puts a pod on a node
CSIDriver Says how Kubernetes works with a storage driver
CSINode The storage drivers of a node
CSIStorageCapacity How much storage a driver can still provide
CertificateSigningRequest Asks the cluster to sign a certificate
ClusterRole Permissions in the whole cluster, or to be bound in any namespace
ClusterRoleBinding Grants a ClusterRole in the whole cluster
ClusterTrustBundle Certificates of authorities that workloads trust
ConfigMap Configuration that is not confidential, as keys and values
ControllerRevision A state that a controller can go back to
CronJob Runs Jobs by a timetable
CustomResourceDefinition Adds a kind to the API
DaemonSet Runs one pod on every node, or on those that it selects
Deployment Keeps a number of interchangeable pods running and rolls out changes
DeviceClass A class of devices that pods can claim
EndpointSlice A part of the addresses behind a Service
Endpoints The addresses behind a Service
Event Something that happened in the cluster
Eviction Asks a pod to leave, as far as its disruption budget allows
FlowSchema Sorts requests to the API server into levels of priority
HorizontalPodAutoscaler Changes the number of pods with their load
IPAddress An address that a Service has
Ingress Routes HTTP and HTTPS from outside to Services
IngressClass Names the controller that serves Ingresses
Job Runs pods until a number of them has succeeded
Lease A lock with an expiry, for leader election and heartbeats
LimitRange Defaults and limits of the resources of pods in a namespace
MutatingAdmissionPolicy Changes objects on admission by CEL expressions
MutatingAdmissionPolicyBinding Puts a MutatingAdmissionPolicy to work
MutatingWebhookConfiguration Lets a web service change objects on admission
Namespace A scope for the names of objects
NetworkPolicy Says which traffic pods may have
Node A machine of the cluster
PersistentVolume A piece of storage of the cluster
PersistentVolumeClaim Asks for storage
Pod One or more containers that run together on a node
PodDisruptionBudget How many pods must stay up while others are evicted
PodTemplate A pod to make copies of
PriorityClass Which pods go first when a node is full
PriorityLevelConfiguration How many requests of one priority the API server takes at once
ReplicaSet Keeps a number of pods running, usually for a Deployment
ReplicationController Keeps a number of pods running; a Deployment does it better
ResourceClaim Asks for devices
ResourceClaimTemplate Makes a ResourceClaim for each pod
ResourceQuota Limits what all objects of a namespace may use together
ResourceSlice Devices that a driver offers
Role Permissions in one namespace
RoleBinding Grants a Role or ClusterRole in one namespace
RuntimeClass Names a way to run containers
Secret Confidential data, as keys and values
Service One address for a set of pods
ServiceAccount The identity of pods towards the API server
ServiceCIDR A range of addresses for Services
StatefulSet Runs pods that keep their name and their storage
StorageClass A kind of storage that claims can ask for
ValidatingAdmissionPolicy Refuses objects on admission by CEL expressions
ValidatingAdmissionPolicyBinding Puts a ValidatingAdmissionPolicy to work
ValidatingWebhookConfiguration Lets a web service refuse objects on admission
VolumeAttachment Attaches a volume to a node
VolumeAttributesClass Changeable properties of volumes
`;

const WORDS: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const blank = line.indexOf(' ');
      return [line.slice(0, blank), line.slice(blank + 1)];
    }),
);

/** What a kind of Kubernetes itself is for, without a full stop. */
export const kindInWords = (kind: string): string | undefined => WORDS.get(kind);

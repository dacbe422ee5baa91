/** A part of Kubernetes' API that is deprecated although its version lives on. Numbers are minors of Kubernetes 1. */
export interface OldField {
  readonly name: string;
  readonly deprecated: number;
  /** When it stopped to have any effect; undefined while it still has one. */
  readonly removed: number | undefined;
  /** What to do, for a sentence. */
  readonly advice: string;
}

/**
 * Written by hand from the API reference, the pages on volumes and on well-known labels, annotations and taints of https://kubernetes.io/docs/ and from the
 * release notes, 2026-11. A line each: the name, when it was deprecated, when it stopped to work (`-`: it has not), and what to do.
 */
const rows = (table: string): ReadonlyMap<string, OldField> =>
  new Map(
    table
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', deprecated, removed, ...advice] = line.trim().split(' ');
        return [
          name,
          {
            name,
            deprecated: Number(deprecated),
            removed: removed === '-' ? undefined : Number(removed),
            advice: advice.join(' '),
          },
        ];
      }),
  );

/** Kinds of volumes, in pods and in PersistentVolumes. Where a CSI driver takes over, the field goes on working with it. */
export const VOLUME_SOURCES = rows(`
  awsElasticBlockStore 19 - use the CSI driver \`ebs.csi.aws.com\`
  azureDisk 19 - use the CSI driver \`disk.csi.azure.com\`
  azureFile 21 - use the CSI driver \`file.csi.azure.com\`
  cephfs 28 31 use the CSI driver \`cephfs.csi.ceph.com\`
  cinder 11 - use the CSI driver \`cinder.csi.openstack.org\`
  flexVolume 23 - use a CSI driver
  flocker 22 25 use the CSI driver of another storage
  gcePersistentDisk 17 - use the CSI driver \`pd.csi.storage.gke.io\`
  gitRepo 11 33 clone in an init container into an \`emptyDir\`
  glusterfs 25 26 use the CSI driver of another storage
  portworxVolume 25 - use the CSI driver \`pxd.portworx.com\`
  quobyte 22 25 use the CSI driver of Quobyte
  rbd 28 31 use the CSI driver \`rbd.csi.ceph.com\`
  scaleIO 16 22 use the CSI driver of PowerFlex
  storageos 22 25 use the CSI driver of another storage
  vsphereVolume 19 - use the CSI driver \`csi.vsphere.vmware.com\``);

/** Annotations, as the kind that has them (a pod also where it is a template) and their name. One that ends in a slash stands for all that start with it. */
export const ANNOTATIONS = rows(`
  Ingress:kubernetes.io/ingress.class 18 - use \`ingressClassName\`
  PersistentVolume:volume.beta.kubernetes.io/mount-options 8 - use \`mountOptions\`
  PersistentVolume:volume.beta.kubernetes.io/storage-class 6 - use \`storageClassName\`
  PersistentVolumeClaim:volume.beta.kubernetes.io/storage-class 6 - use \`storageClassName\`
  Pod:container.apparmor.security.beta.kubernetes.io/ 30 - use \`securityContext.appArmorProfile\` of the container
  Pod:container.seccomp.security.alpha.kubernetes.io/ 19 27 use \`securityContext.seccompProfile\` of the container
  Pod:pod.alpha.kubernetes.io/init-containers 6 8 use \`initContainers\`
  Pod:pod.beta.kubernetes.io/init-containers 6 8 use \`initContainers\`
  Pod:scheduler.alpha.kubernetes.io/affinity 6 8 use \`affinity\`
  Pod:scheduler.alpha.kubernetes.io/critical-pod 13 16 use \`priorityClassName\`
  Pod:scheduler.alpha.kubernetes.io/tolerations 6 8 use \`tolerations\`
  Pod:seccomp.security.alpha.kubernetes.io/pod 19 27 use \`securityContext.seccompProfile\` of the pod
  Pod:security.alpha.kubernetes.io/sysctls 11 11 use \`securityContext.sysctls\` of the pod
  Pod:security.alpha.kubernetes.io/unsafe-sysctls 11 11 use \`securityContext.sysctls\` of the pod
  Service:service.alpha.kubernetes.io/tolerate-unready-endpoints 11 - use \`publishNotReadyAddresses\`
  Service:service.kubernetes.io/topology-aware-hints 27 - use the annotation \`service.kubernetes.io/topology-mode\`
  ServiceAccount:kubernetes.io/enforce-mountable-secrets 32 - keep secrets that a pod may not mount in another namespace
  StorageClass:storageclass.beta.kubernetes.io/is-default-class 6 - use the annotation \`storageclass.kubernetes.io/is-default-class\``);

/** Labels of nodes that have another name now. */
export const NODE_LABELS = rows(`
  beta.kubernetes.io/arch 14 - kubernetes.io/arch
  beta.kubernetes.io/instance-type 17 - node.kubernetes.io/instance-type
  beta.kubernetes.io/os 14 - kubernetes.io/os
  failure-domain.beta.kubernetes.io/region 17 - topology.kubernetes.io/region
  failure-domain.beta.kubernetes.io/zone 17 - topology.kubernetes.io/zone
  node-role.kubernetes.io/master 20 - node-role.kubernetes.io/control-plane`);

/** Fields, as the kind (`*`: any) and the path. */
export const FIELDS = rows(`
  *:metadata.clusterName 22 24 leave it out
  *:metadata.initializers 14 16 leave it out
  *:metadata.selfLink 16 20 leave it out
  Node:spec.configSource 22 24 configure the kubelet by its file
  Node:spec.externalID 11 - leave it out
  Service:spec.loadBalancerIP 24 - use the annotation of the load balancer's provider
  Service:spec.topologyKeys 21 22 use \`trafficDistribution\``);

/** A reclaim policy of PersistentVolumes that only few kinds of volumes ever had. */
export const RECYCLE: OldField = {
  name: 'Recycle',
  deprecated: 9,
  removed: undefined,
  advice: 'use a storage class that makes volumes when they are claimed',
};

/**
 * Volume types of the core API that the Restricted Pod Security Standard does not allow: all but configMap, csi, downwardAPI, emptyDir, ephemeral, image,
 * persistentVolumeClaim, projected and secret (https://kubernetes.io/docs/concepts/security/pod-security-standards/, November 2026). `hostPath` is missing
 * here because the Baseline standard forbids it already.
 */
export const RESTRICTED_VOLUME_TYPES: readonly string[] = [
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'fc',
  'flexVolume',
  'flocker',
  'gcePersistentDisk',
  'gitRepo',
  'glusterfs',
  'iscsi',
  'nfs',
  'photonPersistentDisk',
  'portworxVolume',
  'quobyte',
  'rbd',
  'scaleIO',
  'storageos',
  'vsphereVolume',
];

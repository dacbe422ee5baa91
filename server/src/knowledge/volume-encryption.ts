/** How a storage class of a cloud asks for encrypted volumes, where the cloud does not encrypt all of them anyway. */
export interface VolumeEncryption {
  readonly provisioner: string;
  /** For messages. */
  readonly cloud: string;
  /** The parameter that must be the text `true`. */
  readonly parameter: string;
}

/**
 * From the clouds' documentation, as of 2026-11. Google, Azure, Oracle, IBM and DigitalOcean encrypt every volume, with a key of their own unless one is
 * named; AWS does so only in accounts that turned it on.
 */
export const VOLUME_ENCRYPTION: readonly VolumeEncryption[] = [
  // https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
  { provisioner: 'ebs.csi.aws.com', cloud: 'AWS', parameter: 'encrypted' },
  { provisioner: 'ebs.csi.eks.amazonaws.com', cloud: 'AWS', parameter: 'encrypted' },
  // https://kubernetes.io/docs/concepts/storage/storage-classes/#aws-ebs
  { provisioner: 'kubernetes.io/aws-ebs', cloud: 'AWS', parameter: 'encrypted' },
  // https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/encrypt-disk-volumes
  { provisioner: 'diskplugin.csi.alibabacloud.com', cloud: 'Alibaba Cloud', parameter: 'encrypted' },
  // https://github.com/scaleway/scaleway-csi#encryption
  { provisioner: 'csi.scaleway.com', cloud: 'Scaleway', parameter: 'encrypted' },
];

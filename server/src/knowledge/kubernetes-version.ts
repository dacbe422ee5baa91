/** The newest Kubernetes minor that Larboard's facts cover; what `auto` means where nothing tells the cluster's version. */
export const NEWEST_KUBERNETES_VERSION = '1.36';

/**
 * Annotations of Services of type LoadBalancer that keep the balancer inside the provider's network, with the values that say so (the documentation of
 * each provider's cloud controller; looked up in November 2026). Values are compared in lower case.
 */
export const INTERNAL_LOAD_BALANCERS: ReadonlyMap<string, RegExp> = new Map([
  ['networking.gke.io/load-balancer-type', /^internal$/],
  ['cloud.google.com/load-balancer-type', /^internal$/],
  // Old versions of the controller take any value but `false` for true; `0.0.0.0/0` was the documented one.
  ['service.beta.kubernetes.io/aws-load-balancer-internal', /^(?:true|0\.0\.0\.0\/0)$/],
  ['service.beta.kubernetes.io/aws-load-balancer-scheme', /^internal$/],
  ['service.beta.kubernetes.io/azure-load-balancer-internal', /^true$/],
  ['service.beta.kubernetes.io/openstack-internal-load-balancer', /^true$/],
  ['service.beta.kubernetes.io/oci-load-balancer-internal', /^true$/],
  ['oci-network-load-balancer.oraclecloud.com/internal', /^true$/],
  ['service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type', /^private$/],
  ['service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type', /^intranet$/],
  ['service.beta.kubernetes.io/alicloud-loadbalancer-address-type', /^intranet$/],
  ['service.kubernetes.io/qcloud-loadbalancer-internal-subnetid', /./],
  ['service.beta.kubernetes.io/cce-load-balancer-internal-vpc', /^true$/],
  ['service.beta.kubernetes.io/do-loadbalancer-network', /^internal$/],
  ['service.beta.kubernetes.io/scw-loadbalancer-private', /^true$/],
  ['load-balancer.hetzner.cloud/disable-public-network', /^true$/],
  ['yandex.cloud/load-balancer-type', /^internal$/],
  ['lb.stackit.cloud/internal-lb', /^true$/],
]);

/** The older way to write `loadBalancerSourceRanges`. */
export const SOURCE_RANGES_ANNOTATION = 'service.beta.kubernetes.io/load-balancer-source-ranges';

/**
 * Annotations of an Ingress that have TLS terminated without a `tls` section, with the values that say so (the documentation of each controller; looked up
 * in November 2026). cert-manager's annotations are none: without a `tls` section it makes no certificate.
 */
export const TLS_ELSEWHERE: ReadonlyMap<string, RegExp> = new Map([
  // AWS Load Balancer Controller.
  ['alb.ingress.kubernetes.io/certificate-arn', /./],
  ['alb.ingress.kubernetes.io/listen-ports', /HTTPS/],
  // GKE.
  ['networking.gke.io/managed-certificates', /./],
  ['networking.gke.io/certmap', /./],
  ['ingress.gcp.kubernetes.io/pre-shared-cert', /./],
  // Azure Application Gateway.
  ['appgw.ingress.kubernetes.io/appgw-ssl-certificate', /./],
  // Traefik.
  ['traefik.ingress.kubernetes.io/router.tls', /^true$/],
  ['traefik.ingress.kubernetes.io/router.tls.certresolver', /./],
  // OpenShift makes Routes with TLS of it.
  ['route.openshift.io/termination', /./],
  // ingress-nginx: the program behind it terminates, or a balancer in front of it.
  ['nginx.ingress.kubernetes.io/ssl-passthrough', /^true$/],
  ['nginx.ingress.kubernetes.io/force-ssl-redirect', /^true$/],
]);

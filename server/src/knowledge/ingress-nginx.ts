/**
 * Security advisories of the ingress-nginx controller, the worst first, as the Kubernetes project announced them (github.com/kubernetes/kubernetes
 * issues 131009, 136677, 136678, 136789 and 137560, the project's release notes; looked up in November 2026). Each minor line has its own fix; lines before the first
 * get none.
 */
export const INGRESS_NGINX_ADVISORIES: readonly {
  readonly cve: string;
  readonly announced: string;
  readonly allows: string;
  readonly fixed: readonly string[];
}[] = [
  {
    cve: 'CVE-2025-1974',
    announced: '2025-03-24',
    allows: 'everyone who reaches its admission webhook run code',
    fixed: ['1.11.5', '1.12.1'],
  },
  {
    cve: 'CVE-2026-1580',
    announced: '2026-02-02',
    allows: 'whoever may write an Ingress run code through its annotations',
    fixed: ['1.13.7', '1.14.3'],
  },
  {
    cve: 'CVE-2026-3288',
    announced: '2026-03-09',
    allows: 'whoever may write an Ingress run code through `rewrite-target`',
    fixed: ['1.13.8', '1.14.4', '1.15.0'],
  },
];

/** The project's maintenance ended in this month, announced on 2025-11-11 (kubernetes.io/blog/2025/11/11/ingress-nginx-retirement). */
export const INGRESS_NGINX_RETIRED = '2026-03-31';

/** The controller's own image and its mirrors. F5's `nginx/nginx-ingress` is another program. */
export const INGRESS_NGINX_IMAGE =
  /(?:^|\/)(?:ingress-nginx\/controller(?:-chroot)?|nginx-ingress-controller(?:-chroot|-amd64|-arm64)?)$/;

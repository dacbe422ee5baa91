import { INGRESS_NGINX_IMAGE, INGRESS_NGINX_RETIRED } from '../../../knowledge/ingress-nginx.ts';
import { summedUpBy } from './summed-up-by.ts';

/** What a problem of an image says when the whole program is retired, so that no other tag of it and no other registry helps. */
export const coveredByIngressNginx = (image: string, today: string): { readonly summedUpBy?: `kubernetes/${string}` } =>
  INGRESS_NGINX_IMAGE.test(image) && today > INGRESS_NGINX_RETIRED ? summedUpBy('kubernetes/ingress-nginx-version') : {};

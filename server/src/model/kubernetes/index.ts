import type { Document } from '../document.ts';
export interface KubernetesFile extends Document {
  readonly todo?: never;
}
export interface KubernetesFacts {
  readonly todo?: never;
}

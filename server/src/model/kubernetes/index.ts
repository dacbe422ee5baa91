/** Kubernetes resources and one view of all workloads, read from the YAML tree: one bad field never drops its object. */
export type { CrdFact, CrdSchema, CrdVersion } from './crd-facts.ts';
export { type Effective, effectiveBoolean, effectiveNumber } from './effective.ts';
export {
  type ContainerFact,
  type KubernetesFacts,
  kubernetesFacts,
  type ResourceFact,
  type SettingFact,
  type WorkloadFact,
} from './facts.ts';
export { type KubernetesFile, parseKubernetes } from './file.ts';
export type { HeadlessObject } from './headless.ts';
export { type ImageReference, parseImage } from './image.ts';
export { booleanAt, type Found, lookup, numberAt, type Setting } from './lookup.ts';
export { isKubernetesCandidatePath } from './path.ts';
export type { Resource } from './resource.ts';
export { type Container, CONTAINER_LISTS, type ContainerList, mountsOf, type Volume, type Workload } from './workload.ts';

/** Kubernetes resources and one view of all workloads, read from the YAML tree: one bad field never drops its object. */
export type { Chart, ChartDependency, ChartFacts } from './chart.ts';
export { type Effective, effectiveBoolean, effectiveNumber, effectiveString } from './effective.ts';
export { type CronMistake, cronMistake } from './cron.ts';
export type { CrdFact, CrdBounds, CrdSchema, CrdVersion } from './crd-facts.ts';
export {
  type ContainerFact,
  type KubernetesFacts,
  kubernetesFacts,
  type PortFact,
  type ReferenceFact,
  type ResourceFact,
  type SettingFact,
  type WorkloadFact,
} from './facts.ts';
export { fieldPath, type FieldPath, mappingsAt } from './field-path.ts';
export { asPartial, type KubernetesFile, parseKubernetes, withObjects } from './file.ts';
export type { HeadlessObject } from './headless.ts';
export { type ImageReference, parseImage } from './image.ts';
export {
  type Kustomization,
  type KustomizationEntry,
  type KustomizationFacts,
  type KustomizationImage,
  type KustomizationPatch,
  patchPaths,
} from './kustomization.ts';
export { type LabelSet, labelSetOf } from './labels.ts';
export { booleanAt, type Found, lookup, numberAt, type Setting, stringAt } from './lookup.ts';
export { isKubernetesCandidatePath } from './path.ts';
export { patched } from './patch.ts';
export { isTarget, type PatchTarget } from './patch-target.ts';
export { hasPlaceholder } from './placeholder.ts';
export { type Reference, referencesOf, type ReferenceUse } from './references.ts';
export { bindingOf, type PolicyRule, type RbacBinding, type RbacRole, type RbacSubject, type Word, wordBudget } from './rbac.ts';
export { type AccountFact, type AccountUseFact, bindingsOf, type RbacFacts, rbacFacts, rolesOf } from './rbac-facts.ts';
export { parseQuantity, type Quantity, wholeQuantity } from './quantity.ts';
export type { Resource } from './resource.ts';
export type { RouteFact } from './routes.ts';
export { type Selection, selectionOf } from './selections.ts';
export { isEmptySelector, type LabelExpression, mapSelectorIn, selects, type Selector, selectorIn } from './selector.ts';
export type { SignaturePolicyFact } from './signature-policies.ts';
export type { SkaffoldBuild } from './skaffold.ts';
export { type Container, CONTAINER_LISTS, type ContainerList, mountsOf, type Volume, type Workload } from './workload.ts';

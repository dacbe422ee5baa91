import { type Container, type KubernetesFile, lookup, type Workload } from '../../../model/kubernetes/index.ts';
import type { YamlMapping } from '../../../model/yaml/index.ts';
import { isPrivileged, targetsOf, type Target } from './targets.ts';
import { isAtLeastVersion } from './version.ts';
import { summedUpBy } from './summed-up-by.ts';

/** Who may have a security context: a pod, or one of its containers. */
export interface Holder {
  readonly workload: Workload;
  /** Undefined for the pod. */
  readonly container: Container | undefined;
  /** The mapping that holds `securityContext`. */
  readonly base: YamlMapping;
  /** For messages: "Pod `web`", "container `app`". */
  readonly subject: string;
  readonly key: string;
}

/** All pods and containers of a file. */
export function* holdersOf(model: KubernetesFile): Generator<Holder> {
  for (const workload of model.workloads)
    yield { workload, container: undefined, base: workload.spec, subject: workload.title, key: workload.key };
  for (const { workload, container, name } of targetsOf(model))
    yield { workload, container, base: container.node, subject: `container \`${name}\``, key: container.key };
}

/** Whether root in the pod is nobody on its node, which since 1.35 frees it from the rules about users. */
export const isRootHarmless = ({ hasUserNamespace }: Workload, kubernetesVersion: string): boolean =>
  hasUserNamespace && isAtLeastVersion(kubernetesVersion, 35);

/** Whether neither the container nor its pod has a security context that says anything; false where parts are written elsewhere. */
export const lacksSecurityContext = ({ workload, container }: Target): boolean =>
  !container.isPartial && !workload.isPartial && !workload.isWindows && isEmpty(container.node) && isEmpty(workload.spec);

function isEmpty(base: YamlMapping): boolean {
  const found = lookup(base, 'securityContext');
  return (
    found.state === 'absent' || (found.state === 'present' && found.node.kind === 'mapping' && found.node.entries.length === 0)
  );
}

/** What a problem says when a security context that is missing altogether is its cause in all `targets`. */
export const coveredBySecurityContextMissing = (
  ...targets: readonly Target[]
): { readonly summedUpBy?: `kubernetes/${string}` } =>
  targets.every(lacksSecurityContext) ? summedUpBy('kubernetes/security-context-missing') : {};

/** What a problem says about a finer setting of a container that is privileged, where it means nothing. */
export const coveredByPrivileged = (container: Container | undefined): { readonly summedUpBy?: `kubernetes/${string}` } =>
  container && isPrivileged(container) ? summedUpBy('kubernetes/privileged-container') : {};

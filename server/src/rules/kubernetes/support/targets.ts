import type { Span } from '../../../base/span.ts';
import {
  type Container,
  CONTAINER_LISTS,
  type Found,
  type KubernetesFile,
  lookup,
  type Workload,
} from '../../../model/kubernetes/index.ts';
import { keyOf } from '../../../model/yaml/index.ts';

/** A container with its workload. */
export interface Target {
  readonly workload: Workload;
  readonly container: Container;
  /** For messages: the container's name, or its place when it has none. */
  readonly name: string;
}

/** All containers of a file. One that several pods share through an alias is visited once, because its text stands there once. */
export function* targetsOf({ workloads }: KubernetesFile): Generator<Target> {
  const seen = new Set<object>();
  for (const target of workloads.flatMap(targetsIn)) {
    if (seen.has(target.container.node)) continue;
    seen.add(target.container.node);
    yield target;
  }
}

/** All containers of a pod. */
export function targetsIn(workload: Workload): readonly Target[] {
  const counts = new Map<string, number>();
  return workload.containers.map((container) => {
    const index = counts.get(container.list) ?? 0;
    counts.set(container.list, index + 1);
    return { workload, container, name: container.name ?? `${container.list}[${index}]` };
  });
}

/** Where to report that a key is missing: at the nearest key on its path that is there, else at the container's name. */
export const placeOf = (found: Found, { nameSpan }: Container): Span =>
  (found.state === 'absent' ? found.near : undefined) ?? nameSpan;

/** Whether the container is privileged, which makes finer settings of its privileges meaningless. */
export function isPrivileged({ node }: Container): boolean {
  const found = lookup(node, 'securityContext', 'privileged');
  return found.state === 'present' && found.node.kind === 'scalar' && found.node.value === true;
}

const LISTS: ReadonlySet<string> = new Set(CONTAINER_LISTS);

/** The first list of containers of a pod's spec: what holds for all of them is written in front of it. */
export const firstContainerList = ({ spec }: Workload): string | undefined =>
  spec.entries.map(keyOf).find((key) => key !== undefined && LISTS.has(key));

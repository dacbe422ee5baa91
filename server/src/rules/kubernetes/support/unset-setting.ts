import type { Span } from '../../../base/span.ts';
import type { Context } from '../../../engine/rule.ts';
import { lookup, type Workload } from '../../../model/kubernetes/index.ts';
import { setPath } from '../../../model/yaml/index.ts';
import { editSource, fixOf } from './edits.ts';
import { hardenContainer, hardenPod } from './harden.ts';
import { coveredBySecurityContextMissing } from './security-context.ts';
import { firstContainerList, placeOf, type Target } from './targets.ts';

/** A setting of security contexts that a container inherits from its pod. */
export interface InheritedSetting {
  readonly path: readonly string[];
  /** What it should be, as YAML source. */
  readonly value: string;
  /** For the fix: "Set `runAsNonRoot: true`". */
  readonly title: string;
}

/** One finding for a pod of which no container has the setting, otherwise one for each container in `targets`, which lack it. */
export function* unsetInherited(context: Context<'kubernetes'>, targets: readonly Target[], setting: InheritedSetting) {
  const byWorkload = new Map<Workload, Target[]>();
  for (const target of targets) {
    const group = byWorkload.get(target.workload);
    if (group) group.push(target);
    else byWorkload.set(target.workload, [target]);
  }
  for (const [workload, group] of byWorkload) {
    if (workload.isPartial || group.some(({ container }) => container.isPartial)) continue;
    if (group.length === workload.containers.length) yield unsetInPod(context, workload, group, setting);
    else for (const target of group) yield unsetInContainer(context, target, setting);
  }
}

function unsetInPod(
  context: Context<'kubernetes'>,
  workload: Workload,
  group: readonly Target[],
  { path, value, title }: InheritedSetting,
) {
  const { resource, spec, key } = workload;
  const edits = setPath(editSource(context.file, resource), spec, path, value, firstContainerList(workload));
  return {
    message: 'pod',
    data: { workload: workload.title },
    span: podPlace(workload, path),
    fixes: [...fixOf(`${title} for the pod`, 'suggested', edits), ...hardenPod(context, workload)],
    key,
    ...coveredBySecurityContextMissing(...group),
  } as const;
}

function unsetInContainer(context: Context<'kubernetes'>, target: Target, { path, value, title }: InheritedSetting) {
  const { workload, container, name } = target;
  const edits = setPath(editSource(context.file, workload.resource), container.node, path, value);
  return {
    message: 'container',
    data: { container: name },
    span: placeOf(lookup(container.node, ...path), container),
    fixes: [...fixOf(title, 'suggested', edits), ...hardenContainer(context, target)],
    key: container.key,
    ...coveredBySecurityContextMissing(target),
  } as const;
}

function podPlace({ spec, specKey }: Workload, path: readonly string[]): Span {
  const found = lookup(spec, ...path);
  return (found.state === 'absent' ? found.near : undefined) ?? specKey;
}

import { Memo } from '../../../base/memo.ts';
import type { Context, Related } from '../../../engine/rule.ts';
import type { Fix } from '../../../engine/fix.ts';
import {
  type KubernetesFile,
  type Reference,
  referencesOf,
  type Resource,
  type ResourceFact,
  type Workload,
} from '../../../model/kubernetes/index.ts';
import { replaceScalar } from '../../../model/yaml/index.ts';
import { isDefinedAnywhere } from './definitions.ts';
import { editSource, fixOf } from './edits.ts';
import { firstOf, isNear, type Located, mayShareNamespace, related, resourcesIn } from './located.ts';
import { nearestName } from './nearest-name.ts';
import { type Unit, unitOf } from './unit.ts';

/** A literal reference of this file with who holds it. */
export interface Held {
  readonly resource: Resource;
  readonly workload: Workload | undefined;
  readonly reference: Reference;
}

/** All references of a file. Several rules ask for them. */
const HELD = new Memo(({ resources, workloads }: KubernetesFile): readonly Held[] => {
  const byResource = new Map(workloads.map((workload) => [workload.resource, workload]));
  return resources.flatMap((resource) => {
    const workload = byResource.get(resource);
    return referencesOf(resource, workload).map((reference) => ({ resource, workload, reference }));
  });
});

/** The references of a file that a rule asks for. */
export const heldReferences = ({ model }: Context<'kubernetes'>, wants: (reference: Reference) => boolean): readonly Held[] =>
  HELD.of(model).filter(({ reference }) => wants(reference));

export interface Missing extends Held {
  /** What was probably meant: a similar name, or the only one there is. */
  readonly near: Located<ResourceFact> | undefined;
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
}

/**
 * The references to objects that nothing defines. Silent where the other side cannot be known: the unit takes things in from elsewhere, defines nothing of
 * the kind, or leaves a name to a template; also where any file of the workspace has an object of that name.
 */
export function* missingReferences(context: Context<'kubernetes'>, wants: (reference: Reference) => boolean): Generator<Missing> {
  const { file, env } = context;
  let unit: Unit | undefined;
  for (const held of heldReferences(context, wants)) {
    unit ??= unitOf(file.path, env.workspace);
    if (unit.isOpen) return;
    // An operator may define kinds that scale by other names than ours.
    if (held.reference.use === 'scale' && !SCALED.includes(held.reference.kind)) continue;
    const candidates = isDefined(held.reference, unit, context) ? undefined : candidatesFor(held.reference, unit);
    if (!candidates) continue;
    const near = nearestOf(held.reference, candidates);
    const fixes =
      near?.fact.name === undefined
        ? []
        : fixOf(
            `Use \`${near.fact.name}\``,
            'suggested',
            replaceScalar(editSource(file, held.resource), held.reference.node, near.fact.name),
          );
    const others = near ? [near] : candidates.slice(0, 3);
    yield {
      ...held,
      near,
      fixes,
      related: others.map((each) => related(file.path, each, `${each.fact.kind} \`${each.fact.name ?? ''}\` is defined here.`)),
    };
  }
}

/** What a reference may mean in its unit; undefined when there is nothing of the kind, or not all is known about it. */
function candidatesFor({ kind, group, namespace, use }: Reference, unit: Unit): readonly Located<ResourceFact>[] | undefined {
  // Whoever scales a Deployment that is not there beside a StatefulSet that is mistook the kind or the name.
  const kinds = use === 'scale' ? SCALED : [kind];
  if (
    kinds.some((each) => resourcesIn(unit, each, use === 'scale' ? undefined : group).some(({ fact }) => fact.name === undefined))
  )
    return undefined;
  const all = use === 'scale' ? SCALED.flatMap((each) => resourcesIn(unit, each)) : resourcesIn(unit, kind, group);
  const candidates = firstOf(all, isNear(unit, namespace), MOST_COMPARED + 1);
  return candidates.length === 0 ? undefined : candidates;
}

/** Among more, nobody can say which one was meant. */
const MOST_COMPARED = 500;

const SCALED: readonly string[] = [
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
  'Rollout',
  'DeploymentConfig',
];

/** Objects that a cluster has although no file defines them. */
const BUILT_IN: Readonly<Record<string, ReadonlySet<string>>> = {
  ServiceAccount: new Set(['default']),
  ConfigMap: new Set(['kube-root-ca.crt', 'istio-ca-root-cert', 'openshift-service-ca.crt']),
  Service: new Set(['kubernetes']),
};

function isDefined({ kind, name, namespace }: Reference, unit: Unit, { env }: Context<'kubernetes'>): boolean {
  if (BUILT_IN[kind]?.has(name)) return true;
  return isDefinedAnywhere(env.workspace, kind, name, (other) => mayShareNamespace(unit, namespace, other));
}

function nearestOf({ name, kind }: Reference, candidates: readonly Located<ResourceFact>[]): Located<ResourceFact> | undefined {
  if (candidates.length > MOST_COMPARED) return undefined;
  const alike = candidates.filter(({ fact }) => fact.kind === kind);
  const names = [...new Set(alike.flatMap(({ fact }) => fact.name ?? []))];
  const meant = nearestName(name, names) ?? (names.length === 1 ? names[0] : undefined);
  return alike.find(({ fact }) => fact.name === meant);
}

import { Memo } from '../../../base/memo.ts';
import type { Context, Related } from '../../../engine/rule.ts';
import {
  asPartial,
  type KubernetesFacts,
  parseKubernetes,
  type Resource,
  type ResourceFact,
  type Workload,
  type WorkloadFact,
} from '../../../model/kubernetes/index.ts';
import { mayShareNamespace } from './located.ts';
import { unitOf } from './unit.ts';

/** The resources and workloads of a file and, as far as their facts tell, of what is deployed with it. */
export interface UnitModel {
  readonly resources: readonly Resource[];
  readonly workloads: readonly Workload[];
  /** Whether two of the resources may lie in one namespace. */
  readonly mayShare: (a: Pick<Resource, 'namespace'>, b: Pick<Resource, 'namespace'>) => boolean;
}

interface Neighbour {
  readonly resource: Resource;
  readonly workload: Workload | undefined;
}

/** Keyed by the facts of a file, which stay the same object as long as they do not change. */
const READ = new WeakMap<KubernetesFacts, readonly Neighbour[]>();

/** Where the resources of other files really are. */
const PLACES = new WeakMap<Resource, Omit<Related, 'note'>>();

/** A resource of the unit model as a related place, which may lie in another file. */
export const relatedTo = (resource: Resource, note: string): Related => ({
  ...(PLACES.get(resource) ?? { span: resource.nameSpan }),
  note,
});

/** All rules look at a file in the same context, and for as long as that is there. */
const MODELS = new Memo(readUnit);

export const unitModelOf = (context: Context<'kubernetes'>): UnitModel => MODELS.of(context);

function readUnit({ file, model, env }: Context<'kubernetes'>): UnitModel {
  const unit = unitOf(file.path, env.workspace);
  // Of overlays that are alternatives only those count that take this file in.
  const others = unit.files.filter(([path]) => path !== file.path && unit.areTogether(path, file.path));
  const neighbours = others.flatMap(([path, facts]) => neighboursIn(path, facts));
  return {
    resources: [...model.resources, ...neighbours.map(({ resource }) => resource)],
    workloads: [...model.workloads, ...neighbours.flatMap(({ workload }) => workload ?? [])],
    mayShare: (a, b) => mayShareNamespace(unit, a.namespace, b.namespace),
  };
}

function neighboursIn(path: string, facts: KubernetesFacts): readonly Neighbour[] {
  const known = READ.get(facts);
  if (known) return known;
  const small = facts.resources.flatMap((fact) => neighbour(path, fact, fact.source, false));
  const workloads = facts.workloads.flatMap((fact) =>
    fact.isPatch ? [] : neighbour(path, fact, skeletonOf(fact), isVague(fact)),
  );
  const neighbours = [...small, ...workloads];
  READ.set(facts, neighbours);
  return neighbours;
}

function neighbour(
  path: string,
  { nameSpan, kind }: ResourceFact | WorkloadFact,
  source: string | undefined,
  isPartial: boolean,
): readonly Neighbour[] {
  if (source === undefined) return [];
  const read = parseKubernetes(source);
  const { resources, workloads } = isPartial ? asPartial(read) : read;
  const [resource] = resources;
  if (resource?.kind !== kind) return [];
  PLACES.set(resource, { path, span: nameSpan });
  return [{ resource, workload: workloads[0] }];
}

/** Whether not all is known that the skeleton of a workload would say. */
const isVague = ({ isPartial, labels, replicas }: WorkloadFact): boolean => isPartial || labels.isOpen || replicas === 'unknown';

/** A workload as JSON, with nothing in it but what its facts tell. */
function skeletonOf({ kind, group, name, namespace, labels, replicas }: WorkloadFact): string {
  return JSON.stringify({
    apiVersion: group === '' ? 'v1' : `${group}/v1`,
    kind,
    metadata: { name, namespace, ...(kind === 'Pod' && { labels: labels.values }) },
    spec:
      kind === 'Pod'
        ? {}
        : {
            ...(typeof replicas === 'number' && { replicas }),
            selector: { matchLabels: labels.values },
            template: { metadata: { labels: labels.values }, spec: {} },
          },
  });
}

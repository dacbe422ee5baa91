import { Memo } from '../../../base/memo.ts';
import type { Context, Related } from '../../../engine/rule.ts';
import {
  asPartial,
  type KubernetesFacts,
  type KubernetesFile,
  parseKubernetes,
  type Resource,
  type ResourceFact,
  type Workload,
  type WorkloadFact,
} from '../../../model/kubernetes/index.ts';
import { type Unit, unitOf } from './unit.ts';

/** Resources and workloads that are looked up together. */
export interface Layer {
  readonly resources: readonly Resource[];
  readonly workloads: readonly Workload[];
}

/**
 * The resources and workloads of a file and, as far as their facts tell, of what is deployed with it. The files of a unit share `unit`, so that it is made and
 * indexed once for all of them; what it says of the file itself is left out by `isElsewhere`.
 */
export interface UnitModel extends Layer {
  readonly unit: Layer;
  readonly isElsewhere: (resource: Resource) => boolean;
}

interface Neighbour {
  readonly resource: Resource;
  readonly workload: Workload | undefined;
}

type Files = readonly (readonly [path: string, facts: KubernetesFacts])[];

/** Where the resources of other files really are. */
const PLACES = new WeakMap<Resource, Omit<Related, 'note'>>();

/** A resource of the unit model as a related place, which may lie in another file. */
export const relatedTo = (resource: Resource, note: string): Related => ({
  ...(PLACES.get(resource) ?? { span: resource.nameSpan }),
  note,
});

const MODELS = new Memo(
  (_: Files) => new Memo((_model: KubernetesFile, context: Context<'kubernetes'>): UnitModel => modelOf(context)),
);

/** Several rules ask for it, and it is the same for all of them. */
export const unitModelOf = (context: Context<'kubernetes'>): UnitModel =>
  MODELS.of(context.env.workspace.all('kubernetes')).of(context.model, context);

function modelOf({ file, model, env }: Context<'kubernetes'>): UnitModel {
  const { resources, workloads } = model;
  const unit = LAYERS.of(unitOf(file.path, env.workspace));
  return { resources, workloads, unit, isElsewhere: (resource) => PLACES.get(resource)?.path !== file.path };
}

const LAYERS = new Memo(({ files }: Unit): Layer => {
  const all = files.flatMap(([path, facts]) => NEIGHBOURS.of(facts, path));
  return { resources: all.map(({ resource }) => resource), workloads: all.flatMap(({ workload }) => workload ?? []) };
});

/** What an index finds in the file itself and then in the rest of its unit. */
export const inLayers = <I, T>(
  model: UnitModel,
  indexes: Memo<Layer, I>,
  find: (index: I) => readonly T[],
  resourceOf: (found: T) => Resource,
): readonly T[] => [
  ...find(indexes.of(model)),
  ...find(indexes.of(model.unit)).filter((each) => model.isElsewhere(resourceOf(each))),
];

/** Keyed by the facts of a file, which stay the same object as long as they do not change. */
const NEIGHBOURS = new Memo((facts: KubernetesFacts, path: string): readonly Neighbour[] => [
  ...facts.resources.flatMap((fact) => neighbour(path, fact, fact.source, false)),
  ...facts.workloads.flatMap((fact) => (fact.isPatch ? [] : neighbour(path, fact, skeletonOf(fact), isVague(fact)))),
]);

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

import {
  type KubernetesFile,
  parseQuantity,
  type Quantity,
  type Resource,
  type Workload,
} from '../../../model/kubernetes/index.ts';
import {
  asMapping,
  asScalar,
  at,
  itemsOf,
  keyOf,
  type YamlMapping,
  type YamlNode,
  type YamlScalar,
} from '../../../model/yaml/index.ts';
import { targetsOf } from './targets.ts';
import { titleOf, keyOfResource } from './resource-title.ts';

/** A mapping with tables of amounts in it, such as the `resources` of a container. */
export interface AmountTables {
  readonly resource: Resource;
  /** For messages: "container `app`". */
  readonly owner: string;
  readonly key: string;
  readonly node: YamlMapping;
  readonly tables: readonly string[];
  /** Which table's amounts may not be more than which other's. */
  readonly order: readonly (readonly [low: string, high: string])[];
  /** Whether it is one container's, or one pod's, so that amounts have a natural size. */
  readonly isContainer?: true;
}

const RESOURCES = { tables: ['requests', 'limits'], order: [['requests', 'limits']] } as const;
const RANGE = {
  tables: ['min', 'max', 'default', 'defaultRequest', 'maxLimitRequestRatio'],
  order: [
    ['min', 'max'],
    ['min', 'default'],
    ['min', 'defaultRequest'],
    ['default', 'max'],
    ['defaultRequest', 'max'],
    ['defaultRequest', 'default'],
  ],
} as const;

/** Every place of a file where Kubernetes reads amounts of resources. */
export function* amountTablesOf(model: KubernetesFile): Generator<AmountTables> {
  for (const { workload, container, name } of targetsOf(model)) {
    const node = asMapping(at(container.node, 'resources'));
    const { resource } = workload;
    if (node) yield { resource, owner: `container \`${name}\``, key: container.key, node, ...RESOURCES, isContainer: true };
  }
  for (const workload of model.workloads) yield* ofPod(workload);
  for (const resource of model.resources) yield* ofResource(resource);
}

function* ofPod({ resource, spec, volumes, title, key }: Workload): Generator<AmountTables> {
  const own = asMapping(at(spec, 'resources'));
  if (own) yield { resource, owner: title, key, node: own, ...RESOURCES, isContainer: true };
  for (const [index, { name = `volumes[${index}]`, node }] of volumes.entries()) {
    const place = { resource, owner: `volume \`${name}\``, key: `${key}/volumes/${name}` };
    const claim = asMapping(at(node, 'ephemeral', 'volumeClaimTemplate', 'spec', 'resources'));
    if (claim) yield { ...place, node: claim, ...RESOURCES };
    yield { ...place, node, tables: ['emptyDir'], order: [] };
  }
}

function* ofResource(resource: Resource): Generator<AmountTables> {
  const { kind, group, node } = resource;
  const owner = titleOf(resource);
  const key = keyOfResource(resource);
  const place = { resource, owner, key };
  const spec = asMapping(at(node, 'spec'));
  const of = (where: YamlNode | undefined, rest: Pick<AmountTables, 'tables' | 'order'>): AmountTables[] => {
    const mapping = asMapping(where);
    return mapping ? [{ ...place, node: mapping, ...rest }] : [];
  };
  if (group === 'apps' && kind === 'StatefulSet') {
    for (const claim of itemsOf(at(spec, 'volumeClaimTemplates'))) yield* of(at(claim, 'spec', 'resources'), RESOURCES);
  }
  if (group !== '') return;
  if (kind === 'PersistentVolumeClaim') yield* of(at(spec, 'resources'), RESOURCES);
  if (kind === 'PersistentVolume') yield* of(spec, { tables: ['capacity'], order: [] });
  if (kind === 'ResourceQuota') yield* of(spec, { tables: ['hard'], order: [] });
  if (kind === 'LimitRange') for (const limit of itemsOf(at(spec, 'limits'))) yield* of(limit, RANGE);
}

/** One amount of a table; without `quantity` Kubernetes cannot read it. */
export interface Amount {
  readonly name: string;
  readonly table: string;
  readonly node: YamlScalar;
  readonly text: string;
  readonly quantity: Quantity | undefined;
}

/** What deployment scripts replace is not known yet. */
const PLACEHOLDER = /[$%<>{}@]/;

/** The literal amounts of a table by their names. */
export function amountsIn({ node: parent }: AmountTables, table: string): ReadonlyMap<string, Amount> {
  const amounts = new Map<string, Amount>();
  for (const entry of asMapping(at(parent, table))?.entries ?? []) {
    const name = keyOf(entry);
    const node = asScalar(entry.value);
    if (name === undefined || !node || (table === 'emptyDir' && name !== 'sizeLimit')) continue;
    if (typeof node.value !== 'string' && typeof node.value !== 'number') continue;
    const text = typeof node.value === 'number' && !parseQuantity(node.text) ? String(node.value) : node.text;
    if (!PLACEHOLDER.test(text)) amounts.set(name, { name, table, node, text, quantity: parseQuantity(text) });
  }
  return amounts;
}

import type { Workload } from '../../../model/kubernetes/index.ts';
import { asScalar, at, itemsOf, valueOf, type YamlNode } from '../../../model/yaml/index.ts';
import type { ObjectSpot } from '../spot.ts';
import { type Draft, valueDraft } from './draft.ts';

const PROBES: ReadonlySet<string | number | undefined> = new Set([
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
]);

/** Names that a pod gives itself: volumes where one is mounted, ports where one is probed; undefined at other places. */
export function podNameDrafts({ path, around }: ObjectSpot, workload: Workload): readonly Draft[] | undefined {
  const [last, index, list] = path.toReversed();
  if (last === 'name' && typeof index === 'number' && (list === 'volumeMounts' || list === 'volumeDevices'))
    return volumeDrafts(workload);
  if (last !== 'port' || !path.some((step) => PROBES.has(step))) return undefined;
  const container = workload.containers.find(({ node }) => around.includes(node));
  const takesName = !path.includes('grpc');
  return container ? portDrafts(at(container.node, 'ports'), takesName) : undefined;
}

function volumeDrafts({ volumes, resource }: Workload): readonly Draft[] {
  const own = volumes.flatMap(({ name, node }) => {
    const source = node.entries.flatMap(({ key }) => (key.kind === 'scalar' && key.text !== 'name' ? key.text : []))[0];
    return name === undefined || name === '' ? [] : [valueDraft(name, 'name', `volume, ${source ?? 'emptyDir'}`)];
  });
  const claims = itemsOf(at(resource.node, 'spec', 'volumeClaimTemplates')).flatMap((claim) => {
    const name = asScalar(at(claim, 'metadata', 'name'))?.text;
    return name === undefined || name === '' ? [] : [valueDraft(name, 'name', 'volumeClaimTemplate')];
  });
  return [...own, ...claims];
}

function portDrafts(ports: YamlNode | undefined, takesName: boolean): readonly Draft[] {
  return itemsOf(ports).flatMap((port) => {
    const name = takesName ? asScalar(at(port, 'name'))?.text : undefined;
    const number = valueOf(at(port, 'containerPort'));
    return [
      ...(name === undefined ? [] : [valueDraft(name, 'name', `port ${String(number ?? '')}`)]),
      ...(typeof number === 'number'
        ? [valueDraft(String(number), 'name', `port ${name ?? ''}`.trim(), 1, { isString: false })]
        : []),
    ];
  });
}

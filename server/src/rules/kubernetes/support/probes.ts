import { type Container, lookup, type Workload } from '../../../model/kubernetes/index.ts';
import {
  asMapping,
  asScalar,
  at,
  isNull,
  itemsOf,
  type NewValue,
  stringOf,
  valueOf,
  type YamlMapping,
  type YamlScalar,
} from '../../../model/yaml/index.ts';

export const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/** The probes that a container has, as far as they are mappings. */
export const probesOf = ({
  node,
}: Container): readonly { readonly field: (typeof PROBES)[number]; readonly probe: YamlMapping }[] =>
  PROBES.flatMap((field) => {
    const probe = asMapping(at(node, field));
    return probe ? [{ field, probe }] : [];
  });

/**
 * Whether a container serves for long, so that probes are of use: those of jobs and of pods that end do not, nor do init containers. Knative probes what
 * it runs by itself.
 */
export function isService({ resource: { kind, group }, spec }: Workload, { list }: Container): boolean {
  if (list !== 'containers' || kind === 'Job' || kind === 'CronJob' || group === 'serving.knative.dev') return false;
  const found = lookup(spec, 'restartPolicy');
  return found.state === 'absent' || (found.state === 'present' && valueOf(found.node) === 'Always');
}

export interface Port {
  readonly name: string | undefined;
  readonly number: number | undefined;
  readonly isTcp: boolean;
}

/** The ports that a container declares; undefined when some are not literal. */
export function portsOf({ node }: Container): readonly Port[] | undefined {
  const found = lookup(node, 'ports');
  if (found.state === 'absent') return [];
  if (found.state === 'unknown' || found.node.kind !== 'sequence') return undefined;
  const ports: Port[] = [];
  for (const item of itemsOf(found.node)) {
    const name = lookup(asMapping(item), 'name');
    const number = lookup(asMapping(item), 'containerPort');
    if (name.state === 'unknown' || number.state === 'unknown') return undefined;
    const value = number.state === 'present' ? valueOf(number.node) : undefined;
    const protocol = stringOf(at(item, 'protocol')) ?? 'TCP';
    ports.push({
      name: name.state === 'present' ? asScalar(name.node)?.text : undefined,
      number: typeof value === 'number' ? value : undefined,
      isTcp: protocol === 'TCP',
    });
  }
  return ports;
}

/** Containers of a pod share its network, so any of them may open a port. */
export interface PodPorts {
  readonly numbers: ReadonlySet<number>;
  readonly numberOf: ReadonlyMap<string, number>;
  /** Whether some are not literal. */
  readonly isUnknown: boolean;
}

export function portsOfPod({ containers }: Workload): PodPorts {
  const lists = containers.map(portsOf);
  const ports = lists.flatMap((list) => list ?? []);
  return {
    numbers: new Set(ports.flatMap(({ number }) => number ?? [])),
    numberOf: new Map(ports.flatMap(({ name, number }) => (name === undefined || number === undefined ? [] : [[name, number]]))),
    isUnknown: lists.includes(undefined),
  };
}

const NETWORK_ACTIONS = ['httpGet', 'tcpSocket', 'grpc'];

/** The literal port that a probe asks on the pod itself. */
export function portAsked(probe: YamlMapping): YamlScalar | undefined {
  const action = NETWORK_ACTIONS.find((name) => !isNull(at(probe, name)));
  return action === undefined || !isNull(at(probe, action, 'host')) ? undefined : asScalar(at(probe, action, 'port'));
}

/** A probe that connects to the first port of a container: it says the least, so it is the least likely to be wrong. Undefined without a port. */
export function connectProbe(container: Container, more: Readonly<Record<string, NewValue>>): NewValue | undefined {
  const first = portsOf(container)?.find(({ isTcp, number }) => isTcp && number !== undefined);
  return first && { tcpSocket: { port: first.name ?? String(first.number) }, ...more };
}

import type { Reference, ResourceFact } from '../../../model/kubernetes/index.ts';
import type { YamlScalar } from '../../../model/yaml/index.ts';
import { isNear, isPatchedIn, type Located, namedIn } from './located.ts';
import type { Unit } from './unit.ts';

/** A port that a route sends traffic to and that the Service behind it does not have. */
export interface WrongPort {
  readonly node: YamlScalar;
  readonly service: Located<ResourceFact>;
  /** The names and numbers that the Service has. */
  readonly known: readonly string[];
}

/** The port of a reference to a Service, if that Service is known and does not have it. */
export function wrongPort({ kind, group, name, namespace, parts }: Reference, unit: Unit): WrongPort | undefined {
  const [node] = parts;
  if (kind !== 'Service' || node?.value === undefined || node.value === null) return undefined;
  const services = namedIn(unit, 'Service', group, name).filter(isNear(unit, namespace));
  const [service] = services;
  if (!service || isPatchedIn(unit, 'Service', name) || services.some(({ fact }) => !fact.ports || hasPort(fact, node)))
    return undefined;
  const ports = service.fact.ports ?? [];
  const known =
    typeof node.value === 'number' ? ports.flatMap(({ port }) => port ?? []) : ports.flatMap((each) => each.name ?? []);
  return { node, service, known: known.map(String) };
}

const hasPort = ({ ports }: ResourceFact, { value }: YamlScalar): boolean =>
  ports?.some(({ name, port }) => (typeof value === 'number' ? port === value : name === value || String(port) === value)) ??
  true;

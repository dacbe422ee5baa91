import type { Related } from '../../../engine/rule.ts';
import { exposesNothing } from '../../../knowledge/images/without-ports.ts';
import type { ExposedPortFact } from '../../../model/dockerfile/index.ts';
import { type Container, lookup, mountsOf, type Workload } from '../../../model/kubernetes/index.ts';
import {
  asMapping,
  asScalar,
  at,
  entryOf,
  isNull,
  itemsOf,
  stringOf,
  type YamlMapping,
  type YamlScalar,
} from '../../../model/yaml/index.ts';
import type { BuiltImage } from './built-image.ts';

/** A port that a container declares. */
export interface DeclaredPort {
  readonly node: YamlMapping;
  readonly scalar: YamlScalar;
  readonly number: number;
  /** Lower case; undefined where it is left out, which means TCP. */
  readonly protocol: string | undefined;
}

/** The ports that a container declares; undefined when some are not literal. */
export function declaredPorts({ node }: Container): readonly DeclaredPort[] | undefined {
  const found = lookup(node, 'ports');
  if (found.state === 'absent') return [];
  if (found.state === 'unknown' || found.node.kind !== 'sequence') return undefined;
  const items = itemsOf(found.node);
  const ports = items.flatMap((item): DeclaredPort[] => {
    const mapping = asMapping(item);
    const scalar = asScalar(at(item, 'containerPort'));
    const protocol = entryOf(mapping, 'protocol');
    const known = protocol && !isNull(protocol.value) ? stringOf(protocol.value)?.toLowerCase() : '';
    if (!mapping || typeof scalar?.value !== 'number' || known === undefined) return [];
    return [{ node: mapping, scalar, number: scalar.value, protocol: known === '' ? undefined : known }];
  });
  return ports.length === items.length ? ports : undefined;
}

/** All ports of an image; undefined when it exposes none, or its base image or a variable may expose more. */
export function exposedPorts({ facts }: BuiltImage): readonly ExposedPortFact[] | undefined {
  const { ports, hasUnknownPorts, base } = facts;
  if (ports.length === 0 || hasUnknownPorts || !base) return undefined;
  return base.kind === 'scratch' || (base.repository !== undefined && exposesNothing(base.repository)) ? ports : undefined;
}

/** Many leave the protocol out in EXPOSE where it is not TCP: then the number alone counts. */
export const isExposed = (exposed: readonly ExposedPortFact[], number: number, protocol = 'tcp'): boolean =>
  exposed.some((port) => number >= port.first && number <= port.last && (port.protocol ?? protocol) === protocol);

/** For messages: `8080`, `7000-7010`, `53/udp`. */
export const portText = ({ first, last, protocol = 'tcp' }: Pick<ExposedPortFact, 'first' | 'last' | 'protocol'>): string =>
  `${first === last ? first : `${first}-${last}`}${protocol === 'tcp' ? '' : `/${protocol}`}`;

const MOST_TOLD = 5;

/** For messages: the ports in order, not more than a person would read. */
export const portList = (ports: readonly string[]): string =>
  ports.length > MOST_TOLD ? `${ports.slice(0, MOST_TOLD).join(', ')} …` : ports.join(', ');

/** Where an image exposes its ports. */
export const exposedAt = ({ path }: BuiltImage, exposed: readonly ExposedPortFact[]): readonly Related[] =>
  exposed.slice(0, MOST_TOLD).map((port) => ({ path, span: port.span, note: `The image exposes \`${portText(port)}\` here.` }));

/** Whether the manifest may tell the program to listen on a port of its choice: by its command line, its environment or a file. */
export function mayChoosePort({ volumes }: Workload, container: Container, port: number): boolean {
  const { node } = container;
  if (['command', 'args', 'envFrom'].some((key) => lookup(node, key).state !== 'absent')) return true;
  const env = lookup(node, 'env');
  if (env.state === 'unknown' || itemsOf(at(node, 'env')).some((item) => mayNamePort(asMapping(item), port))) return true;
  const files = new Set(volumes.filter(({ node: volume }) => !isKnownEmpty(volume)).map(({ name }) => name));
  return mountsOf(container).some(({ name }) => files.has(name.text));
}

function mayNamePort(variable: YamlMapping | undefined, port: number): boolean {
  const name = stringOf(at(variable, 'name'));
  if (name === undefined) return true;
  const value = asScalar(at(variable, 'value'));
  if (value) return new RegExp(`(?<!\\d)${port}(?!\\d)`).test(value.text);
  return /port|addr|listen|bind|host|url|conf|opts|options|args/i.test(name);
}

/** Volumes that bring no configuration with them. */
const WITHOUT_CONFIGURATION = ['emptyDir', 'persistentVolumeClaim', 'ephemeral', 'secret', 'downwardAPI', 'hostPath', 'nfs'];
const isKnownEmpty = (volume: YamlMapping): boolean => WITHOUT_CONFIGURATION.some((type) => entryOf(volume, type) !== undefined);

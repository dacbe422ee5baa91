import type { Context } from '../../../engine/rule.ts';
import type { Workload } from '../../../model/kubernetes/index.ts';
import { asScalar, at, itemsOf, type YamlNode, type YamlScalar } from '../../../model/yaml/index.ts';
import { dnsLabel, type NameCheck, nameCheckOf, portName } from './name-grammar.ts';
import { isAtLeastVersion } from './version.ts';

/** A name that Kubernetes has rules for. */
export interface Name {
  /** What has the name, for people. */
  readonly what: string;
  readonly field: string;
  readonly node: YamlScalar;
  readonly check: NameCheck | undefined;
}

/** The names in a file: of resources and their namespaces, and in pods those of containers, ports and volumes. */
export function* namesOf({ model, env }: Context<'kubernetes'>): Generator<Name> {
  const isServiceRelaxed = isAtLeastVersion(env.kubernetesVersion, 34);
  for (const { node, kind, group } of model.resources) {
    const check = nameCheckOf(group, kind, isServiceRelaxed);
    const what = /^[AEIOU]/.test(kind) ? `an ${kind}` : `a ${kind}`;
    yield* named(what, 'name', at(node, 'metadata', 'name'), check);
    // Kubernetes appends letters and digits.
    yield* named(
      what,
      'generateName',
      at(node, 'metadata', 'generateName'),
      check && ((prefix) => check(prefix.replace(/-$/, ''))),
    );
    yield* named('a Namespace', 'namespace', at(node, 'metadata', 'namespace'), dnsLabel);
  }
  for (const workload of model.workloads) yield* inPod(workload);
}

function* inPod({ containers, volumes }: Workload): Generator<Name> {
  for (const container of containers) {
    yield* named('a container', 'name', at(container.node, 'name'), dnsLabel);
    for (const port of itemsOf(at(container.node, 'ports'))) yield* named('a port', 'name', at(port, 'name'), portName);
  }
  for (const { node } of volumes) yield* named('a volume', 'name', at(node, 'name'), dnsLabel);
}

function* named(what: string, field: string, node: YamlNode | undefined, check: NameCheck | undefined): Generator<Name> {
  const scalar = asScalar(node);
  if (scalar) yield { what, field, node: scalar, check };
}

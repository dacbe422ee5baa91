import type { Context } from '../../../engine/rule.ts';
import type { ExposedPortFact } from '../../../model/dockerfile/index.ts';
import type { Workload } from '../../../model/kubernetes/index.ts';
import type { YamlScalar } from '../../../model/yaml/index.ts';
import { type PodPorts, portAsked, portsOfPod, probesOf } from '../../kubernetes/support/probes.ts';
import { type OwnImage, ownServices } from './own-images.ts';
import { declaredPorts, exposedPorts, isExposed, mayChoosePort } from './ports.ts';

/** A probe that asks a port which neither the pod declares nor the image exposes. */
export interface UnexposedProbe {
  readonly own: OwnImage;
  readonly field: string;
  readonly asked: YamlScalar;
  readonly exposed: readonly ExposedPortFact[];
  /** The ports that could be meant: what the container declares, else what its image exposes. */
  readonly likely: readonly number[];
}

export function* unexposedProbes(context: Context<'kubernetes'>): Generator<UnexposedProbe> {
  const pods = new Map<Workload, PodPorts>();
  for (const own of ownServices(context)) {
    const { workload, container, built } = own;
    const probes = probesOf(container);
    const exposed = exposedPorts(built);
    const declared = declaredPorts(container);
    if (probes.length === 0 || !exposed || !declared) continue;
    const pod = pods.get(workload) ?? portsOfPod(workload);
    pods.set(workload, pod);
    if (pod.isUnknown) continue;
    const tcp = declared.filter(({ protocol = 'tcp' }) => protocol === 'tcp').map(({ number }) => number);
    const likely = tcp.length > 0 ? tcp : exposed.flatMap(({ first, last }) => (first === last ? first : []));
    for (const { field, probe } of probes) {
      const asked = portAsked(probe);
      if (typeof asked?.value !== 'number' || pod.numbers.has(asked.value)) continue;
      if (!isExposed(exposed, asked.value) && !mayChoosePort(workload, container, asked.value))
        yield { own, field, asked, exposed, likely };
    }
  }
}

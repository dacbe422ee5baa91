import { kubernetesRule } from '../../engine/rule.ts';
import type { Workload } from '../../model/kubernetes/index.ts';
import { asScalar, at, isNull, replaceScalar, type YamlMapping, type YamlScalar } from '../../model/yaml/index.ts';
import { editSource, fixOf } from '../kubernetes/support/edits.ts';
import { oncePerSpan } from '../kubernetes/support/once-per-span.ts';
import { type PodPorts, portsOfPod, probesOf } from '../kubernetes/support/probes.ts';
import { ownServices } from './support/own-images.ts';
import { declaredPorts, exposedAt, exposedPorts, isExposed, mayChoosePort, portList, portText } from './support/ports.ts';

const ACTIONS = ['httpGet', 'tcpSocket', 'grpc'] as const;

export const probePortNotExposed = kubernetesRule(
  {
    id: 'workspace/probe-port-not-exposed',
    title: 'Probe of a port that neither the pod declares nor the image exposes',
    why: 'A probe that asks a port where nobody listens fails for ever: a readiness probe keeps the pod out of its Service, a liveness probe restarts it again and again. Here neither the containers of the pod nor EXPOSE in the Dockerfile of the image know the port. Correct the number, or declare it where the program really listens on it.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      other:
        'The `{probe}` of container `{container}` asks port {port}, which the pod does not declare and the image built from {dockerfile} does not expose (it exposes {exposed}).',
      near: 'The `{probe}` of container `{container}` asks port {port}, which the pod does not declare and the image built from {dockerfile} does not expose. Did you mean {near}?',
    },
    aliases: [],
    references: [
      'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
      'https://docs.docker.com/reference/dockerfile/#expose',
    ],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ file, model, env }) {
    const pods = new Map<Workload, PodPorts>();
    for (const { workload, container, name, built } of ownServices({ file, model, env })) {
      const probes = probesOf(container);
      const exposed = exposedPorts(built);
      const declared = declaredPorts(container);
      if (probes.length === 0 || !exposed || !declared) continue;
      const pod = pods.get(workload) ?? portsOfPod(workload);
      pods.set(workload, pod);
      if (pod.isUnknown) continue;
      const tcp = declared.filter(({ protocol = 'tcp' }) => protocol === 'tcp').map(({ number }) => number);
      // Without a declaration the image alone says where the program listens.
      const likely = tcp.length > 0 ? tcp : exposed.flatMap(({ first, last }) => (first === last ? first : []));
      for (const { field, probe } of probes) {
        const asked = portAsked(probe);
        if (typeof asked?.value !== 'number' || pod.numbers.has(asked.value)) continue;
        if (isExposed(exposed, asked.value) || mayChoosePort(workload, container, asked.value)) continue;
        const data = { probe: field, container: name, port: asked.text, dockerfile: built.path };
        const where = { span: asked.span, related: exposedAt(built, exposed), key: `${container.key}/${field}` };
        const [near] = likely;
        if (near === undefined || likely.length > 1) {
          yield { message: 'other', data: { ...data, exposed: portList(exposed.map(portText)) }, ...where };
          continue;
        }
        const edits = replaceScalar(editSource(file, workload.resource), asked, String(near));
        const fixes = fixOf(`Ask port ${near}`, 'suggested', edits);
        yield { message: 'near', data: { ...data, near: String(near) }, ...where, fixes };
      }
    }
  }),
);

/** The literal port that a probe asks on the pod itself. */
function portAsked(probe: YamlMapping): YamlScalar | undefined {
  const action = ACTIONS.find((name) => !isNull(at(probe, name)));
  return action === undefined || !isNull(at(probe, action, 'host')) ? undefined : asScalar(at(probe, action, 'port'));
}

import { kubernetesRule } from '../../engine/rule.ts';
import { replaceScalar } from '../../model/yaml/index.ts';
import { editSource, fixOf } from '../kubernetes/support/edits.ts';
import { oncePerSpan } from '../kubernetes/support/once-per-span.ts';
import { exposedAt, portList, portText } from './support/ports.ts';
import { unexposedProbes } from './support/unexposed-probes.ts';

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
  oncePerSpan(function* (context) {
    for (const { own, field, asked, exposed, likely } of unexposedProbes(context)) {
      const { workload, container, name, built } = own;
      const data = { probe: field, container: name, port: asked.text, dockerfile: built.path };
      const where = { span: asked.span, related: exposedAt(built, exposed), key: `${container.key}/${field}` };
      const [near] = likely;
      if (near === undefined || likely.length > 1) {
        yield { message: 'other', data: { ...data, exposed: portList(exposed.map(portText)) }, ...where };
        continue;
      }
      const edits = replaceScalar(editSource(context.file, workload.resource), asked, String(near));
      const fixes = fixOf(`Ask port ${near}`, 'suggested', edits);
      yield { message: 'near', data: { ...data, near: String(near) }, ...where, fixes };
    }
  }),
);

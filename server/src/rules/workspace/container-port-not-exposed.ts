import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { replaceScalar, setPath } from '../../model/yaml/index.ts';
import type { ExposedPortFact } from '../../model/dockerfile/index.ts';
import { editSource, fixOf } from '../kubernetes/support/edits.ts';
import { oncePerSpan } from '../kubernetes/support/once-per-span.ts';
import { type OwnImage, ownServices } from './support/own-images.ts';
import {
  type DeclaredPort,
  declaredPorts,
  exposedAt,
  exposedPorts,
  isExposed,
  mayChoosePort,
  portList,
  portText,
} from './support/ports.ts';

export const containerPortNotExposed = kubernetesRule(
  {
    id: 'workspace/container-port-not-exposed',
    title: 'Container port that its image does not expose',
    why: 'EXPOSE in a Dockerfile says where the program listens, and `containerPort` says it again. Where they differ, and nothing in the manifest tells the program another port, one of them is wrong: a Service or a probe that follows it reaches nobody. The rule speaks only of images that are built from a Dockerfile of the workspace.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      other:
        'Container `{container}` declares port {declared}, but the image built from {dockerfile} exposes {exposed}. Make them agree.',
      near: 'Container `{container}` declares port {declared}, but the image built from {dockerfile} exposes {exposed}. Did you mean `{near}`?',
    },
    aliases: [],
    references: [
      'https://docs.docker.com/reference/dockerfile/#expose',
      'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports',
    ],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const own of ownServices(context)) {
      const { workload, container, built } = own;
      const exposed = exposedPorts(built);
      const declared = declaredPorts(container);
      const [first] = declared ?? [];
      if (!exposed || !declared || !first) continue;
      if (
        declared.some(
          ({ number, protocol }) => isExposed(exposed, number, protocol) || mayChoosePort(workload, container, number),
        )
      )
        continue;
      const data = {
        container: own.name,
        declared: portList(declared.map(({ number, protocol }) => portText({ first: number, last: number, protocol }))),
        dockerfile: built.path,
        exposed: portList(exposed.map(portText)),
      };
      const where = { span: first.scalar.span, related: exposedAt(built, exposed), key: `${container.key}/ports` };
      const [only] = exposed;
      if (!only || declared.length > 1 || exposed.length > 1 || only.first !== only.last)
        yield { message: 'other', data, ...where };
      else
        yield { message: 'near', data: { ...data, near: portText(only) }, ...where, fixes: fixesOf(context, own, first, only) };
    }
  }),
);

/** A port of the node stays in step with the container's only in a person's hands. */
function fixesOf({ file }: Context<'kubernetes'>, { workload }: OwnImage, port: DeclaredPort, exposed: ExposedPortFact) {
  const source = editSource(file, workload.resource);
  const { protocol = 'tcp' } = exposed;
  if (exposed.first === port.number)
    return fixOf(
      `Set \`protocol: ${protocol.toUpperCase()}\``,
      'suggested',
      setPath(source, port.node, ['protocol'], protocol.toUpperCase()),
    );
  if (
    protocol !== (port.protocol ?? 'tcp') ||
    port.node.entries.some(({ key }) => key.kind === 'scalar' && key.text === 'hostPort')
  )
    return [];
  return fixOf(`Declare port ${exposed.first}`, 'suggested', replaceScalar(source, port.scalar, String(exposed.first)));
}

import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { type Container, lookup, type Workload } from '../../model/kubernetes/index.ts';
import { asSequence, entryOf, appendItem, replaceScalar, setPath, type YamlScalar } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { nearestName } from './support/nearest-name.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { type PodPorts, type Port, portAsked, portsOf, portsOfPod, probesOf } from './support/probes.ts';
import { type Target, targetsOf } from './support/targets.ts';
import { unexposedProbes } from '../workspace/support/unexposed-probes.ts';

export const probePortMissing = kubernetesRule(
  {
    id: 'kubernetes/probe-port-missing',
    title: 'Probe of a port that is not declared',
    why: 'A probe may name its port only if the same container declares a port of that name; otherwise it fails forever, and a liveness probe then restarts the container again and again. A number works without a declaration, but one that is declared nowhere is often a slip.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      name: 'The `{probe}` of container `{container}` asks the port `{port}`, which the container does not declare, so it always fails. Name one of its `ports`.',
      misspelt:
        'The `{probe}` of container `{container}` asks the port `{port}`, which the container does not declare. Did you mean `{nearest}`?',
      quoted:
        'The port `{port}` in the `{probe}` of container `{container}` is in quotes, so Kubernetes takes it for a name and rejects it. Write the bare number.',
      number:
        'The `{probe}` of container `{container}` asks port {port}, which no container of the pod declares. Check the number, or declare it.',
    },
    aliases: ['kube-linter:liveness-port', 'kube-linter:readiness-port', 'kube-linter:startup-port'],
    references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    const podPorts = new Map<Workload, PodPorts>();
    const told = lazily(() => new Set([...unexposedProbes(context)].map(({ asked }) => asked.span.start)));
    for (const target of targetsOf(context.model)) {
      const pod = podPorts.get(target.workload) ?? portsOfPod(target.workload);
      podPorts.set(target.workload, pod);
      for (const { field, probe } of probesOf(target.container)) {
        const node = portAsked(probe);
        if (node) yield* judged(context, target, pod, field, node, told);
      }
    }
  }),
);

function* judged(
  { file }: Context<'kubernetes'>,
  { workload, container, name }: Target,
  pod: PodPorts,
  probe: string,
  node: YamlScalar,
  told: () => ReadonlySet<number>,
) {
  const port = node.text;
  const source = editSource(file, workload.resource);
  const where = { span: node.span, key: `${container.key}/${probe}` };
  const data = { probe, container: name, port };
  if (typeof node.value === 'string' && /^\d+$/.test(port)) {
    const bare = node.style === 'single' || node.style === 'double' ? ([{ span: node.span, newText: port }] as const) : undefined;
    yield { message: 'quoted', data, ...where, fixes: fixOf(`Write ${port}`, 'safe', bare) } as const;
    return;
  }
  const ports = portsOf(container);
  if (!ports || container.isPartial) return;
  if (typeof node.value === 'number') {
    if (pod.isUnknown || pod.numbers.has(node.value)) return;
    const fixes = fixOf(`Declare port ${port}`, 'suggested', declaration(source, container, port));
    // Where the image's Dockerfile knows the port no more than the pod, that is the better thing to say.
    const cause = told().has(node.span.start) ? ({ summedUpBy: 'workspace/probe-port-not-exposed' } as const) : {};
    yield { message: 'number', data, ...where, severity: 'info', fixes, ...cause } as const;
  } else if (typeof node.value === 'string' && port !== '' && !port.includes('$') && !ports.some((one) => one.name === port)) {
    const near = nearestName(
      port,
      ports.flatMap(({ name: known }) => known ?? []),
    );
    const meant = near ?? pod.numberOf.get(port)?.toString() ?? onlyOne(ports);
    const fixes = meant === undefined ? [] : fixOf(`Ask port \`${meant}\``, 'suggested', replaceScalar(source, node, meant));
    if (near === undefined) yield { message: 'name', data, ...where, fixes } as const;
    else yield { message: 'misspelt', data: { ...data, nearest: near }, ...where, fixes } as const;
  }
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const onlyOne = ([first, second]: readonly Port[]): string | undefined =>
  second || !first ? undefined : (first.name ?? (first.number === undefined ? undefined : String(first.number)));

function declaration(source: ReturnType<typeof editSource>, { node }: Container, port: string) {
  const list = asSequence(entryOf(node, 'ports')?.value);
  if (lookup(node, 'ports').state === 'absent') return setPath(source, node, ['ports'], [{ containerPort: port }]);
  return list && appendItem(source, list, { containerPort: port });
}

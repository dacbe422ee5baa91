import { type Context, kubernetesRule } from '../../engine/rule.ts';
import type { Resource, WorkloadFact } from '../../model/kubernetes/index.ts';
import { asScalar, at, type Edits, itemsOf, replaceScalar, type YamlScalar } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { type Located, related } from './support/located.ts';
import { nearestName } from './support/nearest-name.ts';
import { isPortName } from './support/port-name.ts';
import { mayLack, selectedPods, targetPorts } from './support/target-ports.ts';
import { targetsOf } from './support/targets.ts';
import { type Unit, unitOf } from './support/unit.ts';
import { keyOfResource, titleOf } from './support/resource-title.ts';
import { summedUpBy } from './support/summed-up-by.ts';

export const serviceTargetPort = kubernetesRule(
  {
    id: 'kubernetes/service-target-port',
    title: 'Service sends traffic to a port that its pods do not have',
    why: 'A `targetPort` that is a name is looked up among the ports of the containers; where none has it, the Service has no endpoints for that port. A number that no container declares may still work, because declaring ports is a habit and no duty, so it is told as a hint. Port names have at most 15 lower-case letters, digits and dashes.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      name: 'No container of {workload} has a port named `{port}`.',
      near: 'No container of {workload} has a port named `{port}`. Did you mean `{near}`?',
      number: 'No container of {workload} declares port {port}.',
      nearNumber: 'No container of {workload} declares port {port}. Did you mean `{near}`?',
      quoted: '`{port}` in quotes is looked for as the name of a port, and no name is all digits. Write it without quotes.',
      range: 'Port {port} does not exist. Ports are 1 to 65535.',
      invalid: '`{port}` is no name of a port: at most 15 lower-case letters, digits and single dashes, at least one letter.',
    },
    aliases: ['kube-linter:invalid-target-ports', 'kube-score:Container Ports Check'],
    references: ['https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { model, file, env } = context;
    yield* containerPorts(context);
    let unit: Unit | undefined;
    for (const resource of model.resources) {
      if (resource.kind !== 'Service' || resource.group !== '') continue;
      for (const { node, isDefault } of targetPorts(resource)) {
        const key = `${keyOfResource(resource)}/${node.text}`;
        if (typeof node.value === 'string' && !isPortName(node.value)) {
          if (!isLiteral(node.text)) continue;
          const where = { data: { port: node.text }, span: node.span, key };
          if (!/^\d+$/.test(node.text)) yield { message: 'invalid', ...where };
          else yield { message: 'quoted', ...where, fixes: fixOf(`Write ${node.text}`, 'safe', unquoted(node)) };
          continue;
        }
        if (typeof node.value === 'number' && (node.value < 1 || node.value > LAST_PORT)) {
          yield { message: 'range', data: { port: node.text }, span: node.span, key };
          continue;
        }
        unit ??= unitOf(file.path, env.workspace);
        const pods = selectedPods(resource, unit);
        const [first] = pods;
        if (!first || pods.some(({ fact }) => !mayLack(fact, node))) continue;
        yield problem(context, resource, node, first, isDefault, key);
      }
    }
  },
);

/** Not what a tool fills in before Kubernetes reads it. */
const isLiteral = (text: string): boolean => !/[{}<>$%]/.test(text);

/** Names of container ports that Kubernetes rejects, so that no Service can ask for them. */
function* containerPorts({ model }: Context<'kubernetes'>) {
  for (const { container } of targetsOf(model)) {
    for (const item of itemsOf(at(container.node, 'ports'))) {
      const node = asScalar(at(item, 'name'));
      if (typeof node?.value !== 'string' || node.text === '' || !isLiteral(node.text) || isPortName(node.value)) continue;
      const key = `${container.key}/ports/${node.text}`;
      yield {
        message: 'invalid',
        data: { port: node.text },
        span: node.span,
        key,
        ...summedUpBy('kubernetes/label-value-invalid'),
      } as const;
    }
  }
}

const LAST_PORT = 65_535;

/** The digits alone. What begins with a zero is another number without its quotes. */
const unquoted = ({ text, style, span }: YamlScalar): Edits =>
  (style === 'single' || style === 'double') && /^[1-9]/.test(text) ? [{ span, newText: text }] : undefined;

function problem(
  { file }: Context<'kubernetes'>,
  resource: Resource,
  node: YamlScalar,
  first: Located<WorkloadFact>,
  isDefault: boolean,
  key: string,
) {
  const ports = first.fact.containers.flatMap((container) => container.ports ?? []);
  const isNumber = typeof node.value === 'number';
  const known = isNumber ? [...new Set(ports.map(({ port }) => String(port)))] : ports.flatMap(({ name }) => name ?? []);
  const near = known.length === 1 ? known[0] : isNumber ? undefined : nearestName(node.text, known);
  const data = { workload: titleOf(first.fact), port: node.text };
  const where = {
    span: node.span,
    key,
    related: [related(file.path, first, 'The Service selects these pods.')],
    ...(isNumber && { severity: 'info' as const }),
  };
  if (near === undefined) return { message: isNumber ? 'number' : 'name', data, ...where } as const;
  const edits = isDefault ? undefined : replaceScalar(editSource(file, resource), node, near);
  const fixes = fixOf(`Use port \`${near}\``, 'suggested', edits);
  return { message: isNumber ? 'nearNumber' : 'near', data: { ...data, near }, fixes, ...where } as const;
}

import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { type Resource, selectionOf, selects, type WorkloadFact } from '../../model/kubernetes/index.ts';
import { asMapping, asScalar, at, entryOf, itemsOf, replaceScalar, type YamlScalar } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { possiblyPicked } from './support/labelled.ts';
import { isNear, type Located, related, workloadsIn } from './support/located.ts';
import { keyOfResource, titleOf } from './support/resource-title.ts';
import { nearestName } from './support/nearest-name.ts';
import { isPortName } from './support/port-name.ts';
import { targetsOf } from './support/targets.ts';
import { type Unit, unitOf } from './support/unit.ts';
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
      invalid: '`{port}` is no name of a port: at most 15 lower-case letters, digits and single dashes, at least one letter.',
    },
    aliases: ['kube-linter:invalid-target-ports', 'kube-score:Container Ports Check'],
    references: ['https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports'],
    fix: 'suggested',
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
          // A number in quotes is a name for Kubernetes, and one without a letter.
          const isNumber = /^\d+$/.test(node.text);
          if ((isNumber && isDefault) || !isLiteral(node.text)) continue;
          const bare = isNumber ? ([{ span: node.span, newText: node.text }] as const) : undefined;
          const fixes = fixOf(`Write ${node.text} without quotes`, 'suggested', bare);
          yield { message: 'invalid', data: { port: node.text }, span: node.span, fixes, key };
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

/** Where traffic goes: `targetPort`, else `port` itself. */
const targetPorts = ({ node }: Resource): readonly { readonly node: YamlScalar; readonly isDefault: boolean }[] =>
  itemsOf(at(node, 'spec', 'ports')).flatMap((item) => {
    const target = entryOf(asMapping(item), 'targetPort');
    const scalar = asScalar(target ? target.value : at(item, 'port'));
    return scalar && scalar.value !== null ? [{ node: scalar, isDefault: !target }] : [];
  });

/** All pods that the Service plainly selects; none where it may select others. */
function selectedPods(resource: Resource, unit: Unit): readonly Located<WorkloadFact>[] {
  const selection = selectionOf(resource);
  if (!selection || unit.isOpen || Object.keys(selection.selector.labels).length === 0) return [];
  const pods = possiblyPicked(workloadsIn(unit), selection.selector).filter(isNear(unit, resource.namespace));
  const verdicts = pods.map((each) => ({ each, verdict: selects(selection.selector, each.fact.labels) }));
  return verdicts.some(({ verdict }) => verdict === undefined)
    ? []
    : verdicts.flatMap(({ each, verdict }) => (verdict ? [each] : []));
}

/** Whether no container has the port. A pod that declares no numbers at all declares none on purpose. */
function mayLack({ containers, isPartial }: WorkloadFact, { value }: YamlScalar): boolean {
  if (isPartial || containers.some(({ ports }) => !ports)) return false;
  const ports = containers.flatMap((container) => container.ports ?? []);
  if (typeof value !== 'number') return !ports.some(({ name }) => name === value);
  return ports.length > 0 && !ports.some(({ port }) => port === value);
}

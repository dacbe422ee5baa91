import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Resource, type Workload } from '../../model/kubernetes/index.ts';
import { asMapping, at, replaceScalar, setPath, stringOf, type YamlScalar, asScalar } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { nearestName } from './support/nearest-name.ts';
import { type Neighbourhood, neighbourhoodOf } from './support/neighbourhood.ts';
import { type Senders, sendersOf } from './support/services.ts';
import { relatedTo, unitModelOf } from './support/unit-model.ts';

export const statefulsetServiceName = kubernetesRule(
  {
    id: 'kubernetes/statefulset-service-name',
    title: 'StatefulSet without its headless Service',
    why: 'The pods of a StatefulSet have stable names in DNS, such as `db-0.db`, only through the Service that `serviceName` names. It has to be headless (`clusterIP: None`) and to select the pods. The field cannot be changed later, so a slip means deleting the StatefulSet.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      unset: 'StatefulSet `{name}` has no `serviceName`, so its pods have no names in DNS. Name its headless Service.',
      unknown:
        'There is no Service `{service}` beside StatefulSet `{name}`, so its pods have no names in DNS. Add a headless Service of that name.',
      misspelt: 'There is no Service `{service}` beside StatefulSet `{name}`. Did you mean `{nearest}`?',
      headed:
        'Service `{service}` of StatefulSet `{name}` is not headless, so its pods have no names in DNS. Use a Service with `clusterIP: None`.',
      unselected:
        'Service `{service}` does not select the pods of StatefulSet `{name}`, so they have no names in DNS. Compare its selector with their labels.',
    },
    aliases: ['kics:statefulset_without_service_name', 'kube-score:StatefulSet has ServiceName'],
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const unit = unitModelOf(context);
    const neighbourhood = neighbourhoodOf(unit);
    const senders = sendersOf(unit);
    for (const workload of context.model.workloads) {
      if (workload.resource.kind !== 'StatefulSet' || workload.resource.group !== 'apps') continue;
      for (const problem of judged(context, workload, neighbourhood, senders)) yield { ...problem, key: workload.key };
    }
  },
);

function* judged(context: Context<'kubernetes'>, workload: Workload, neighbourhood: Neighbourhood, senders: Senders) {
  const { resource } = workload;
  const sending = senders(workload);
  const found = lookup(resource.node, 'spec', 'serviceName');
  const data = { name: resource.name ?? '' };
  // The one that would do, if there is just one.
  const [fitting, ...more] = sending.filter((service) => isHeadless(service));
  const meant = more.length === 0 ? fitting?.name : undefined;
  const spec = asMapping(at(resource.node, 'spec'));
  if (found.state === 'absent' && !resource.isPartial && spec) {
    const edits =
      meant === undefined ? undefined : setPath(editSource(context.file, resource), spec, ['serviceName'], meant, 'selector');
    const fixes = fixOf(`Name \`${meant ?? ''}\``, 'suggested', edits);
    yield { message: 'unset', data, span: found.near ?? resource.nameSpan, fixes } as const;
  }
  const node = found.state === 'present' ? asScalar(found.node) : undefined;
  if (typeof node?.value !== 'string') return;
  const use = (name: string | undefined) => (name === undefined ? [] : renamed(context, resource, node, name));
  const about = { ...data, service: node.text };
  const service = neighbourhood.named(resource, 'Service', '', node.text);
  if (!service) {
    const services = neighbourhood.near(resource, 'Service', '');
    if (services.length === 0 || services.some(({ name }) => name === undefined)) return;
    const near =
      meant ??
      nearestName(
        node.text,
        services.filter(isHeadless).flatMap(({ name }) => name ?? []),
      );
    if (near === undefined) yield { message: 'unknown', data: about, span: node.span } as const;
    else yield { message: 'misspelt', data: { ...about, nearest: near }, span: node.span, fixes: use(near) } as const;
    return;
  }
  const related = [relatedTo(service, 'The Service is here.')];
  if (isHeadless(service) === false)
    yield { message: 'headed', data: about, span: node.span, related, fixes: use(meant) } as const;
  else if (lookup(service.node, 'spec', 'selector').state !== 'absent' && !sending.includes(service))
    yield { message: 'unselected', data: about, span: node.span, related, fixes: use(meant) } as const;
}

const renamed = ({ file }: Context<'kubernetes'>, resource: Resource, node: YamlScalar, name: string) =>
  fixOf(`Name \`${name}\``, 'suggested', replaceScalar(editSource(file, resource), node, name));

/** Undefined where that is not known. */
function isHeadless({ node, isPartial }: Resource): boolean | undefined {
  const found = lookup(node, 'spec', 'clusterIP');
  if (found.state === 'absent') return isPartial ? undefined : false;
  return found.state === 'present' ? stringOf(found.node) === 'None' : undefined;
}

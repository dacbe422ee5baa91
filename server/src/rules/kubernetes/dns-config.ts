import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Workload } from '../../model/kubernetes/index.ts';
import {
  appendItem,
  asMapping,
  asScalar,
  asSequence,
  at,
  itemsOf,
  setPath,
  stringOf,
  type YamlMapping,
} from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { isWhole, placeInPod } from './support/pod-field.ts';

const WANTED = { name: 'ndots', value: '"2"' };

export const dnsConfig = kubernetesRule(
  {
    id: 'kubernetes/dns-config',
    title: 'DNS settings that multiply queries',
    why: 'Kubernetes sets `ndots` to 5, so a name such as `api.example.com` is first looked up in each search domain of the cluster, which multiplies the queries and the waiting. `ndots: 2` still finds services by `name.namespace`. Few programs notice, so the rule is off by default.',
    severity: 'info',
    confidence: 'medium',
    profiles: [],
    messages: {
      unset:
        '{workload} looks up names outside of the cluster several times, because `ndots` is 5. Set it to 2 in `dnsConfig.options`.',
      other: 'The `ndots` of {workload} is `{value}`. Set it to 2.',
    },
    aliases: ['kube-linter:dnsconfig-options'],
    references: ['https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    for (const workload of context.model.workloads) {
      const { spec, title, key } = workload;
      // The node's own settings have neither the search domains nor the five.
      if (!isWhole(workload) || stringOf(at(spec, 'dnsPolicy')) === 'Default') continue;
      const found = lookup(spec, 'dnsConfig', 'options');
      if (found.state === 'unknown') continue;
      const options = found.state === 'present' ? itemsOf(found.node).flatMap((item) => asMapping(item) ?? []) : [];
      const option = options.find((item) => stringOf(at(item, 'name')) === 'ndots');
      const value = option && asScalar(at(option, 'value'));
      if (value?.text === '2' || (option && !value)) continue;
      const fixes = fixOf('Set `ndots` to 2', 'suggested', edited(context, workload, option));
      if (value) yield { message: 'other', data: { workload: title, value: value.text }, span: value.span, fixes, key };
      else {
        const span = found.state === 'present' ? found.entry.key.span : placeInPod(found, workload);
        yield { message: 'unset', data: { workload: title }, span, fixes, key };
      }
    }
  },
);

function edited({ file }: Context<'kubernetes'>, { resource, spec }: Workload, option: YamlMapping | undefined) {
  const source = editSource(file, resource);
  if (option) return setPath(source, option, ['value'], WANTED.value);
  const list = asSequence(at(spec, 'dnsConfig', 'options'));
  return list ? appendItem(source, list, WANTED) : setPath(source, spec, ['dnsConfig', 'options'], [WANTED], 'containers');
}

import { kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { asMapping, asScalar, at, isNull, itemsOf, type YamlMapping, type YamlNode } from '../../model/yaml/index.ts';
import { keyOfResource, resourcesOfKind, titleOf } from './support/resource-title.ts';

const DIRECTIONS = [
  { field: 'ingress', peers: 'from', type: 'Ingress' },
  { field: 'egress', peers: 'to', type: 'Egress' },
] as const;

export const networkPolicySelectsAll = kubernetesRule(
  {
    id: 'kubernetes/network-policy-selects-all',
    title: 'NetworkPolicy that allows everything to every pod',
    why: 'Policies add up, so one that selects every pod of its namespace and allows everything undoes all others there: what they forbid is open again, and nothing shows it. Select the pods that need it, or name the peers or ports. A default policy for all pods should have no rules at all.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      open: '{policy} allows all {direction} of every pod in its namespace, whatever other policies say. Name pods, peers or ports.',
    },
    aliases: [],
    references: ['CWE-923', 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const resource of resourcesOfKind(model, 'NetworkPolicy', ['networking.k8s.io', 'extensions'])) {
      const { node, isPartial } = resource;
      if (!selectsAll(node, isPartial)) continue;
      const types = at(node, 'spec', 'policyTypes');
      const listed = itemsOf(types).map((type) => asScalar(type)?.text);
      for (const { field, peers, type } of DIRECTIONS) {
        // Without types every policy is about ingress, and about egress if it has such rules.
        if (listed.length > 0 && !listed.includes(type)) continue;
        const open = openRule(at(node, 'spec', field), peers);
        if (!open) continue;
        const data = { policy: titleOf(resource), direction: field };
        yield { message: 'open', data, span: open.span, key: `${keyOfResource(resource)}/${field}` };
      }
    }
  },
);

function selectsAll(node: YamlMapping, isPartial: boolean): boolean {
  const found = lookup(node, 'spec', 'podSelector');
  if (found.state !== 'present') return found.state === 'absent' && !isPartial;
  const selector = asMapping(found.node);
  return selector?.entries.every(({ value }) => isNull(value) || isEmpty(value)) ?? false;
}

const isEmpty = (node: YamlNode | undefined): boolean =>
  (node?.kind === 'mapping' && node.entries.length === 0) || (node?.kind === 'sequence' && node.items.length === 0);

/** The first rule without ports and peers, or with every address as a peer. */
const openRule = (rules: YamlNode | undefined, peers: string): YamlNode | undefined =>
  itemsOf(rules).find((item) => {
    const rule = asMapping(item);
    if (!rule || isKnown(rule, 'ports') !== 'empty') return false;
    const state = isKnown(rule, peers);
    return state === 'empty' || (state === 'filled' && itemsOf(at(rule, peers)).some(isEverywhere));
  });

function isKnown(rule: YamlMapping, field: string): 'empty' | 'filled' | 'unknown' {
  const found = lookup(rule, field);
  if (found.state === 'absent') return 'empty';
  if (found.state === 'unknown' || found.node.kind !== 'sequence') return 'unknown';
  return found.node.items.length === 0 ? 'empty' : 'filled';
}

const isEverywhere = (peer: YamlNode): boolean =>
  /^(?:0\.0\.0\.0|::)\/0$/.test(asScalar(at(peer, 'ipBlock', 'cidr'))?.text ?? '') &&
  itemsOf(at(peer, 'ipBlock', 'except')).length === 0;

import type { FlagDemand } from '../../../knowledge/control-plane/index.ts';
import { lookup, type Resource } from '../../../model/kubernetes/index.ts';
import {
  asMapping,
  asScalar,
  at,
  deleteItem,
  type Edits,
  type EditSource,
  entryOf,
  itemsOf,
  keyOf,
  replaceScalar,
  stringOf,
  type YamlNode,
  type YamlScalar,
} from '../../../model/yaml/index.ts';

/** A setting of a component that stands in a configuration file instead of a flag. */
export interface ComponentSetting {
  readonly row: FlagDemand;
  readonly value: string;
  /** As a person would write it. */
  readonly text: string;
  readonly node: YamlScalar;
  readonly key: string;
  /** Puts `better` in the place of the value; an item of a list goes. */
  readonly replace: (source: EditSource, better: string | undefined) => Edits;
}

/** Where kubeadm takes flags from (https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/). */
const EXTRA_ARGUMENTS: readonly { readonly component: FlagDemand['component']; readonly path: readonly string[] }[] = [
  { component: 'kube-apiserver', path: ['apiServer', 'extraArgs'] },
  { component: 'kube-controller-manager', path: ['controllerManager', 'extraArgs'] },
  { component: 'kube-scheduler', path: ['scheduler', 'extraArgs'] },
  { component: 'etcd', path: ['etcd', 'local', 'extraArgs'] },
  { component: 'kubelet', path: ['nodeRegistration', 'kubeletExtraArgs'] },
];

/** The settings of a KubeletConfiguration or of a configuration of kubeadm that a row is about. */
export function* componentSettings(resource: Resource, rows: readonly FlagDemand[]): Generator<ComponentSetting> {
  const { group, kind } = resource;
  if (group === 'kubelet.config.k8s.io' && kind === 'KubeletConfiguration') yield* fields(resource, rows);
  else if (group === 'kubeadm.k8s.io') yield* extraArguments(resource, rows);
}

function* fields({ node: base, kind }: Resource, rows: readonly FlagDemand[]): Generator<ComponentSetting> {
  for (const row of rows) {
    const found = row.field ? lookup(base, ...row.field) : undefined;
    if (!row.field || found?.state !== 'present') continue;
    const name = row.field.join('.');
    const key = `${kind}/${row.field.join('/')}`;
    const list = found.node.kind === 'sequence' ? found.node : undefined;
    for (const [index, item] of (list ? itemsOf(list) : [found.node]).entries()) {
      const node = asScalar(item);
      if (!node) continue;
      const value = typeof node.value === 'boolean' ? String(node.value) : node.text;
      const replace = (source: EditSource, better: string | undefined): Edits =>
        list ? deleteItem(source, list, index) : better === undefined ? undefined : replaceScalar(source, node, better);
      yield { row, value, text: `${name}: ${node.text}`, node, key: list ? `${key}/${value}` : key, replace };
    }
  }
}

function* extraArguments({ node: base, kind }: Resource, rows: readonly FlagDemand[]): Generator<ComponentSetting> {
  for (const { component, path } of EXTRA_ARGUMENTS) {
    for (const [flag, value] of argumentsIn(at(base, ...path))) {
      const node = asScalar(value);
      if (!node) continue;
      const replace = (source: EditSource, better: string | undefined): Edits =>
        better === undefined ? undefined : replaceScalar(source, node, better);
      for (const row of rows) {
        if (row.component !== component || row.flag !== flag) continue;
        yield {
          row,
          value: node.text,
          text: `--${flag}=${node.text}`,
          node,
          key: `${kind}/${path.join('/')}/${flag}/${row.cis}`,
          replace,
        };
      }
    }
  }
}

/** Flags by name: a mapping up to v1beta3, a list of names and values since. */
function argumentsIn(node: YamlNode | undefined): readonly (readonly [string | undefined, YamlNode | undefined])[] {
  const mapping = asMapping(node);
  if (mapping) return mapping.entries.map((entry) => [keyOf(entry), entry.value]);
  return itemsOf(node).map((item) => [stringOf(at(item, 'name')), entryOf(asMapping(item), 'value')?.value]);
}

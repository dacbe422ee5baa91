import { type Container, lookup } from '../../../model/kubernetes/index.ts';
import { asScalar, type YamlScalar, type YamlSequence } from '../../../model/yaml/index.ts';

/** The literal capabilities that a container adds. */
export function addedCapabilities({
  node,
}: Container): readonly { readonly name: string; readonly index: number; readonly node: YamlScalar }[] {
  const found = lookup(node, 'securityContext', 'capabilities', 'add');
  if (found.state !== 'present' || found.node.kind !== 'sequence') return [];
  return found.node.items.flatMap(({ value }, index) => {
    const scalar = asScalar(value);
    return scalar ? { name: scalar.text, index, node: scalar } : [];
  });
}

/** Whether a container drops every capability. Runtimes read the word in any case. */
export function dropsAll({ node }: Container): boolean {
  const found = lookup(node, 'securityContext', 'capabilities', 'drop');
  return found.state === 'present' && found.node.kind === 'sequence' && hasAll(found.node);
}

export const hasAll = ({ items }: YamlSequence): boolean =>
  items.some(({ value }) => asScalar(value)?.text.toUpperCase() === 'ALL');

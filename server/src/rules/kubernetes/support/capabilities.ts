import type { Span } from '../../../base/span.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { Context } from '../../../engine/rule.ts';
import { type Container, lookup } from '../../../model/kubernetes/index.ts';
import { asScalar, deleteItem, deletePath, type YamlScalar, type YamlSequence } from '../../../model/yaml/index.ts';
import { editSource, fixOf } from './edits.ts';
import type { Target } from './targets.ts';

export const CAPABILITIES = ['securityContext', 'capabilities'] as const;

/** The name as the kernel's manual has it, without `CAP_`. Runtimes read names in any case and with or without the prefix. */
export const capabilityName = (text: string): string => text.toUpperCase().replace(/^CAP_/, '');

export const isNetBindService = (text: string): boolean => capabilityName(text) === 'NET_BIND_SERVICE';

/** The capabilities that are known ways out of a container, with what each is good for. */
export const WAYS_OUT: ReadonlyMap<string, string> = new Map([
  ['ALL', 'which is all there are'],
  ['BPF', 'with which it can watch the whole node'],
  ['SYS_ADMIN', 'which is as good as root on the node'],
  ['SYS_MODULE', 'with which it can load code into the kernel of the node'],
  ['SYS_PTRACE', 'with which it can take over other processes'],
]);

/** The literal capabilities that a container adds. */
export function addedCapabilities({
  node,
}: Pick<Container, 'node'>): readonly { readonly name: string; readonly index: number; readonly node: YamlScalar }[] {
  const found = lookup(node, ...CAPABILITIES, 'add');
  if (found.state !== 'present' || found.node.kind !== 'sequence') return [];
  return found.node.items.flatMap(({ value }, index) => {
    const scalar = asScalar(value);
    return scalar ? { name: scalar.text, index, node: scalar } : [];
  });
}

export interface ForbiddenCapability {
  /** As it is written. */
  readonly capability: string;
  readonly node: YamlScalar;
  readonly span: Span;
  readonly fixes: readonly Fix[];
  readonly key: string;
}

/** The capabilities that a container adds and should not, with a fix that takes each out. */
export function* forbiddenCapabilities(
  { file }: Context<'kubernetes'>,
  { workload, container }: Target,
  isForbidden: (name: string) => boolean,
): Generator<ForbiddenCapability> {
  const found = lookup(container.node, ...CAPABILITIES, 'add');
  const list = found.state === 'present' && found.node.kind === 'sequence' ? found.node : undefined;
  if (!list) return;
  const source = editSource(file, workload.resource);
  for (const { name: capability, node, index } of addedCapabilities(container)) {
    if (!isForbidden(capability)) continue;
    const edits =
      list.items.length > 1 ? deleteItem(source, list, index) : deletePath(source, container.node, [...CAPABILITIES, 'add']);
    const fixes = fixOf(`Do not add \`${capability}\``, 'suggested', edits);
    yield { capability, node, span: node.span, fixes, key: `${container.key}/${capability}` };
  }
}

/** Whether a container drops every capability. */
export const dropsAll = ({ node }: Container): boolean => {
  const found = lookup(node, ...CAPABILITIES, 'drop');
  return found.state === 'present' && found.node.kind === 'sequence' && hasAll(found.node);
};

export const hasAll = (list: YamlSequence): boolean => hasCapability(list, 'ALL');

export const hasCapability = ({ items }: YamlSequence, wanted: string): boolean =>
  items.some(({ value }) => capabilityName(asScalar(value)?.text ?? '') === wanted);

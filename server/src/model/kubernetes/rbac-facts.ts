import type { Span } from '../../base/span.ts';
import { stringOf, type YamlMapping } from '../yaml/index.ts';
import type { KubernetesFile } from './file.ts';
import { booleanAt, lookup } from './lookup.ts';
import { bindingOf, type RbacBinding, type RbacRole, roleOf, type Word, wordBudget } from './rbac.ts';
import type { Resource } from './resource.ts';
import type { Workload } from './workload.ts';

export interface AccountFact {
  /** Undefined when it is not literal. */
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly nameSpan: Span;
  /** What it says under `automountServiceAccountToken`. */
  readonly mountsToken: boolean | undefined;
}

/** A workload and the service account that its pods run as. */
export interface AccountUseFact {
  readonly title: string;
  readonly key: string;
  readonly namespace: string | undefined;
  /** Where it is not written, it is `default`, and its place is the pod's. */
  readonly account: Word;
  /** What the pod says under `automountServiceAccountToken`. */
  readonly mountsToken: boolean | undefined;
}

/** What a file says about who may do what. */
export interface RbacFacts {
  readonly roles: readonly RbacRole[];
  readonly bindings: readonly RbacBinding[];
  readonly accounts: readonly AccountFact[];
  readonly uses: readonly AccountUseFact[];
}

export const rbacFacts = ({ resources, workloads }: Pick<KubernetesFile, 'resources' | 'workloads'>): RbacFacts => ({
  roles: rolesOf(resources),
  bindings: bindingsOf(resources),
  accounts: resources
    .filter(({ kind, group }) => kind === 'ServiceAccount' && group === '')
    .map(({ name, namespace, nameSpan, node }) => ({ name, namespace, nameSpan, mountsToken: mountsToken(node) })),
  uses: workloads.flatMap(useOf),
});

/** The roles of a file, in the order of the text. */
export function rolesOf(resources: readonly Resource[]): readonly RbacRole[] {
  const budget = wordBudget();
  return resources.flatMap((resource) => roleOf(resource, budget) ?? []);
}

export function bindingsOf(resources: readonly Resource[]): readonly RbacBinding[] {
  const budget = wordBudget();
  return resources.flatMap((resource) => bindingOf(resource, budget) ?? []);
}

function useOf(workload: Workload): readonly AccountUseFact[] {
  const { title, key, resource } = workload;
  const account = accountOf(workload);
  return account ? [{ title, key, namespace: resource.namespace, account, mountsToken: mountsToken(workload.spec) }] : [];
}

function mountsToken(node: YamlMapping): boolean | undefined {
  const setting = booleanAt(node, 'automountServiceAccountToken');
  return setting === 'unknown' ? undefined : setting?.value;
}

/** `serviceAccount` is the older name of the field, which the API server still reads. */
function accountOf({ spec, specKey, isPartial }: Workload): Word | undefined {
  for (const field of ['serviceAccountName', 'serviceAccount']) {
    const found = lookup(spec, field);
    if (found.state === 'unknown') return undefined;
    if (found.state === 'absent') continue;
    const text = stringOf(found.node);
    return text === undefined || text === '' ? undefined : { text, span: found.node.span };
  }
  return isPartial ? undefined : { text: 'default', span: specKey };
}

import type { Span } from '../../base/span.ts';
import { asMapping, asScalar, at, itemsOf, keyOf, stringOf, type YamlMapping, type YamlNode } from '../yaml/index.ts';
import { lookup } from './lookup.ts';
import type { Resource } from './resource.ts';

/** A literal word and where it stands. All that this file reads is plain data, so that a file's facts can carry it. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** The literal words of a list. */
export interface Words {
  readonly words: readonly Word[];
  /** Whether these are all of them: nothing comes from a template, nothing has a wrong type. */
  readonly isComplete: boolean;
}

/** One rule of a role: it grants each of its verbs on each of its resources. A list is undefined where it is not written. */
export interface PolicyRule {
  readonly span: Span;
  readonly apiGroups: Words | undefined;
  readonly resources: Words | undefined;
  readonly verbs: Words | undefined;
  readonly resourceNames: Words | undefined;
}

interface RbacObject {
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly nameSpan: Span;
  /** For messages: "ClusterRole `reader`". */
  readonly title: string;
  readonly key: string;
  /** One of those that the API server itself creates at its start. */
  readonly isBuiltIn: boolean;
}

export interface RbacRole extends RbacObject {
  readonly kind: 'Role' | 'ClusterRole';
  readonly labels: Readonly<Record<string, string>>;
  readonly rules: readonly PolicyRule[];
  /** The labels of the ClusterRoles whose rules this one collects (`aggregationRule`); its own are overwritten with them. */
  readonly aggregates: readonly Readonly<Record<string, string>>[];
}

export interface RbacSubject {
  readonly kind: string;
  readonly name: Word;
  readonly namespace: string | undefined;
}

export interface RbacBinding extends RbacObject {
  readonly kind: 'RoleBinding' | 'ClusterRoleBinding';
  /** Undefined when it is not literal. */
  readonly role: { readonly kind: string; readonly name: Word } | undefined;
  readonly subjects: readonly RbacSubject[];
}

/**
 * How many words may still be read. A list that stands behind many aliases is many lists to its readers, and to the facts of its file; no person writes
 * as many as are allowed.
 */
export interface WordBudget {
  left: number;
}
const MOST_WORDS = 100_000;
export const wordBudget = (): WordBudget => ({ left: MOST_WORDS });
const MOST_LABELS = 50;

/** OpenShift serves the same objects under a group of its own. */
const OPENSHIFT = 'authorization.openshift.io';
const GROUPS: readonly string[] = ['rbac.authorization.k8s.io', OPENSHIFT];

export function roleOf(resource: Resource, budget: WordBudget): RbacRole | undefined {
  const { kind, node } = resource;
  if (!GROUPS.includes(resource.group) || (kind !== 'Role' && kind !== 'ClusterRole')) return undefined;
  const selectors = itemsOf(at(node, 'aggregationRule', 'clusterRoleSelectors')).slice(0, MOST_LABELS);
  return {
    kind,
    ...objectOf(resource),
    labels: labelsOf(at(node, 'metadata', 'labels')),
    rules: itemsOf(at(node, 'rules')).flatMap((item) => policyRule(asMapping(item), resource.isPartial, budget)),
    aggregates: selectors.map((selector) => labelsOf(at(selector, 'matchLabels'))),
  };
}

export function bindingOf(resource: Resource, budget: WordBudget): RbacBinding | undefined {
  const { kind, node } = resource;
  if (!GROUPS.includes(resource.group) || (kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding')) return undefined;
  const name = wordOf(at(node, 'roleRef', 'name'));
  const roleKind = stringOf(at(node, 'roleRef', 'kind')) ?? (resource.group === OPENSHIFT ? openShiftKind(node) : undefined);
  return {
    kind,
    ...objectOf(resource),
    role: name && roleKind !== undefined ? { kind: roleKind, name } : undefined,
    subjects: itemsOf(at(node, 'subjects')).flatMap((item) => (budget.left-- > 0 ? subjectOf(item) : [])),
  };
}

/** There a reference has no kind; one without a namespace is to a ClusterRole. */
const openShiftKind = (node: YamlMapping): string => (at(node, 'roleRef', 'namespace') ? 'Role' : 'ClusterRole');

function objectOf(resource: Resource): RbacObject {
  const { kind, name, namespace, nameSpan, node } = resource;
  const bootstrapping = stringOf(at(node, 'metadata', 'labels', 'kubernetes.io/bootstrapping'));
  return {
    name,
    namespace,
    nameSpan,
    title: name === undefined ? kind : `${kind} \`${name}\``,
    key: `${kind}/${namespace ?? ''}/${name ?? ''}`,
    isBuiltIn: bootstrapping === 'rbac-defaults' || name?.startsWith('system:') === true,
  };
}

function policyRule(node: YamlMapping | undefined, isPartial: boolean, budget: WordBudget): readonly PolicyRule[] {
  if (!node || budget.left-- <= 0) return [];
  const words = (name: string): Words | undefined => wordsAt(node, name, isPartial, budget);
  return [
    {
      span: node.span,
      apiGroups: words('apiGroups'),
      resources: words('resources'),
      verbs: words('verbs'),
      resourceNames: words('resourceNames'),
    },
  ];
}

function wordsAt(node: YamlMapping, name: string, isPartial: boolean, budget: WordBudget): Words | undefined {
  const found = lookup(node, name);
  // A key with nothing behind it is one whose value a template writes.
  const isTemplated = isPartial && found.state === 'absent' && found.near !== undefined;
  if (found.state === 'absent' && !isTemplated) return undefined;
  if (found.state !== 'present' || found.node.kind !== 'sequence') return { words: [], isComplete: false };
  if (budget.left < found.node.items.length) return { words: [], isComplete: false };
  budget.left -= found.node.items.length;
  const words = found.node.items.flatMap(({ value }) => wordOf(value) ?? []);
  return { words, isComplete: words.length === found.node.items.length };
}

function wordOf(node: YamlNode | undefined): Word | undefined {
  const scalar = asScalar(node);
  return typeof scalar?.value === 'string' ? { text: scalar.value, span: scalar.span } : undefined;
}

function subjectOf(node: YamlNode): readonly RbacSubject[] {
  const name = wordOf(at(node, 'name'));
  return name ? [{ kind: stringOf(at(node, 'kind')) ?? '', name, namespace: stringOf(at(node, 'namespace')) }] : [];
}

function labelsOf(node: YamlNode | undefined): Readonly<Record<string, string>> {
  const pairs = (asMapping(node)?.entries ?? []).slice(0, MOST_LABELS).flatMap((entry): [string, string][] => {
    const key = keyOf(entry);
    const value = stringOf(entry.value);
    return key === undefined || value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(pairs);
}

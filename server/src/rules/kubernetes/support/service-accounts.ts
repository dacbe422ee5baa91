import { Memo, remembered } from '../../../base/memo.ts';
import { booleanAt, type KubernetesFile, lookup, type Resource, type Workload } from '../../../model/kubernetes/index.ts';
import { asMapping, asScalar, at, itemsOf, stringOf } from '../../../model/yaml/index.ts';
import type { Unit } from './unit.ts';

/** The account that a pod gets when it names none. */
export const DEFAULT_ACCOUNT = 'default';

const MOST_NAMES = 5;

/** The name of the service account of a pod, `default` when it names none; undefined when that is not known. */
export function accountOf({ spec, isPartial }: Workload): string | undefined {
  for (const field of ['serviceAccountName', 'serviceAccount']) {
    const found = lookup(spec, field);
    if (found.state === 'absent') continue;
    const name = found.state === 'present' ? asScalar(found.node)?.text : undefined;
    if (name !== '') return name;
  }
  return isPartial ? undefined : DEFAULT_ACCOUNT;
}

/** The namespaces of accounts with rights, by name; undefined where the namespace is not known. */
type Namespaces = Map<string, Set<string | undefined>>;

interface Learned {
  readonly bound: Namespaces;
  /** Accounts that keep their token from pods. */
  readonly withholding: ReadonlySet<string>;
}

/** What the files of a unit tell of accounts. */
const LEARNED = new Memo(({ files }: Unit): Learned => {
  const bound: Namespaces = new Map();
  const withholding = new Set<string>();
  for (const { kind, group, name, namespace, automountsToken, references } of files.flatMap(([, { resources }]) => resources)) {
    if (kind === 'ServiceAccount' && group === '' && automountsToken === false) withholding.add(keyOf(namespace, name));
    for (const reference of references) {
      if (reference.use === 'subject' && reference.kind === 'ServiceAccount')
        remembered(bound, reference.name, () => new Set()).add(reference.namespace);
    }
  }
  return { bound, withholding };
});

/** What a file, and what is deployed with it, says about service accounts, by namespace and name. Read once for a file. */
export class ServiceAccounts {
  readonly #accounts = new Map<string, Resource>();
  readonly #names = new Map<string, string[]>();
  readonly #bound: Namespaces = new Map();
  readonly #unit: Learned | undefined;

  /** @param unit what is deployed with the file */
  constructor({ resources }: KubernetesFile, unit?: Unit) {
    this.#unit = unit && LEARNED.of(unit);
    for (const resource of resources) {
      if (isServiceAccount(resource)) this.#add(resource);
      else if (resource.group === 'rbac.authorization.k8s.io' && resource.kind.endsWith('RoleBinding')) this.#bind(resource);
    }
  }

  /** The object of the file, if it is there. */
  get(namespace: string | undefined, name: string): Resource | undefined {
    return this.#accounts.get(keyOf(namespace, name));
  }

  /** The names of accounts of a namespace but `default`, as many as a person would choose from. */
  namesIn(namespace: string | undefined): readonly string[] {
    return this.#names.get(namespace ?? DEFAULT_ACCOUNT) ?? [];
  }

  /**
   * Whether the account gets rights in what is deployed together: what runs under it plainly uses the API. Objects without a namespace go where they are applied, so any
   * namespace fits them.
   */
  hasRights(namespace: string | undefined, name: string): boolean {
    return [this.#bound, this.#unit?.bound].some((each) => {
      const bound = each?.get(name);
      return bound !== undefined && (namespace === undefined || bound.has(namespace) || bound.has(undefined));
    });
  }

  /** Whether an account keeps its token from pods that say nothing. */
  withholdsToken(namespace: string | undefined, name: string): boolean {
    const account = this.get(namespace, name);
    return account ? !keepsToken(account.node) : (this.#unit?.withholding.has(keyOf(namespace, name)) ?? false);
  }

  #add(account: Resource): void {
    const { namespace = DEFAULT_ACCOUNT, name } = account;
    this.#accounts.set(keyOf(namespace, name), account);
    const names = this.#names.get(namespace) ?? [];
    if (name !== undefined && name !== DEFAULT_ACCOUNT && names.length < MOST_NAMES) names.push(name);
    this.#names.set(namespace, names);
  }

  #bind({ namespace, node }: Resource): void {
    for (const item of itemsOf(at(node, 'subjects'))) {
      const subject = asMapping(item);
      const name = stringOf(at(subject, 'name'));
      if (name === undefined || stringOf(at(subject, 'kind')) !== 'ServiceAccount') continue;
      const where = at(subject, 'namespace');
      remembered(this.#bound, name, () => new Set()).add(where ? stringOf(where) : namespace);
    }
  }
}

export const isServiceAccount = ({ kind, group }: Resource): boolean => kind === 'ServiceAccount' && group === '';

/** Whether an object or a pod leaves the token mounted: it says so or says nothing. What is not known counts as no. */
export function keepsToken(node: Resource['node']): boolean {
  const setting = booleanAt(node, 'automountServiceAccountToken');
  return setting === undefined || (setting !== 'unknown' && setting.value);
}

const keyOf = (namespace: string | undefined, name: string | undefined): string =>
  `${namespace ?? DEFAULT_ACCOUNT}/${name ?? ''}`;

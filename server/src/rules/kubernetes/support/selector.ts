import { asMapping, asScalar, at, itemsOf, keyOf, stringOf, type YamlMapping, type YamlNode } from '../../../model/yaml/index.ts';
import { append } from './neighbourhood.ts';

/** Labels as text; undefined when some of them are not literal. */
export type Labels = ReadonlyMap<string, string> | undefined;

export function labelsOf(mapping: YamlMapping | undefined): Labels {
  const labels = new Map<string, string>();
  for (const entry of mapping?.entries ?? []) {
    const key = keyOf(entry);
    const value = asScalar(entry.value);
    if (key === undefined || key === '<<' || !value) return undefined;
    labels.set(key, value.text);
  }
  return labels;
}

interface Expression {
  /** Undefined where it is not literal, as are the operator and the values. */
  readonly key: string | undefined;
  readonly operator: string | undefined;
  readonly values: ReadonlySet<string | undefined>;
}

/** A label selector, read once. */
export interface Selector {
  readonly wanted: Labels;
  readonly expressions: readonly Expression[];
}

/** Reads `matchLabels` and `matchExpressions`. */
export const selectorOf = (mapping: YamlMapping): Selector => ({
  wanted: labelsOf(asMapping(at(mapping, 'matchLabels'))),
  expressions: itemsOf(at(mapping, 'matchExpressions')).map(expressionOf),
});

const expressionOf = (node: YamlNode): Expression => ({
  key: stringOf(at(node, 'key')),
  operator: stringOf(at(node, 'operator')),
  values: new Set(itemsOf(at(node, 'values')).map((value) => asScalar(value)?.text)),
});

/** Whether a selector selects labels; undefined when that is not known. One that is empty selects everything. */
export function selects({ wanted, expressions }: Selector, labels: Labels): boolean | undefined {
  if (!labels || !wanted) return undefined;
  for (const [key, value] of wanted) if (labels.get(key) !== value) return false;
  const results = expressions.map((expression) => matches(expression, labels));
  if (results.includes(false)) return false;
  return results.includes(undefined) ? undefined : true;
}

function matches({ key, operator, values }: Expression, labels: ReadonlyMap<string, string>): boolean | undefined {
  if (key === undefined) return undefined;
  const label = labels.get(key);
  const isListed = label !== undefined && values.has(label);
  switch (operator) {
    case 'In':
      return isListed || (values.has(undefined) ? undefined : false);
    case 'NotIn':
      return !isListed && (values.has(undefined) ? undefined : true);
    case 'Exists':
      return label !== undefined;
    case 'DoesNotExist':
      return label === undefined;
    default:
      return undefined;
  }
}

/** Finds the selectors that may select labels without looking at all of them: by one label that each wants. */
export class SelectorIndex<T> {
  readonly #byLabel = new Map<string, T[]>();
  readonly #byNamespace = new Map<string, T[]>();

  add(namespace: string, wanted: Labels, item: T): void {
    const [first] = wanted ?? [];
    if (first) append(this.#byLabel, `${namespace}/${first[0]}=${first[1]}`, item);
    else append(this.#byNamespace, namespace, item);
  }

  candidates(namespace: string, labels: ReadonlyMap<string, string>): readonly T[] {
    const found = [...(this.#byNamespace.get(namespace) ?? [])];
    for (const [key, value] of labels) found.push(...(this.#byLabel.get(`${namespace}/${key}=${value}`) ?? []));
    return found;
  }
}

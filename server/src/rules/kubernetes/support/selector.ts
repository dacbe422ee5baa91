import { asMapping, asScalar, at, itemsOf, keyOf, stringOf, type YamlMapping, type YamlNode } from '../../../model/yaml/index.ts';

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

/** Whether a label selector (`matchLabels`, `matchExpressions`) selects labels; undefined when that is not known. One that is empty selects everything. */
export function selects(selector: YamlMapping, labels: Labels): boolean | undefined {
  const wanted = labelsOf(asMapping(at(selector, 'matchLabels')));
  if (!labels || !wanted) return undefined;
  if (!hasAll(labels, wanted)) return false;
  const results = itemsOf(at(selector, 'matchExpressions')).map((expression) => matches(expression, labels));
  if (results.includes(false)) return false;
  return results.includes(undefined) ? undefined : true;
}

export const hasAll = (labels: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): boolean =>
  [...wanted].every(([key, value]) => labels.get(key) === value);

function matches(expression: YamlNode, labels: ReadonlyMap<string, string>): boolean | undefined {
  const key = stringOf(at(expression, 'key'));
  if (key === undefined) return undefined;
  const label = labels.get(key);
  const values = itemsOf(at(expression, 'values')).map((value) => asScalar(value)?.text);
  const isListed = label !== undefined && values.includes(label);
  switch (stringOf(at(expression, 'operator'))) {
    case 'In':
      return isListed || (values.includes(undefined) ? undefined : false);
    case 'NotIn':
      return !isListed && (values.includes(undefined) ? undefined : true);
    case 'Exists':
      return label !== undefined;
    case 'DoesNotExist':
      return label === undefined;
    default:
      return undefined;
  }
}

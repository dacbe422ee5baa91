import type { Span } from '../../base/span.ts';
import { asMapping, at, entryOf, isNull, itemsOf, resolve, stringOf, valueOf, type YamlNode } from '../yaml/index.ts';
import { labelsIn, type LabelSet } from './labels.ts';

export interface LabelExpression {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** A label selector, as far as its file says it. Plain data. */
export interface Selector {
  readonly labels: Readonly<Record<string, string>>;
  readonly expressions: readonly LabelExpression[];
  /** Some of its requirements are not known. */
  readonly isOpen: boolean;
  readonly span: Span;
}

/** A selector with `matchLabels` and `matchExpressions`; undefined when there is none. */
export function selectorIn(node: YamlNode | undefined, isTemplate: boolean): Selector | undefined {
  const selector = resolve(node);
  if (!selector || isNull(selector)) return undefined;
  const mapping = asMapping(selector);
  if (!mapping) return { labels: {}, expressions: [], isOpen: true, span: selector.span };
  const labels = entryOf(mapping, 'matchLabels');
  const set: LabelSet = labels ? labelsIn(labels.value, isTemplate) : { values: {}, isOpen: isTemplate };
  const listed = itemsOf(at(mapping, 'matchExpressions'));
  const expressions = listed.flatMap((item) => expressionIn(item) ?? []);
  return { labels: set.values, expressions, isOpen: set.isOpen || expressions.length < listed.length, span: mapping.span };
}

/** A selector that is a plain map of labels, as Services and ReplicationControllers have; undefined when there is none. */
export function mapSelectorIn(node: YamlNode | undefined, isTemplate: boolean): Selector | undefined {
  const selector = resolve(node);
  if (!selector || isNull(selector)) return undefined;
  const { values, isOpen } = labelsIn(selector, isTemplate);
  return { labels: values, expressions: [], isOpen, span: selector.span };
}

function expressionIn(node: YamlNode): LabelExpression | undefined {
  const key = stringOf(at(node, 'key'));
  const operator = stringOf(at(node, 'operator'));
  const listed = itemsOf(at(node, 'values'));
  const values = listed.flatMap((value) => {
    const known = valueOf(value);
    return known === undefined || known === null ? [] : String(known);
  });
  return key === undefined || operator === undefined || values.length < listed.length ? undefined : { key, operator, values };
}

/** Whether a selector asks for nothing, and so picks everything in its namespace. */
export const isEmptySelector = ({ labels, expressions, isOpen }: Selector): boolean =>
  !isOpen && expressions.length === 0 && Object.keys(labels).length === 0;

/**
 * Whether a selector picks an object with these labels; undefined when what is known does not decide. An empty selector picks everything
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors).
 */
export function selects({ labels, expressions, isOpen }: Selector, set: LabelSet): boolean | undefined {
  const verdicts = [
    ...Object.entries(labels).map(([key, value]) => has(set, key, (own) => own === value)),
    ...expressions.map((expression) => fulfils(expression, set)),
  ];
  if (verdicts.includes(false)) return false;
  return isOpen || verdicts.includes(undefined) ? undefined : true;
}

function has({ values, isOpen }: LabelSet, key: string, is: (value: string) => boolean): boolean | undefined {
  const value = Object.hasOwn(values, key) ? values[key] : undefined;
  if (value !== undefined) return is(value);
  return isOpen ? undefined : false;
}

function fulfils({ key, operator, values }: LabelExpression, set: LabelSet): boolean | undefined {
  switch (operator) {
    case 'In':
      return has(set, key, (value) => values.includes(value));
    case 'Exists':
      return has(set, key, () => true);
    case 'NotIn':
      return not(has(set, key, (value) => values.includes(value)));
    case 'DoesNotExist':
      return not(has(set, key, () => true));
    default:
      return undefined;
  }
}

const not = (verdict: boolean | undefined): boolean | undefined => (verdict === undefined ? undefined : !verdict);

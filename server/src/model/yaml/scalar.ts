import type { ScalarValue } from './nodes.ts';

/**
 * What a plain scalar means to Kubernetes. Kubernetes reads YAML through sigs.k8s.io/yaml, which is go-yaml v2: the words of
 * YAML 1.1 (https://yaml.org/type/bool.html) with Go's number syntax, no sexagesimal numbers, and timestamps as strings.
 */
const WORDS: ReadonlyMap<string, ScalarValue> = new Map<string, ScalarValue>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, NaN] as const),
]);

const LONGEST_WORD = 5;
const LONGEST_NUMBER = 400;
const STARTS_NUMBER = /^[-+.0-9]/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;

/** The value of a plain scalar. */
export function plainValue(text: string): ScalarValue {
  if (text.length <= LONGEST_WORD) {
    const word = WORDS.get(text);
    if (word !== undefined) return word;
  }
  if (text.length > LONGEST_NUMBER || !STARTS_NUMBER.test(text)) return text;
  const digits = text.includes('_') ? text.replaceAll('_', '') : text;
  const integer = INTEGER.exec(digits);
  if (integer) {
    const [, sign, hex, binary, octal, decimal] = integer;
    const magnitude = hex ? parseInt(hex, 16) : binary ? parseInt(binary, 2) : octal ? parseInt(octal, 8) : Number(decimal);
    return sign === '-' ? -magnitude : magnitude;
  }
  return FLOAT.test(digits) ? Number(digits) : text;
}

/** Text that stays itself as a plain scalar in block and in flow style. */
const PLAIN = /^[A-Za-z0-9_./][\w./@+-]*$/;

/** YAML source of a string: plain where that means the same, else in double quotes. */
export const stringSource = (value: string): string =>
  PLAIN.test(value) && plainValue(value) === value ? value : JSON.stringify(value);

/** The value of a scalar under an explicit tag; undefined when the tag says nothing about scalars that Kubernetes knows. */
export function taggedValue(tag: string, text: string): ScalarValue | undefined {
  switch (tag) {
    case '!':
    case '!!str':
    case 'tag:yaml.org,2002:str':
    case '!<tag:yaml.org,2002:str>':
    case '!!binary':
      return text;
    case '!!int':
    case '!!float':
    case '!!bool':
    case '!!null':
      return plainValue(text);
    default:
      return undefined;
  }
}

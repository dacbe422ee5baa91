import type { ScalarType } from '../../../knowledge/kubernetes/schema.ts';
import type { ScalarValue } from '../../../model/yaml/index.ts';

/** RFC 3339, which is the only form that the API reads; fractions are allowed. */
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[-+]\d{2}:\d{2})$/;
const QUANTITY = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+|[KMGTPE]i|[numkMGTPE])?$/;

const isWhole = (value: ScalarValue, bits: number): boolean =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  value >= -(2 ** (bits - 1)) &&
  value <= 2 ** (bits - 1) - (bits > 53 ? 0 : 1);

/** Whether the API takes a value: its type and, where they are few, the values. */
export function fits(
  value: ScalarValue,
  { scalar, values }: { readonly scalar: ScalarType; readonly values: readonly ScalarValue[] | undefined },
): boolean {
  if (value === null) return true;
  if (!hasType(value, scalar)) return false;
  // To Go an empty string is one that is not there.
  return values === undefined || value === '' || values.includes(value);
}

/** Whether the value is of the type, whatever values the API takes. */
export function hasType(value: ScalarValue, scalar: ScalarType): boolean {
  switch (scalar) {
    case 'any':
      return true;
    case 'string':
    case 'byte':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'int32':
      return isWhole(value, 32);
    case 'int64':
      return isWhole(value, 64);
    case 'double':
      return typeof value === 'number';
    case 'quantity':
      return typeof value === 'number' || (typeof value === 'string' && (value === '' || QUANTITY.test(value)));
    case 'int-or-string':
      return typeof value === 'string' || isWhole(value, 32);
    case 'date-time':
      return typeof value === 'string' && DATE_TIME.test(value);
  }
}

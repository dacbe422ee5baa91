import { asScalar, isNull, keyOf, resolve, type YamlNode } from '../../../model/yaml/index.ts';

const MOST_NODES = 20_000;

/**
 * A YAML tree as plain data, whole numbers as `bigint` as CEL wants them. Undefined when a template writes part of it, or when aliases make it larger than a
 * manifest can be.
 */
export function plainValue(node: YamlNode | undefined): { readonly value: unknown } | undefined {
  const budget = { left: MOST_NODES };
  const value = convert(node, budget);
  return budget.left < 0 ? undefined : { value };
}

/** Spends more than the budget has where something is not known: the result is then thrown away. */
function convert(node: YamlNode | undefined, budget: { left: number }): unknown {
  if (--budget.left < 0 || node === undefined || isNull(node)) return null;
  const resolved = resolve(node);
  if (!resolved) return unknown(budget);
  switch (resolved.kind) {
    case 'scalar': {
      const value = asScalar(resolved)?.value;
      if (value === undefined) return unknown(budget);
      return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
    }
    case 'sequence':
      return resolved.items.map(({ value }) => convert(value, budget));
    case 'mapping': {
      const result: Record<string, unknown> = {};
      for (const entry of resolved.entries) {
        const key = keyOf(entry);
        if (key === undefined) return unknown(budget);
        const value = convert(entry.value, budget);
        if (key === '<<' && typeof value === 'object' && value !== null && !Array.isArray(value))
          Object.assign(result, { ...value, ...result });
        // An own property even for `__proto__`.
        else Object.defineProperty(result, key, { value, enumerable: true, writable: true, configurable: true });
      }
      return result;
    }
  }
}

function unknown(budget: { left: number }): null {
  budget.left = -1;
  return null;
}

import type { Span } from '../../base/span.ts';

/** A configuration file's content with places, whatever it was written in. */
export type ConfigValue =
  | { readonly kind: 'scalar'; readonly span: Span; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly ConfigValue[] }
  | { readonly kind: 'map'; readonly span: Span; readonly entries: readonly ConfigEntry[] };

export interface ConfigEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: ConfigValue;
}

export const NOWHERE: Span = { start: 0, end: 0 };
const DEPTH = 20;

/** The same for a plain object, as the library and the editor's settings give it. It has no places; what is no data becomes null. */
export function fromObject(value: unknown, depth = 0): ConfigValue {
  if (depth > DEPTH) return { kind: 'scalar', span: NOWHERE, value: null };
  if (Array.isArray(value)) return { kind: 'list', span: NOWHERE, items: value.map((item) => fromObject(item, depth + 1)) };
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return {
      kind: 'map',
      span: NOWHERE,
      entries: entries.map(([key, inner]) => ({ key, keySpan: NOWHERE, value: fromObject(inner, depth + 1) })),
    };
  }
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'scalar', span: NOWHERE, value: isScalar ? value : null };
}

/** For messages: what a value is, in the words of the configuration's author. */
export function describe(value: ConfigValue): string {
  if (value.kind === 'map') return 'a mapping';
  if (value.kind === 'list') return 'a list';
  return value.value === null ? 'nothing' : `"${String(value.value)}"`;
}

import type { YamlStyle } from './style.ts';

/** A value to be written: a scalar as YAML source (`true`, `1000`, `ALL`), a list, or a mapping. */
export type NewValue = string | readonly NewValue[] | NewEntries;

/** The keys and values of a mapping to be written. */
export interface NewEntries {
  readonly [key: string]: NewValue;
}

export const isList = (value: NewValue): value is readonly NewValue[] => Array.isArray(value);

/** What stays as it is in JSON: literals, and strings that are quoted already. */
const JSON_SOURCE = /^(?:true|false|null|-?\d+|"(?:[^"\\]|\\.)*")$/;

/** The value in flow style, on one line. What is written with double quotes stays a string in JSON, too. */
export function flow(value: NewValue, { json }: Pick<YamlStyle, 'json'>): string {
  if (typeof value === 'string') return json && !JSON_SOURCE.test(value) ? JSON.stringify(value) : value;
  if (isList(value)) return `[${value.map((item) => flow(item, { json })).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${flowKey(key, { json })}: ${flow(item, { json })}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** Longer values of flow style are written over several lines, if their neighbours stand on lines of their own. */
const LONGEST_LINE = 100;

/** `key: value` in flow style behind `indent`, over several lines where one would be too long. */
export function flowEntry(key: string, value: NewValue, indent: string, style: YamlStyle): string {
  const written = `${flowKey(key, style)}: ${flow(value, style)}`;
  const isMapping = typeof value !== 'string' && !isList(value);
  if (!isMapping || indent.length + written.length <= LONGEST_LINE) return written;
  const inner = indent + (indent.includes('\t') ? '\t' : ' '.repeat(style.step));
  const lines = Object.entries(value).map(([name, item]) => inner + flowEntry(name, item, inner, style));
  return [`${flowKey(key, style)}: {`, lines.join(`,${style.eol}`), `${indent}}`].join(style.eol);
}

export const flowKey = (key: string, { json }: Pick<YamlStyle, 'json'>): string => (json ? JSON.stringify(key) : key);

/** The lines of `key: value` in block style whose key stands at `column`; the first line has no indentation, the last no line break. */
export function block(key: string, value: NewValue, column: number, style: YamlStyle): string {
  if (typeof value === 'string') return `${key}: ${value}`;
  const isEmpty = isList(value) ? value.length === 0 : Object.keys(value).length === 0;
  if (isEmpty) return `${key}: ${isList(value) ? '[]' : '{}'}`;
  const inner = column + (isList(value) ? style.dash : style.step);
  const lines = isList(value) ? value.map((item) => blockItem(item, inner, style)) : [blockEntries(value, inner, style)];
  return [`${key}:`, ...lines.map((line) => ' '.repeat(inner) + line)].join(style.eol);
}

/** The lines of an item whose dash stands at `column`; the first line has no indentation, the last no line break. */
export function blockItem(value: NewValue, column: number, style: YamlStyle): string {
  if (typeof value === 'string' || isList(value)) return `- ${flow(value, style)}`;
  return `- ${blockEntries(value, column + 2, style)}`;
}

/** The lines of a block mapping whose keys stand at `column`. */
export const blockEntries = (value: NewEntries, column: number, style: YamlStyle): string =>
  Object.entries(value)
    .map(([key, inner]) => block(key, inner, column, style))
    .join(style.eol + ' '.repeat(column));

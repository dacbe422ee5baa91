import type { Span } from '../../base/span.ts';
import type { MappedText } from '../shell/index.ts';
import type { Flag } from './syntax.ts';

/** One `key=value` of a `--mount`. */
export interface MountField {
  /** Lower case. */
  readonly key: string;
  readonly value: MappedText | undefined;
  readonly span: Span;
}

/** The fields of `RUN --mount=type=cache,target=/x`: comma-separated values, quotes dropped. */
export function mountFields({ value }: Flag): MountField[] {
  if (!value) return [];
  const fields: MountField[] = [];
  let at = 0;
  for (const piece of value.text.split(',').slice(0, 100)) {
    const equals = piece.indexOf('=');
    const key = (equals < 0 ? piece : piece.slice(0, equals)).replaceAll(/["']/g, '').trim().toLowerCase();
    const text = equals < 0 ? undefined : value.slice(at + equals + 1, at + piece.length);
    fields.push({ key, value: text, span: value.span(at, at + piece.length) });
    at += piece.length + 1;
  }
  return fields;
}

/** The value of a field, without quotes. */
export const mountField = (fields: readonly MountField[], ...keys: readonly string[]): string | undefined =>
  fields.find(({ key }) => keys.includes(key))?.value?.text.replaceAll(/["']/g, '');

/** The mounts of a RUN. */
export const mountsOf = (flags: readonly Flag[]): MountField[][] => flags.filter(({ name }) => name === 'mount').map(mountFields);

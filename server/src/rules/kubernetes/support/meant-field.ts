import { entryOf, isNull, keyOf, resolve, type YamlEntry } from '../../../model/yaml/index.ts';
import { nearestField } from './nearest-field.ts';
import { hasForm, type Home, homeOf } from './nesting.ts';
import type { Place } from './schema-walk.ts';

/** What an unknown field was most likely meant to be: another field beside it, or the same one elsewhere. */
export interface Meant {
  readonly near?: string;
  /** It is the same word but for its case. */
  readonly isSameWord?: boolean;
  readonly home?: Home;
}

export function meantField(place: Place, entry: YamlEntry, name: string): Meant {
  const required = requiredNear(place, entry, (one) => endsLike(one, name));
  // An object may have its place deeper: the `template` of a CronJob is that of its `jobTemplate`.
  const isObject = resolve(entry.value)?.kind === 'mapping';
  if (required !== undefined && !isObject) return { near: required };
  const taken = new Set(place.mapping.entries.map((each) => keyOf(each) ?? ''));
  const free = place.shape.names.filter((one) => !taken.has(one));
  const near = nearestField(name, free) ?? longerName(name, free);
  const isSameWord = near?.toLowerCase() === name.toLowerCase();
  if (near !== undefined && isSameWord) return { near, isSameWord };
  const home = homeOf(place, entry, name);
  if (home) return { home };
  const shorter = required ?? near ?? requiredNear(place, entry, (one) => endsLike(name, one));
  return shorter === undefined ? {} : { near: shorter };
}

/** The one missing field of those that the API wants which is related to the name. */
function requiredNear({ shape, mapping }: Place, entry: YamlEntry, isRelated: (required: string) => boolean): string | undefined {
  const [only, ...others] = shape.required.filter((one) => {
    const field = shape.field(one);
    return field && isRelated(one) && isNull(entryOf(mapping, one)?.value) && hasForm(entry, field);
  });
  return others.length === 0 ? only : undefined;
}

/** `name` for `claimName`. */
const endsLike = (long: string, short: string): boolean =>
  short.length > 2 && long.endsWith(short.charAt(0).toUpperCase() + short.slice(1));

/** `name` for `secretName`, where only one field ends like that. */
function longerName(name: string, names: readonly string[]): string | undefined {
  const [only, other] = names.filter((one) => endsLike(one, name));
  return other === undefined ? only : undefined;
}

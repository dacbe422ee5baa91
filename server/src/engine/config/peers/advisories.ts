import type { Span } from '../../../base/span.ts';
import { ADVISORY_RULES, advisoryId } from '../../advisory-id.ts';
import type { ConfigValue } from '../value.ts';
import { dayOf, type SuppressionEntries, textOf } from './peer.ts';

export interface Accepted {
  /** The words of the file, or what the file stands for. */
  readonly reason: string;
  readonly until?: string;
  /** The name of the one package that it is about. */
  readonly package?: string;
  readonly version?: string;
  readonly path?: string;
}

type Entry = SuppressionEntries[number];

/** Accepts one advisory. None for a text that is no id of one: ids that are numbers are known to their own tool alone. */
export function acceptAdvisory(id: ConfigValue, accepted: Accepted): readonly Entry[] {
  const text = textOf(id)?.trim();
  const known = text === undefined ? undefined : advisoryId(text);
  return known === undefined ? [] : [{ rule: { value: known, span: id.span }, ...accepted }];
}

/** Accepts all advisories of a package. */
export const acceptPackage = (span: Span, accepted: Accepted & { readonly package: string }): readonly Entry[] =>
  ADVISORY_RULES.map((rule) => ({ rule: { value: rule, span }, ...accepted }));

/** Reason and last day of an entry, under the keys that a tool has for them. */
export function acceptedBy(tool: string, reason: ConfigValue, until: ConfigValue): Accepted {
  const day = dayOf(until);
  const words = textOf(reason)?.trim() ?? '';
  return { reason: words === '' ? `accepted in ${tool}’s configuration` : words, ...(day !== undefined && { until: day }) };
}

/** The name and version of a package URL (`pkg:npm/%40scope/name@1.0`) as its ecosystem writes them; undefined for another text. */
export function packageOfPurl(purl: string): { readonly package: string; readonly version?: string } | undefined {
  const match = /^pkg:(?<type>[a-z.+-]+)\/(?<path>[^@?#]+)(?:@(?<version>[^?#]+))?/i.exec(purl);
  const groups = match?.groups;
  if (!groups) return undefined;
  const { type = '', path = '', version } = groups;
  const parts = path.split('/').map(decoded);
  const name = type === 'maven' ? parts.join(':') : parts.join('/');
  return { package: name, ...(version !== undefined && { version: decoded(version) }) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import { isDay } from '../../../base/date.ts';
import type { Ecosystem } from '../../../base/ecosystem.ts';
import type { ConfigContent } from '../schema.ts';
import { type ConfigEntry, type ConfigValue, NOWHERE } from '../value.ts';

/** What a peer's configuration file says, in our own words. */
export interface PeerSettings {
  readonly content: ConfigContent;
  /** The one family that the tool is about. */
  readonly family?: string;
  /** Tools whose suppression comments do not count. */
  readonly unheard?: readonly string[];
}

/**
 * A peer's configuration file that we honour. It is the peer's: what it gets wrong and what is not our business is passed over in silence. A reader is
 * total.
 */
export type PeerConfig = {
  readonly tool: string;
  /** What the file may be called, the one that wins first; also in a folder of its own (`.cargo/audit.toml`). */
  readonly names: readonly string[];
  /** Whether it accepts advisories: one that nothing needs is then told in the file. */
  readonly acceptsAdvisories?: true;
  /** The one ecosystem that the tool is for. */
  readonly ecosystem?: Ecosystem;
} & (
  | { readonly syntax: 'yaml' | 'toml' | 'json'; read(value: ConfigValue): PeerSettings }
  | { readonly syntax: 'text'; read(text: string): PeerSettings }
  | { readonly syntax: 'xml'; read(text: string): PeerSettings }
);

export type RuleEntries = NonNullable<ConfigContent['rules']>;
export type SuppressionEntries = NonNullable<ConfigContent['suppressions']>;

/** What stands for an absent value. */
export const NOTHING: ConfigValue = { kind: 'scalar', span: NOWHERE, value: null };

const entryOf = (value: ConfigValue, key: string): ConfigEntry | undefined =>
  value.kind === 'map' ? value.entries.findLast((entry) => entry.key === key) : undefined;

/** The value under a key; the last one counts. Null where there is none. */
export const at = (value: ConfigValue, key: string): ConfigValue => entryOf(value, key)?.value ?? NOTHING;

/** A scalar's text, also of one that YAML takes for a number or a day. */
export const textOf = (value: ConfigValue): string | undefined =>
  value.kind === 'scalar' && value.value !== null ? String(value.value) : undefined;

/** The items of a list, or of one value that stands for a list of itself; nothing for an absent one. */
export const itemsOf = (value: ConfigValue): readonly ConfigValue[] =>
  value.kind === 'list' ? value.items : value.kind === 'scalar' && value.value === null ? [] : [value];

export const entriesOf = (value: ConfigValue): readonly ConfigEntry[] => (value.kind === 'map' ? value.entries : []);

/** A day in one of the spellings of dates with times, or an instant in milliseconds. */
export function dayOf(value: ConfigValue): string | undefined {
  const instant = value.kind === 'scalar' && typeof value.value === 'number' ? value.value : 0;
  const day = (instant > 1e11 && instant < 1e14 ? new Date(instant).toISOString() : textOf(value))?.slice(0, 10);
  return day !== undefined && isDay(day) ? day : undefined;
}

export const flagOf = (value: ConfigValue): boolean | undefined =>
  value.kind === 'scalar' && typeof value.value === 'boolean' ? value.value : undefined;

/** A list, or one value that stands for a list of itself; texts with commas are several, as on command lines. */
export const textsOf = (value: ConfigValue): readonly { readonly text: string; readonly span: ConfigValue['span'] }[] =>
  (value.kind === 'list' ? value.items : [value]).flatMap((item) =>
    (textOf(item)?.split(',') ?? []).flatMap((text) => (text.trim() === '' ? [] : [{ text: text.trim(), span: item.span }])),
  );

import type { Ecosystem } from '../../base/ecosystem.ts';
import { isDay } from '../../base/date.ts';
import type { Advisory, AffectedRange } from '../../knowledge/advisory.ts';
import { isAffected, schemeOf } from '../../model/dependencies/index.ts';
import { type KnownAdvisory, MALWARE_SUMMARY } from '../known.ts';
import { ecosystemOf, normalizedName } from '../names.ts';
import { type JsonObject, listOf, objectOf, textOf, textsOf } from './json.ts';
import { rangesOf } from './ranges.ts';
import { severityOf } from './severity.ts';

/** One record of OSV (https://ossf.github.io/osv-schema/), cut down to what we keep. */
export interface OsvRecord {
  readonly id: string;
  /** RFC 3339, as written; empty when the record does not say. */
  readonly modified: string;
  /** ISO date of the newest time that it names; empty when it names none that makes sense. */
  readonly day: string;
  readonly isWithdrawn: boolean;
  /** Of the packages that it names, withdrawn or not. */
  readonly ecosystems: readonly Ecosystem[];
  /** One for each package of our ecosystems; none when it is withdrawn. */
  readonly advisories: readonly KnownAdvisory[];
}

/** Characters of a summary; the rest is cut off. */
const LONGEST_SUMMARY = 160;
/** "Embedded malicious code". */
const MALICIOUS_CODE = 'CWE-506';

/** Undefined for what is no record. Never throws, whatever the value. */
export function readOsv(value: unknown): OsvRecord | undefined {
  const record = objectOf(value);
  const id = textOf(record['id'])?.trim();
  if (id === undefined || id === '' || id.length > 200) return undefined;
  const modified = textOf(record['modified']) ?? '';
  const isWithdrawn = textOf(record['withdrawn']) !== undefined;
  const named = listOf(record['affected']).flatMap(
    (affected) => ecosystemOf(objectOf(objectOf(affected)['package'])['ecosystem']) ?? [],
  );
  const ecosystems = [...new Set(named)];
  const day = [dayOf(modified), dayOf(textOf(record['published']))].reduce<string>((a, b = '') => (b > a ? b : a), '');
  return { id, modified, day, isWithdrawn, ecosystems, advisories: isWithdrawn ? [] : advisoriesIn(record, id, modified) };
}

interface Draft {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly ranges: AffectedRange[];
  readonly versions: Set<string>;
  severity: Advisory['severity'] | undefined;
  informational: Advisory['informational'];
}

function advisoriesIn(record: JsonObject, id: string, modified: string): readonly KnownAdvisory[] {
  // A package may stand in several entries, for several lines of versions.
  const aliases = [...new Set(textsOf(record['aliases']))].filter((alias) => alias !== id);
  const isMalicious = isMalware(record, id, aliases);
  const drafts = new Map<string, Draft>();
  for (const affected of listOf(record['affected']).map(objectOf)) {
    const { ecosystem: given, name: written } = objectOf(affected['package']);
    const ecosystem = ecosystemOf(given);
    const scheme = ecosystem && schemeOf(ecosystem);
    if (!ecosystem || !scheme || typeof written !== 'string' || written === '') continue;
    const name = normalizedName(ecosystem, written);
    const key = `${ecosystem} ${name}`;
    const draft = drafts.get(key) ?? {
      ecosystem,
      name,
      ranges: [],
      versions: new Set(),
      severity: undefined,
      informational: undefined,
    };
    drafts.set(key, draft);
    draft.ranges.push(...rangesOf(affected, scheme));
    for (const version of textsOf(affected['versions'])) draft.versions.add(version);
    draft.severity ??= isMalicious ? 'critical' : severityOf(record, affected);
    draft.informational ??= informationalOf(affected);
  }
  const common = {
    id,
    aliases,
    published: dayOf(textOf(record['published'])),
    modified: dayOf(modified),
  };
  return [...drafts.values()].flatMap((draft) => completed(draft, common, isMalicious, record));
}

interface Common {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly published: string | undefined;
  readonly modified: string | undefined;
}

function completed(draft: Draft, common: Common, isMalicious: boolean, record: JsonObject): readonly KnownAdvisory[] {
  const { ecosystem, name, severity, informational } = draft;
  const { id, aliases, published, modified } = common;
  const scheme = schemeOf(ecosystem);
  const ranges = draft.ranges.some(isEverything) ? [{ introduced: '0' }] : draft.ranges;
  // Databases list every version besides the ranges; only what the ranges leave out has something to say.
  const versions = [...draft.versions].filter(
    (version) => scheme?.isVersion(version) === true && !isAffected(scheme, version, { ranges }),
  );
  if (ranges.length === 0 && versions.length === 0) return [];
  return [
    {
      id,
      aliases,
      ecosystem,
      name,
      kind: isMalicious ? 'malicious' : 'vulnerability',
      summary: isMalicious && id.startsWith('MAL-') ? MALWARE_SUMMARY : summaryOf(record, id),
      ranges,
      ...(versions.length > 0 && { versions }),
      ...(severity !== undefined && { severity }),
      ...(informational !== undefined && { informational }),
      ...(published !== undefined && { published }),
      ...(modified !== undefined && { modified }),
    },
  ];
}

const isEverything = ({ introduced, fixed, lastAffected }: AffectedRange): boolean =>
  introduced === '0' && fixed === undefined && lastAffected === undefined;

/** How databases say it that have no other place for it: OpenSSF's and Go's titles, and those of crates that were taken away. */
const MALWARE_TITLE = /^malicious (?:code in|crate) |^`[^`]+` .*was removed from crates\.io (?:for|due to) .*malicious/i;

const isMalware = (record: JsonObject, id: string, aliases: readonly string[]): boolean =>
  [id, ...aliases].some((one) => one.startsWith('MAL-')) ||
  Object.hasOwn(objectOf(record['database_specific']), 'malicious-packages-origins') ||
  textsOf(objectOf(record['database_specific'])['cwe_ids']).includes(MALICIOUS_CODE) ||
  MALWARE_TITLE.test(textOf(record['summary']) ?? '') ||
  // RustSec's category.
  listOf(record['affected']).some((affected) =>
    textsOf(objectOf(objectOf(affected)['database_specific'])['categories']).includes('malicious'),
  );

/** RustSec's mark for what is no vulnerability (https://github.com/rustsec/advisory-db). */
function informationalOf(affected: JsonObject): Advisory['informational'] {
  const mark = objectOf(affected['database_specific'])['informational'];
  return mark === 'unmaintained' || mark === 'unsound' || mark === 'notice' ? mark : undefined;
}

/** The record's own summary, or the first sentence of its details, as one line without a full stop. */
function summaryOf(record: JsonObject, id: string): string {
  const summary = oneLine(textOf(record['summary']) ?? '');
  if (summary !== '') return cut(summary);
  const details = oneLine((textOf(record['details']) ?? '').slice(0, 2000).replaceAll(/^#+.*$/gm, ' '));
  const sentence = /^.+?[.!?](?=\s|$)/.exec(details)?.[0] ?? details;
  return sentence === '' ? `${id} says what is wrong` : cut(sentence);
}

/** Without what a terminal or an editor would obey: control characters, and those that turn the direction of text around. */
const oneLine = (text: string): string =>
  text.replaceAll(/[\s\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();

function cut(text: string): string {
  const short =
    text.length > LONGEST_SUMMARY
      ? `${text
          .slice(0, LONGEST_SUMMARY)
          .replace(/[\uD800-\uDBFF]$/, '')
          .trimEnd()}…`
      : text;
  return short.replace(/[.\s]+$/, '');
}

/** The day of an RFC 3339 time; undefined for none, or for the year 1 that stands for none. */
function dayOf(time: string | undefined): string | undefined {
  const day = time?.slice(0, 10) ?? '';
  return isDay(day) && day >= '1970-01-01' ? day : undefined;
}

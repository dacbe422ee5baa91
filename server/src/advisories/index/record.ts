import type { Ecosystem } from '../../base/ecosystem.ts';
import type { AffectedRange } from '../../knowledge/advisory.ts';
import { type KnownAdvisory, MALWARE_SUMMARY } from '../known.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { AdvisoryDataError } from './errors.ts';

const SEVERITIES = [undefined, 'low', 'medium', 'high', 'critical'] as const;
const INFORMATIONAL = [undefined, 'unmaintained', 'unsound', 'notice'] as const;
/** Flags. Between these two lie the severity (three bits) and the kind of information (two). */
const MALICIOUS = 1;
const USUAL_SUMMARY = 64;

const OPEN = 0;
const FIXED = 1;
const LAST_AFFECTED = 2;

const DAY = 86_400_000;
/** Days since 1970-01-01, plus one; 0 for none. */
const dayNumber = (day: string | undefined): number => (day === undefined ? 0 : Math.floor(Date.parse(day) / DAY) + 1);
const dayText = (number: number): string | undefined => {
  // Within the years that have four digits.
  if (number === 0 || number > 2_932_896) return undefined;
  return new Date((number - 1) * DAY).toISOString().slice(0, 10);
};

/** One advisory without the names of package and ecosystem, which stand outside. */
export function encodeAdvisory(advisory: KnownAdvisory): Uint8Array {
  const writer = new ByteWriter();
  const { id, aliases, kind, severity, informational, ranges, versions = [] } = advisory;
  writer.text(id);
  const isUsual = advisory.summary === MALWARE_SUMMARY;
  const kinds = (kind === 'malicious' ? MALICIOUS : 0) | (isUsual ? USUAL_SUMMARY : 0);
  writer.byte(kinds | (SEVERITIES.indexOf(severity) << 1) | (INFORMATIONAL.indexOf(informational) << 4));
  writer.number(aliases.length);
  for (const alias of aliases) writer.text(alias);
  writer.number(dayNumber(advisory.published));
  writer.number(dayNumber(advisory.modified));
  if (!isUsual) writer.text(advisory.summary);
  writer.number(ranges.length);
  for (const { introduced, fixed, lastAffected } of ranges) {
    writer.text(introduced);
    writer.byte(fixed !== undefined ? FIXED : lastAffected !== undefined ? LAST_AFFECTED : OPEN);
    const end = fixed ?? lastAffected;
    if (end !== undefined) writer.text(end);
  }
  writer.number(versions.length);
  for (const version of versions) writer.text(version);
  return writer.finish();
}

/** @throws AdvisoryDataError */
export function decodeAdvisory(bytes: Uint8Array, ecosystem: Ecosystem, name: string): KnownAdvisory {
  const reader = new ByteReader(bytes, 0, bytes.length);
  const id = reader.text();
  const flags = reader.byte();
  const severity = SEVERITIES[(flags >> 1) & 7];
  const informational = INFORMATIONAL[(flags >> 4) & 3];
  const aliases = times(reader.count(), () => reader.text());
  const published = dayText(reader.number());
  const modified = dayText(reader.number());
  const summary = flags & USUAL_SUMMARY ? MALWARE_SUMMARY : reader.text();
  const ranges = times(reader.count(), () => decodeRange(reader));
  const versions = times(reader.count(), () => reader.text());
  return {
    id,
    aliases,
    ecosystem,
    name,
    kind: flags & MALICIOUS ? 'malicious' : 'vulnerability',
    summary,
    ranges,
    ...(versions.length > 0 && { versions }),
    ...(severity !== undefined && { severity }),
    ...(informational !== undefined && { informational }),
    ...(published !== undefined && { published }),
    ...(modified !== undefined && { modified }),
  };
}

function decodeRange(reader: ByteReader): AffectedRange {
  const introduced = reader.text();
  const end = reader.byte();
  if (end === OPEN) return { introduced };
  if (end === FIXED) return { introduced, fixed: reader.text() };
  if (end === LAST_AFFECTED) return { introduced, lastAffected: reader.text() };
  throw new AdvisoryDataError('The advisory data is damaged: it has a range of no known kind.');
}

const times = <T>(count: number, make: () => T): T[] => {
  const result: T[] = [];
  for (let index = 0; index < count; index++) result.push(make());
  return result;
};

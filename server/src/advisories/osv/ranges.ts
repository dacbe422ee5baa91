import type { AffectedRange } from '../../knowledge/advisory.ts';
import type { VersionScheme } from '../../model/dependencies/index.ts';
import { type JsonObject, listOf, objectOf, textOf } from './json.ts';

const BEGINNING = '0';

interface Event {
  readonly kind: 'introduced' | 'fixed' | 'last_affected';
  readonly version: string;
}

/**
 * The intervals that an entry of `affected` names (https://ossf.github.io/osv-schema/#affectedranges-field). Events are put into the order of versions, because
 * the order in the file has no meaning. Ranges of commits say nothing about versions.
 */
export function rangesOf(affected: JsonObject, scheme: VersionScheme): readonly AffectedRange[] {
  const ranges = listOf(affected['ranges'])
    .map(objectOf)
    .filter(({ type }) => type === 'SEMVER' || type === 'ECOSYSTEM')
    .flatMap(({ events }) => intervals(eventsOf(events, scheme)))
    .filter(({ introduced, fixed }) => fixed === undefined || scheme.compare(introduced, fixed) !== 0);
  return withKnownEnd(ranges, textOf(objectOf(affected['database_specific'])['last_known_affected_version_range']), scheme);
}

function eventsOf(events: unknown, scheme: VersionScheme): readonly Event[] {
  const result: Event[] = [];
  for (const event of listOf(events).map(objectOf)) {
    for (const kind of ['introduced', 'fixed', 'last_affected'] as const) {
      const version = textOf(event[kind]);
      if (version === undefined || version === '') continue;
      // RustSec and others write the smallest possible version in full.
      const isBeginning = kind === 'introduced' && /^(?:0|0\.0\.0-0?)$/.test(version);
      result.push({ kind, version: isBeginning ? BEGINNING : version });
    }
  }
  return result.toSorted((a, b) => compare(scheme, a, b));
}

/** The last affected version may also be the first. */
const isLast = ({ kind }: Event): boolean => kind === 'last_affected';

/** Events at one version stay as they are: introduced and then fixed there, as RustSec writes it, affects nothing; the other way round one range ends and the next begins. */
function compare(scheme: VersionScheme, a: Event, b: Event): number {
  const first = (event: Event): number => Number(event.kind === 'introduced' && event.version === BEGINNING);
  return first(b) - first(a) || scheme.compare(a.version, b.version) || Number(isLast(a)) - Number(isLast(b));
}

function intervals(events: readonly Event[]): AffectedRange[] {
  const result: AffectedRange[] = [];
  let introduced: string | undefined;
  for (const { kind, version } of events) {
    if (kind === 'introduced') introduced ??= version;
    else if (introduced !== undefined) {
      result.push(kind === 'fixed' ? { introduced, fixed: version } : { introduced, lastAffected: version });
      introduced = undefined;
    }
  }
  if (introduced !== undefined) result.push({ introduced });
  return result;
}

/**
 * GitHub's records say beside an open range how far it was known to go: `<= 1.2.3`, `< 2.0`. Newer versions are not known to be affected, but that is no fix to
 * propose: the version behind `<` may never have come to the registry.
 */
function withKnownEnd(
  ranges: readonly AffectedRange[],
  known: string | undefined,
  scheme: VersionScheme,
): readonly AffectedRange[] {
  const [, operator, version] = /^(<=?)\s*([^\s,]+)$/.exec(known?.trim() ?? '') ?? [];
  const last = ranges.at(-1);
  if (version === undefined || last === undefined || last.fixed !== undefined || last.lastAffected !== undefined) return ranges;
  if (!scheme.isVersion(version) || (last.introduced !== BEGINNING && scheme.compare(last.introduced, version) > 0))
    return ranges;
  const lastAffected = operator === '<=' ? version : justBelow(version, scheme);
  return lastAffected === undefined ? ranges : [...ranges.slice(0, -1), { introduced: last.introduced, lastAffected }];
}

/** Endings that make a version the earliest of its pre-releases, in one ecosystem or another. */
const EARLIEST = ['-0', '.dev0', '-alpha-0', '-dev', '.a'];

const justBelow = (version: string, scheme: VersionScheme): string | undefined =>
  EARLIEST.map((ending) => version + ending).find((each) => scheme.isVersion(each) && scheme.compare(each, version) < 0);

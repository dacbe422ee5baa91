import { deletion } from '../../../base/edit.ts';
import { length, sliceOf } from '../../../base/span.ts';
import type { Fix } from '../../../engine/fix.ts';
import {
  isCatalogSection,
  leapBetween,
  raiseFloor,
  requirementInWords,
  type Dependency,
  type DependencyFile,
} from '../../../model/dependencies/index.ts';

/** Who changes a requirement has to let the package manager write the lockfile. */
export const LEAVES_THE_LOCKFILE = ['dependencies/lockfile-drift', 'dependencies/go-sum-missing-entry'] as const;

/**
 * Raises the requirement to `version` in its own style, where it is written: a property may be in another file. None where hashes belong to the old version: only the package manager can write new ones.
 * @param from the version that is in use, or the lowest one that may be: a new major version is said to be one
 * @param raise by default nothing below `version` is admitted any more, for what is below it may be affected
 */
export function raised(
  text: string,
  { ecosystem, name, rawName, requirement, requirementSpan, origin, integrity }: Dependency,
  version: string,
  from?: string,
  raise = raiseFloor,
): Fix[] {
  const place = origin?.span ?? requirementSpan;
  if (requirement === undefined || !place || integrity !== undefined) return [];
  const isExact = origin?.path === undefined ? sliceOf(text, place) === requirement : length(place) === requirement.length;
  if (!isExact) return [];
  const range = raise(ecosystem, requirement, version);
  if (range === undefined || range === requirement || !canBeAsked(ecosystem, name, range)) return [];
  const newText = ecosystem === 'RubyGems' ? inQuotes(range, text.charAt(place.start - 1)) : range;
  const edit = { span: place, newText };
  const leap = from === undefined || from === '0' ? undefined : leapBetween(ecosystem, from, version);
  return [
    {
      title: `Raise ${rawName} to ${requirementInWords(range)}${leapInWords(leap)}`,
      applicability: 'suggested',
      ...(origin?.path === undefined ? { edits: [edit] } : { edits: [], others: [{ path: origin.path, edits: [edit] }] }),
      leaves: LEAVES_THE_LOCKFILE,
      ...(leap && { isBreaking: true as const }),
    },
  ];
}

/**
 * Whether a package of this name can have the version at all. From its second major version on a Go module has that in its path, so going there means to
 * change all imports (https://go.dev/ref/mod#major-version-suffixes); `+incompatible` versions are of modules without.
 */
function canBeAsked(ecosystem: string, name: string, version: string): boolean {
  if (ecosystem !== 'Go') return true;
  const major = Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);
  const suffix = /(?:\/v|^gopkg\.in\/.*\.v)(\d+)$/.exec(name)?.[1];
  return suffix === undefined ? major < 2 || version.endsWith('+incompatible') : major === Number(suffix);
}

/** What follows a title of a fix that may break something. */
export const leapInWords = (leap: ReturnType<typeof leapBetween>): string =>
  leap === undefined ? '' : leap === 'major' ? ', a new major version' : ', which may break';

/** In Ruby each of several requirements is a text of its own: `'~> 1.4', '>= 1.4.2'`. */
const inQuotes = (requirement: string, quote: string): string =>
  /["']/.test(quote) ? requirement.replace(/(?<=\w), (?=\W)/g, `${quote}, ${quote}`) : requirement;

/** Replaces the requirement, whatever it was. */
export function requiring(text: string, { rawName, requirement, requirementSpan }: Dependency, newText: string): Fix[] {
  if (requirement === undefined || !requirementSpan || text.slice(requirementSpan.start, requirementSpan.end) !== requirement)
    return [];
  return [
    {
      title: `Require ${rawName} ${requirementInWords(newText)}`,
      applicability: 'suggested',
      edits: [{ span: requirementSpan, newText }],
      leaves: LEAVES_THE_LOCKFILE,
    },
  ];
}

/** Deletes the whole entry; impossible where the file has it twice in a shape that deletion would break. */
export const removed = ({ rawName, deletion: span }: Dependency, applicability: Fix['applicability'], what = rawName): Fix[] =>
  span ? [{ title: `Remove ${what}`, applicability, edits: [deletion(span)], leaves: LEAVES_THE_LOCKFILE }] : [];

/** Whether others in the workspace ask for a package by an entry: a catalog, a managed version. Without it they ask for nothing that is there. */
const isForOthers = ({ ecosystem, section, use }: Dependency): boolean =>
  (use === 'constraint' && (ecosystem === 'Maven' || ecosystem === 'NuGet')) ||
  (ecosystem === 'Maven' && section === 'libraries') ||
  section === 'workspace.dependencies' ||
  isCatalogSection(section);

/** Deletes a package that nothing good is known of, wherever it is asked for; from there on whoever uses it has to be changed by hand. */
export const withoutPackage = (dependency: Dependency): Fix[] =>
  removed(dependency, 'suggested').map((fix): Fix => (isForOthers(dependency) ? { ...fix, isBreaking: true } : fix));

/** A place in the file's structure that stays when lines move. */
export const keyOf = ({ ecosystem }: DependencyFile, { section, rawName, use }: Dependency): string =>
  `${ecosystem}/${section || use}/${rawName}`;

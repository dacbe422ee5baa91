import type { Span } from '../../../base/span.ts';
import type { Advisory } from '../../../knowledge/advisory.ts';
import {
  allAffected,
  isAffected,
  lockedFor,
  schemeOf,
  smallestSafeVersion,
  type Dependency,
  type ForcedFacts,
  type Lock,
  type LockedFacts,
  type VersionScheme,
} from '../../../model/dependencies/index.ts';
import { concernOf, decisive, withoutRepetitions, type Concern } from './advisories.ts';
import { inFlavourOf } from './flavour.ts';
import { isRuledOut } from './forced.ts';

/** What is known of one dependency's version, and which advisories it falls under. */
export interface Judgement {
  readonly dependency: Dependency;
  /** For people: `lodash 4.17.15 (locked in package-lock.json)`. */
  readonly subject: string;
  /** In the judged file. */
  readonly span: Span;
  readonly locked?: LockedFacts & { readonly path: string };
  /** Worst first; never empty. */
  readonly affecting: readonly Advisory[];
  /** Whether the requirement admits nothing else: no other version of the package would do. */
  readonly isWithoutAlternative: boolean;
  /** The smallest version above that no advisory affects. */
  readonly safe?: string;
  /** What is judged: the locked or pinned version, or the lowest one that the requirement admits. */
  readonly from: string;
}

/** Undefined for a dependency that falls under none, or whose version is not known. */
export function judge(
  dependency: Dependency,
  lock: Lock | undefined,
  known: readonly Advisory[],
  concern: Concern,
  forced: readonly ForcedFacts[] = [],
): Judgement | undefined {
  const scheme = schemeOf(dependency.ecosystem);
  if (!scheme || known.length === 0) return undefined;
  const { rawName, requirement, version: pinned } = dependency;
  const entry = currentEntry(lock, dependency, scheme);
  const locked = entry?.version !== undefined && lock ? { ...entry, path: lock.path } : undefined;
  const version = locked?.version ?? pinned;
  if (version !== undefined && isRuledOut(scheme, forced, dependency.name, version)) return undefined;
  const lowest = version ?? scheme.intervals(requirement ?? '')?.at(-1)?.lower?.version ?? '0';
  const affecting = withoutRepetitions(
    known.filter(
      (advisory) =>
        concernOf(advisory) === concern &&
        (version === undefined
          ? requirement === undefined
            ? isWhole(advisory)
            : allAffected(scheme, requirement, advisory)
          : isAffected(scheme, version, advisory)),
    ),
  );
  if (affecting.length === 0) return undefined;
  const safe = inFlavourOf(
    scheme,
    lowest,
    smallestSafeVersion(scheme, lowest, decisive(known, concern)),
    decisive(known, concern),
  );
  const subject = locked
    ? `${rawName} ${version} (locked in ${locked.path})`
    : version === undefined
      ? openSubject(dependency)
      : `${rawName} ${version}`;
  return {
    dependency,
    subject,
    span: requirement ? (dependency.requirementSpan ?? dependency.nameSpan) : dependency.nameSpan,
    affecting,
    from: lowest,
    isWithoutAlternative: !locked || affecting.some((advisory) => allAffected(scheme, requirement ?? '', advisory)),
    ...(locked && { locked }),
    ...(safe !== undefined && { safe }),
  };
}

/** Whether every version is affected, so that it does not matter which one is asked for. */
const isWhole = ({ ranges }: Advisory): boolean =>
  ranges.some(({ introduced, fixed, lastAffected }) => introduced === '0' && fixed === undefined && lastAffected === undefined);

/** What the lockfile has for a dependency. One that the manifest has outgrown says nothing about what will be installed. */
export function currentEntry(lock: Lock | undefined, dependency: Dependency, scheme: VersionScheme): LockedFacts | undefined {
  const entry = lockedFor(lock, dependency);
  const { name, requirement } = dependency;
  const isCurrent =
    entry?.name === name &&
    (requirement === undefined || dependency.source === 'git' || scheme.satisfies(entry.version ?? '', requirement) !== false);
  return isCurrent ? entry : undefined;
}

const openSubject = ({ rawName, requirement }: Dependency): string =>
  requirement ? `Every version that ${rawName} ${requirement} admits` : `Every version of ${rawName}`;

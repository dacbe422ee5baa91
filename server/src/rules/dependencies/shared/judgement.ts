import type { Span } from '../../../base/span.ts';
import type { Advisory } from '../../../knowledge/advisory.ts';
import {
  releaseIntervals,
  requirementInWords,
  schemeOf,
  smallestSafeVersion,
  type Dependency,
  type ForcedFacts,
  type Lock,
  type LockedFacts,
} from '../../../model/dependencies/index.ts';
import {
  concernOf,
  decisive,
  DEVELOPMENT_ONLY,
  inBrackets,
  isForDevelopment,
  withoutRepetitions,
  type Concern,
} from './advisories.ts';
import { calledFor, currentEntry, fallsUnder, lowestTaken, openSubject } from './falls-under.ts';
import { inFlavourOf } from './flavour.ts';
import { isRuledOut } from './forced.ts';
import { goodRelease } from './hijacked.ts';

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
  /** The smallest version above that no advisory affects; of malware the nearest good release, which may be one before. */
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
  const { requirement, version: pinned } = dependency;
  const entry = currentEntry(lock, dependency, scheme);
  const locked = entry?.version !== undefined && lock ? { ...entry, path: lock.path } : undefined;
  const taken = locked || pinned !== undefined ? undefined : lowestTaken(scheme, requirement ?? '');
  const version = locked?.version ?? pinned ?? taken;
  // A version without a number is somebody's own name for one.
  if (version !== undefined && !/\d/.test(version)) return undefined;
  if (version !== undefined && isRuledOut(scheme, forced, dependency.name, version)) return undefined;
  const lowest = version ?? releaseIntervals(scheme, requirement ?? '')?.at(-1)?.lower?.version ?? '0';
  const affecting = withoutRepetitions(
    known.filter((one) => concernOf(one) === concern && fallsUnder(scheme, dependency, version, one, concern)),
  );
  if (affecting.length === 0) return undefined;
  const safe = inFlavourOf(
    scheme,
    lowest,
    smallestSafeVersion(scheme, lowest, decisive(known, concern)),
    decisive(known, concern),
  );
  const better = concern === 'malicious' ? goodRelease(scheme, lowest, affecting, safe, decisive(known, concern)) : safe;
  const called = version === undefined ? openSubject(dependency, scheme) : `${calledFor(dependency)} ${version}`;
  const isMilder = concern === 'vulnerability' && isForDevelopment(dependency);
  const subject =
    called +
    inBrackets(locked && `locked in ${locked.path}`, isMilder && DEVELOPMENT_ONLY) +
    // Not in brackets, because the range has its own.
    (taken === undefined ? '' : `, the lowest that ${requirementInWords(requirement ?? '')} admits,`);
  return {
    dependency,
    subject,
    span: requirement ? (dependency.requirementSpan ?? dependency.nameSpan) : dependency.nameSpan,
    affecting,
    from: lowest,
    ...(locked && { locked }),
    ...(better !== undefined && { safe: better }),
  };
}

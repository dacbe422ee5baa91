import type { Span } from '../../../base/span.ts';
import type { Context } from '../../../engine/rule.ts';
import type { Advisory } from '../../../knowledge/advisory.ts';
import {
  allAffected,
  centralVersionFor,
  inheriting,
  lockfileFor,
  releaseIntervals,
  schemeOf,
  smallestSafeVersion,
  type Dependency,
  type ForcedFacts,
  type Lock,
  type LockedFacts,
} from '../../../model/dependencies/index.ts';
import { advisoriesOf, concernOf, decisive, withoutRepetitions, type Concern } from './advisories.ts';
import { calledFor, currentEntry, fallsUnder, isWhole, openSubject } from './falls-under.ts';
import { inFlavourOf } from './flavour.ts';
import { forcedFor, isRuledOut } from './forced.ts';
import { isReplaced, replacedIn } from './replaced.ts';
import { outvotedIn } from './outvoted.ts';
import { shownInManifests } from './shown-in-manifests.ts';

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

/**
 * Declared → resolved → verdict: a lockfile's version is judged; without one, a pin, or a range all of whose versions are affected. A range that also admits good
 * versions is not judged. Lockfiles are judged where no manifest is there that could be.
 */
export function* judgements({ file, model, env }: Context<'dependencies'>, concern: Concern): Generator<Judgement> {
  if (model.role === 'lockfile') {
    yield* lockfileJudgements({ model, env, file }, concern);
    return;
  }
  const lock = model.role === 'manifest' ? lockfileFor(file.path, env.workspace) : undefined;
  const replaced = replacedIn(model.dependencies);
  // Of a managed version Maven, Gradle and NuGet take notice only where a dependency has none of its own.
  const forced = forcedFor(lock, file.path, env.workspace).filter(
    ({ isConstraint }) => !isConstraint || model.ecosystem === 'PyPI',
  );
  const outvoted = outvotedIn(model);
  const complete = inheriting(file.path, env.workspace);
  for (const written of model.dependencies) {
    if (!isJudged(written) || isReplaced(written, replaced) || outvoted.has(written)) continue;
    const dependency = complete(written);
    // Where another file pins the version, that is where it is judged.
    if (centralVersionFor(file.path, dependency, env.workspace)?.version !== undefined) continue;
    const judgement = judge(
      dependency,
      dependency.use === 'declared' ? lock : undefined,
      advisoriesOf(env.advisories, dependency),
      concern,
      dependency.use === 'declared' ? forced : [],
    );
    if (judgement) yield judgement;
  }
}

/** Peers are installed by somebody else's choice; exclusions ask for nothing. */
const isJudged = ({ use, source, groups }: Dependency): boolean =>
  (source === 'registry' || source === 'alias') && !groups.includes('peer') && use !== 'exclusion' && use !== 'retraction';

function judge(
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
  const version = locked?.version ?? pinned;
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
  const subject = locked
    ? `${calledFor(dependency)} ${version} (locked in ${locked.path})`
    : version === undefined
      ? openSubject(dependency, scheme)
      : `${calledFor(dependency)} ${version}`;
  return {
    dependency,
    subject,
    span: requirement ? (dependency.requirementSpan ?? dependency.nameSpan) : dependency.nameSpan,
    affecting,
    from: lowest,
    isWithoutAlternative: !locked || affecting.some((one) => isWhole(one) || allAffected(scheme, requirement ?? '', one)),
    ...(locked && { locked }),
    ...(safe !== undefined && { safe }),
  };
}

/** Direct packages of manifests that the workspace does not have; for malicious ones also all that nobody asked for by name. */
function* lockfileJudgements(
  { file, model, env }: Pick<Context<'dependencies'>, 'file' | 'model' | 'env'>,
  concern: Concern,
): Generator<Judgement> {
  // go.sum also has versions that nothing is built with.
  if (model.format === 'go.sum') return;
  const shown = shownInManifests(file.path, model, env.workspace);
  for (const dependency of model.dependencies) {
    if (shown.has(dependency) || !isJudged(dependency)) continue;
    if (dependency.kind === 'transitive' && concern !== 'malicious') continue;
    const judgement = judge(dependency, undefined, advisoriesOf(env.advisories, dependency), concern);
    if (judgement) yield { ...judgement, span: dependency.versionSpan ?? dependency.nameSpan };
  }
}

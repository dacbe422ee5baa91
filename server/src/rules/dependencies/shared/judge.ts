import type { Context } from '../../../engine/rule.ts';
import {
  centralVersionFor,
  inheriting,
  lockfileFor,
  pubOverridesFor,
  type Dependency,
} from '../../../model/dependencies/index.ts';
import { advisoriesOf, type Concern } from './advisories.ts';
import { forcedFor, replacedNames } from './forced.ts';
import { isCompiled, toldInSources, unchangeable } from './compiled-requirements.ts';
import { judge, type Judgement } from './judgement.ts';
import { ownPackages } from './own-packages.ts';
import { outvotedIn } from './outvoted.ts';
import { rivalsIn, takenClass } from './npm-classes.ts';
import { askerOf, isToldElsewhere } from './brought-in.ts';
import { isReplaced, replacedIn } from './replaced.ts';
import { shownInManifests } from './shown-in-manifests.ts';

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
  const replacedByOverrides = replacedNames(lock, file.path, env.workspace);
  const isOverridden = ({ use, rawName }: Dependency): boolean =>
    (use === 'declared' && replacedByOverrides.has(rawName)) ||
    (use === 'override' && pubOverridesFor(file.path, env.workspace) !== undefined);
  const outvoted = outvotedIn(model);
  const rivals = rivalsIn(model, () => takenClass(file.path, env.workspace));
  const isToldAbove = toldInSources(model, file.path, env.workspace, concern === 'vulnerability');
  const isOwn = ownPackages(file.path, lock, env.workspace);
  const isWritten = isCompiled(model, file.path, env.workspace);
  const complete = inheriting(file.path, env.workspace);
  const judgementOf = (written: Dependency): Judgement | undefined => {
    if (
      !isJudged(written) ||
      isToldAbove(written) ||
      isOwn(written) ||
      isReplaced(written, replaced) ||
      outvoted.has(written) ||
      isOverridden(written)
    )
      return undefined;
    const dependency = complete(written);
    // Where another file pins the version, that is where it is judged.
    if (centralVersionFor(file.path, dependency, env.workspace)?.version !== undefined) return undefined;
    const judgement = judge(
      dependency,
      dependency.use === 'declared' ? lock : undefined,
      advisoriesOf(env.advisories, dependency),
      concern,
      dependency.use === 'declared' ? forced : [],
    );
    return judgement && isWritten ? { ...judgement, dependency: unchangeable(dependency) } : judgement;
  };
  for (const written of model.dependencies) {
    const { rival, isCertain } = rivals.get(written) ?? {};
    // Which of two is installed may not be known: one affected version is told, not both.
    if (rival && (isCertain || judgementOf(rival))) continue;
    const judgement = judgementOf(written);
    if (judgement) yield judgement;
  }
}

/** Peers are installed by somebody else's choice; exclusions ask for nothing. */
const isJudged = ({ use, source, groups }: Dependency): boolean =>
  (source === 'registry' || source === 'alias') && !groups.includes('peer') && use !== 'exclusion' && use !== 'retraction';

/** Direct packages of manifests that the workspace does not have; for malicious ones also all that nobody asked for by name. */
function* lockfileJudgements(
  { file, model, env }: Pick<Context<'dependencies'>, 'file' | 'model' | 'env'>,
  concern: Concern,
): Generator<Judgement> {
  // go.sum also has versions that nothing is built with.
  if (model.format === 'go.sum') return;
  // What no manifest asks for is told as brought in by others.
  if (concern === 'vulnerability' && askerOf(file.path, model, env.workspace)) return;
  const shown = shownInManifests(file.path, model, env.workspace);
  for (const dependency of model.dependencies) {
    if (shown.has(dependency) || !isJudged(dependency)) continue;
    if (isToldElsewhere(dependency, file.path, model, env.workspace)) continue;
    if (dependency.kind === 'transitive' && concern !== 'malicious') continue;
    const judgement = judge(dependency, undefined, advisoriesOf(env.advisories, dependency), concern);
    if (judgement) yield { ...judgement, span: dependency.versionSpan ?? dependency.nameSpan };
  }
}

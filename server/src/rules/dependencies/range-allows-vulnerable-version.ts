import type { Context } from '../../engine/rule.ts';
import { dependencyRule } from '../../engine/rule.ts';
import {
  admitsEverything,
  allAffected,
  lockfileFor,
  requirementInWords,
  schemeOf,
  someAffected,
  type Dependency,
} from '../../model/dependencies/index.ts';
import {
  aboutOf,
  advisoriesOf,
  concernOf,
  decisive,
  idsOf,
  inWords,
  provenance,
  withoutRepetitions,
} from './shared/advisories.ts';
import { keyOf, requiring } from './shared/fixes.ts';
import { calledFor, lowestTaken } from './shared/falls-under.ts';
import { floorOf, mendedWithin, unaffectedPart } from './shared/floor.ts';
import { forcedFor, replacedNames } from './shared/forced.ts';
import { rivalsIn, takenClass } from './shared/npm-classes.ts';
import { ownPackages } from './shared/own-packages.ts';
import { constrainedNames, wholeRequirement } from './shared/constrained.ts';

export const rangeAllowsVulnerableVersion = dependencyRule(
  {
    id: 'dependencies/range-allows-vulnerable-version',
    title: 'Version range admits vulnerable versions',
    why: 'Without a lockfile, which version is installed depends on the day, on caches and on what else is asked for. The range begins below a fix, so an old, vulnerable version may be taken. Raise the floor of the range to the fixed version, and commit a lockfile where the project is an application.',
    severity: 'info',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      floor:
        '{name} {requirement} also admits versions that are affected by {ids}: {what} Raise the floor to {safe} ({source}, {date}).',
      narrow:
        '{name} {requirement} also admits versions that are affected by {ids}: {what} {safe} is safe, but later versions in the range are affected again. Narrow the range ({source}, {date}).',
      part: '{name} {requirement} also admits versions that are affected by {ids}: {what} Only {kept} of it admits none. Leave the rest out ({source}, {date}).',
      newest:
        '{name} {requirement} also admits versions that are affected by {ids}: {what} Its newest versions are affected, so a higher floor does not help. Ask for another range ({source}, {date}).',
    },
    aliases: [],
    references: ['CWE-1395', 'CWE-1357'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model, env } = context;
    if (model.role !== 'manifest' || lockfileFor(file.path, env.workspace) !== undefined) return;
    const constrained = constrainedNames(model, file.path, env.workspace);
    if (constrained === 'unknown') return;
    const forced = new Set([
      ...forcedFor(undefined, file.path, env.workspace).map(({ name }) => name),
      ...replacedNames(undefined, file.path, env.workspace),
    ]);
    const rivals = rivalsIn(model, () => takenClass(file.path, env.workspace));
    const isOwn = ownPackages(file.path, undefined, env.workspace);
    for (const dependency of model.dependencies)
      if (!isOwn(dependency) && !rivals.has(dependency) && !constrained.has(dependency.name) && !forced.has(dependency.name))
        yield* problemsOf(context, dependency);
  },
);

function* problemsOf({ file, model, env }: Context<'dependencies'>, dependency: Dependency) {
  const { ecosystem, requirement, requirementSpan } = dependency;
  const scheme = schemeOf(ecosystem);
  if (!scheme || !isOpen(dependency) || !requirement || !requirementSpan || admitsEverything(scheme, requirement)) return;
  const known = advisoriesOf(env.advisories, dependency);
  const vulnerable = known.filter((advisory) => concernOf(advisory) === 'vulnerability');
  // Which version is taken does not depend on the day then, and is judged as such.
  if (lowestTaken(scheme, requirement) !== undefined) return;
  // Where all is affected by one of them, that is told as such.
  if (vulnerable.some((advisory) => allAffected(scheme, requirement, advisory))) return;
  const whole = wholeRequirement(model, dependency);
  const affecting = withoutRepetitions(
    vulnerable.filter(
      (advisory) => someAffected(scheme, requirement, advisory) && (whole === undefined || someAffected(scheme, whole, advisory)),
    ),
  );
  const [worst] = affecting;
  if (!worst) return;
  const decided = decisive(known, 'vulnerability');
  const floor = floorOf(file.text, dependency, scheme, decided);
  const kept = floor ? undefined : unaffectedPart(dependency, scheme, decided);
  const mended = floor ? undefined : mendedWithin(scheme, requirement, decided);
  const data = {
    name: calledFor(dependency),
    requirement: requirementInWords(requirement),
    ids: idsOf(worst),
    what: inWords(affecting),
    ...provenance(env.advisories, worst),
  };
  const about = aboutOf(dependency, affecting, { safe: floor?.versions[0] });
  const rest = { span: requirementSpan, key: keyOf(model, dependency), about };
  if (floor)
    yield { message: 'floor', data: { ...data, safe: floor.versions.join(' and ') }, fixes: floor.fixes, ...rest } as const;
  else if (kept !== undefined)
    yield { message: 'part', data: { ...data, kept }, fixes: requiring(file.text, dependency, kept), ...rest } as const;
  else if (mended !== undefined) yield { message: 'narrow', data: { ...data, safe: mended }, ...rest } as const;
  else yield { message: 'newest', data, ...rest } as const;
}

/** Asks for versions by a range. */
const isOpen = ({ use, source, groups, version, section }: Dependency): boolean =>
  use === 'declared' &&
  // What a package is built with is installed afresh each time, in its newest version (PEP 517).
  section !== 'build-system.requires' &&
  version === undefined &&
  (source === 'registry' || source === 'alias') &&
  !groups.includes('peer');

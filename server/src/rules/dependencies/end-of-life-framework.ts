import { dependencyRule } from '../../engine/rule.ts';
import { cycleOf, END_OF_LIFE_TABLE_DATE, lastCycleBelow, type Cycle, type ProductId } from '../../knowledge/end-of-life.ts';
import { frameworkOf } from '../../knowledge/framework-packages.ts';
import { lockfileFor, schemeOf, type Dependency, type VersionScheme } from '../../model/dependencies/index.ts';
import { keyOf } from './shared/fixes.ts';
import { currentEntry } from './shared/falls-under.ts';

export const endOfLifeFramework = dependencyRule(
  {
    id: 'dependencies/end-of-life-framework',
    title: 'Framework no longer gets security fixes',
    why: 'A framework faces whatever comes from outside. When its release cycle has ended, new vulnerabilities are still found and published, but nobody fixes them in that version. Plan the step to a supported cycle, or buy support from somebody who offers it. The locked version counts; without a lockfile, the newest one that the requirement admits.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      ended: '{product} {cycle} has had no security fixes since {end} (table of {date}). Upgrade to a supported release.',
    },
    aliases: [],
    references: ['CWE-1104', 'OWASP A06:2021'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (model.role !== 'manifest') return;
    const lock = lockfileFor(file.path, env.workspace);
    const told = new Set<ProductId>();
    for (const dependency of model.dependencies) {
      const id = frameworkOf(dependency.ecosystem, dependency.name);
      const scheme = schemeOf(dependency.ecosystem);
      if (id === undefined || !scheme || told.has(id) || !isAsked(dependency)) continue;
      const version = currentEntry(lock, dependency, scheme)?.version ?? dependency.version;
      const cycle = version === undefined ? newestAdmitted(id, dependency, scheme) : cycleOf(id, releaseOf(version));
      if (cycle?.end === undefined || cycle.end >= env.today) continue;
      // The packages of one framework share its version.
      told.add(id);
      yield {
        message: 'ended',
        data: { product: cycle.product, cycle: cycle.cycle, end: cycle.end, date: END_OF_LIFE_TABLE_DATE },
        span: dependency.requirement ? (dependency.requirementSpan ?? dependency.nameSpan) : dependency.nameSpan,
        key: keyOf(model, dependency),
      };
    }
  },
);

const isAsked = ({ use, source, groups }: Dependency): boolean =>
  use === 'declared' && (source === 'registry' || source === 'alias') && !groups.includes('peer');

/** `v5.3.0-beta.1` and `2.7.18.RELEASE` without what is no number. */
const releaseOf = (version: string): string => /^v?(\d{1,4}(?:\.\d{1,10}){0,5})/.exec(version)?.[1] ?? '';

/** The last cycle that a requirement admits; undefined where it has no end. */
function newestAdmitted(id: ProductId, { requirement }: Dependency, scheme: VersionScheme): Cycle | undefined {
  const intervals = requirement ? scheme.intervals(requirement) : undefined;
  if (!intervals || intervals.length === 0) return undefined;
  const ends = intervals.map(
    ({ lower, upper }) =>
      upper && (lastCycleBelow(id, upper.version, upper.inclusive) ?? cycleOf(id, releaseOf(lower?.version ?? ''))),
  );
  // Of several cycles the one that is supported longest counts.
  return ends.some((cycle) => cycle?.end === undefined)
    ? undefined
    : ends.toSorted((a, b) => ((a?.end ?? '') < (b?.end ?? '') ? 1 : -1))[0];
}

import type { Advisories } from '../../../engine/advisories.ts';
import type { AboutPackage } from '../../../engine/rule.ts';
import { bySeverity, SEVERITIES, type Severity } from '../../../engine/severity.ts';
import type { Advisory } from '../../../knowledge/advisory.ts';
import type { Dependency } from '../../../model/dependencies/index.ts';

/** What a record tells. */
export type Concern = Advisory['kind'] | NonNullable<Advisory['informational']>;

export const concernOf = ({ kind, informational }: Advisory): Concern => informational ?? kind;

/** The advisories of a package, worst first. */
export const advisoriesOf = (
  advisories: Advisories,
  { ecosystem, name }: Pick<Dependency, 'ecosystem' | 'name'>,
): readonly Advisory[] =>
  name === '' ? [] : advisories.forPackage(ecosystem, name).toSorted((a, b) => bySeverity(a.severity, b.severity));

/** What a message says of the data that an advisory comes from. */
export const provenance = (advisories: Advisories, { origin }: Advisory): { readonly source: string; readonly date: string } =>
  origin ?? { source: advisories.source, date: advisories.date };

/** Those that a safe version must not fall under. That nobody maintains a package makes no version of it worse than another. */
export const decisive = (known: readonly Advisory[], concern: Concern): readonly Advisory[] =>
  known.filter(({ informational }) => informational === undefined || informational === concern);

/** One advisory of each set that shares an id: databases repeat each other (GHSA, CVE, PYSEC and GO ids are names of one thing). The first one stays. */
export function withoutRepetitions(advisories: readonly Advisory[]): Advisory[] {
  const seen = new Set<string>();
  return advisories.filter(({ id, aliases }) => {
    const ids = [id, ...aliases];
    const isNew = !ids.some((one) => seen.has(one));
    for (const one of ids) seen.add(one);
    return isNew;
  });
}

/** `GHSA-… (CVE-…)`. */
export const idsOf = ({ id, aliases }: Advisory): string =>
  aliases.length === 0 ? id : `${id} (${[...new Set(aliases)].join(', ')})`;

/** The same within brackets: `RUSTSEC-…, GHSA-…`. */
export const idsInBrackets = ({ id, aliases }: Advisory): string => [...new Set([id, ...aliases])].join(', ');

/** By what a finding that rests on advisories can be accepted. */
export function aboutOf(
  { name, version }: Pick<Dependency, 'name' | 'version'>,
  advisories: Advisory | readonly Advisory[],
  { locked = version, safe }: { readonly locked?: string | undefined; readonly safe?: string | undefined },
): AboutPackage {
  return {
    package: name,
    ...(locked !== undefined && { version: locked }),
    advisories: [advisories].flat().flatMap(({ id, aliases }) => [id, ...aliases]),
    ...(safe !== undefined && { safe }),
  };
}

/** What the worst one says, and the ids of the others: one or two sentences. */
export function inWords([worst, ...others]: readonly Advisory[]): string {
  const shown = others.slice(0, 5).map(({ id }) => id);
  const more = others.length > shown.length ? ` and ${others.length - shown.length} more` : '';
  return `${worst?.summary ?? ''}.${shown.length === 0 ? '' : ` Also affected by ${shown.join(', ')}${more}.`}`;
}

/** What a message says of all that affects one version, worst first. */
export const wordsOf = (worst: Advisory, affecting: readonly Advisory[]) => ({
  ids: idsOf(worst),
  severity: worst.severity,
  what: inWords(affecting),
});

/** Whether only developing and testing need it. */
export const isForDevelopment = ({ groups }: Pick<Dependency, 'groups'>): boolean =>
  groups.includes('dev') || groups.includes('test');

/** ` (optional, development only)`: what makes a finding matter less, said beside the name. */
export const inBrackets = (...notes: readonly (string | false | undefined)[]): string => {
  const said = notes.filter(Boolean);
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
};

/** Beside the name of what only development uses. */
export const DEVELOPMENT_ONLY = 'development only';

export const milder = (severity: Severity): Severity => SEVERITIES[SEVERITIES.indexOf(severity) + 1] ?? severity;

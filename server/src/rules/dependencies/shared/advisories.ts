import type { Advisories } from '../../../engine/advisories.ts';
import type { AboutPackage } from '../../../engine/rule.ts';
import { bySeverity } from '../../../engine/severity.ts';
import type { Advisory } from '../../../knowledge/advisory.ts';
import type { Dependency } from '../../../model/dependencies/index.ts';

/** The advisories of a package, worst first. What is only informational is not among them: it would make every version look unsafe. */
export const advisoriesOf = (
  advisories: Advisories,
  { ecosystem, name }: Pick<Dependency, 'ecosystem' | 'name'>,
): readonly Advisory[] =>
  name === ''
    ? []
    : advisories
        .forPackage(ecosystem, name)
        .filter(({ informational }) => informational === undefined)
        .toSorted((a, b) => bySeverity(a.severity, b.severity));

/** What a message says of the data that an advisory comes from. */
export const provenance = (advisories: Advisories, { origin }: Advisory): { readonly source: string; readonly date: string } =>
  origin ?? { source: advisories.source, date: advisories.date };

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
export const idsOf = ({ id, aliases }: Advisory): string => (aliases.length === 0 ? id : `${id} (${aliases.join(', ')})`);

/** By what a finding that rests on an advisory can be accepted. */
export function aboutOf(
  { name, version }: Pick<Dependency, 'name' | 'version'>,
  { id, aliases }: Advisory,
  { locked = version, safe }: { readonly locked?: string | undefined; readonly safe?: string | undefined },
): AboutPackage {
  return {
    package: name,
    ...(locked !== undefined && { version: locked }),
    advisories: [id, ...aliases],
    ...(safe !== undefined && { safe }),
  };
}

import type { Ecosystem } from '../../../base/ecosystem.ts';
import { WRONG_NAMES, type RightName } from '../../../knowledge/wrong-names.ts';
import { schemeOf, type Dependency } from '../../../model/dependencies/index.ts';

/** NuGet compares names without regard to case; everywhere else a name is normalised already. */
const keyOf = (ecosystem: Ecosystem, name: string): string => (ecosystem === 'NuGet' ? name.toLowerCase() : name);

const TABLES = new Map(
  Object.entries(WRONG_NAMES).map(([ecosystem, table]) => [
    ecosystem,
    new Map([...table].map(([wrong, right]) => [keyOf(ecosystem as Ecosystem, wrong), right])),
  ]),
);

/** The name that is right, of one that is well known to be wrong. */
export const rightNameFor = (ecosystem: Ecosystem, name: string): RightName | undefined =>
  TABLES.get(ecosystem)?.get(keyOf(ecosystem, name));

/** Whether the right name has a version that the requirement admits, as far as is known. */
export function hasVersionFor({ since }: RightName, { ecosystem, requirement, version }: Dependency): boolean {
  const scheme = schemeOf(ecosystem);
  if (since === undefined || !scheme) return true;
  if (version !== undefined) return scheme.compare(version, since) >= 0;
  const intervals = scheme.intervals(requirement ?? '') ?? [];
  return !intervals.length || intervals.some(({ upper }) => !upper || scheme.compare(upper.version, since) >= 0);
}

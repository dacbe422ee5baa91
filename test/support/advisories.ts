import type { Advisories } from '../../server/src/engine/advisories.ts';
import type { Advisory, AffectedRange } from '../../server/src/knowledge/advisory.ts';

type Given = Partial<Omit<Advisory, 'ranges'>> & {
  readonly id: string;
  readonly name: string;
  readonly ranges?: readonly (readonly [introduced: string, fixed?: string])[];
};

/** A port with the given advisories; without an ecosystem they are npm's, without a kind vulnerabilities. */
export function advisories(...given: readonly Given[]): Advisories {
  const all = given.map(({ ranges = [], ...rest }): Advisory => ({
    aliases: [],
    ecosystem: 'npm',
    kind: 'vulnerability',
    severity: 'high',
    summary: 'bad things happen',
    ...rest,
    ranges: ranges.map(([introduced, fixed]): AffectedRange => ({ introduced, ...(fixed !== undefined && { fixed }) })),
  }));
  return {
    source: 'test data',
    date: '2026-11-01',
    forPackage: (ecosystem, name) => all.filter((one) => one.ecosystem === ecosystem && one.name === name),
  };
}

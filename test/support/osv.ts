import { type OsvRecord, readOsv } from '../../server/src/advisories/osv/record.ts';
import { IndexBuilder } from '../../server/src/advisories/index/builder.ts';
import type { Ecosystem } from '../../server/src/base/ecosystem.ts';

/** One record of OSV as JSON: `osv('GHSA-1', 'npm', 'left', '0', '1.2.0')`. */
export const osv = (id: string, ecosystem: string, name: string, introduced = '0', fixed?: string, rest: object = {}) => ({
  id,
  modified: '2026-05-01T00:00:00Z',
  published: '2026-04-01T00:00:00Z',
  summary: `Trouble in ${name}`,
  affected: [
    {
      package: { ecosystem, name },
      ranges: [{ type: 'SEMVER', events: [{ introduced }, ...(fixed === undefined ? [] : [{ fixed }])] }],
    },
  ],
  database_specific: { severity: 'HIGH' },
  ...rest,
});

export function record(value: unknown): OsvRecord {
  const read = readOsv(value);
  if (!read) throw new Error('this is no record');
  return read;
}

/** The file of an ecosystem with some records. */
export function indexFile(ecosystem: Ecosystem, values: readonly unknown[], date = '2026-06-01'): Uint8Array {
  const builder = new IndexBuilder(ecosystem);
  for (const value of values) builder.add(record(value));
  return builder.finish({ source: 'OSV', date });
}

import { DISTRIBUTIONS } from './end-of-life/distributions.ts';
import { FRAMEWORKS } from './end-of-life/frameworks.ts';
import { RUNTIMES } from './end-of-life/runtimes.ts';
import { SERVERS } from './end-of-life/servers.ts';
import type { ProductTable } from './end-of-life/table.ts';

/**
 * Until when products get security fixes. Written by hand from the projects' own announcements, which are named at each product; days to come are
 * the vendors' plans.
 */
const TABLES = { ...DISTRIBUTIONS, ...RUNTIMES, ...SERVERS, ...FRAMEWORKS } as const;

/** The month of the newest announcement that the tables know. */
export const END_OF_LIFE_TABLE_DATE = '2026-11';

export type ProductId = keyof typeof TABLES;

/** A release cycle of a product. */
export interface Cycle {
  readonly id: ProductId;
  /** The product, for people. */
  readonly product: string;
  /** `3.7` */
  readonly cycle: string;
  /** Last day (ISO) with security fixes; undefined while none is set. */
  readonly end: string | undefined;
  readonly codeName: string | undefined;
}

interface Row extends Cycle {
  readonly numbers: readonly number[];
}

const numbersOf = (version: string): readonly number[] => version.split('.').map(Number);

/** In the order of their numbers, the newest first. */
const ROWS: ReadonlyMap<string, readonly Row[]> = new Map(
  Object.entries<ProductTable>(TABLES).map(([id, { name, formerly, cycles }]) => [
    id,
    cycles
      .trim()
      .split(/\s*\n\s*/)
      .map((line): Row => {
        const [cycle = '', end = '-', codeName] = line.split(' ');
        const numbers = /^[\d.]+$/.test(cycle) ? numbersOf(cycle) : [];
        const product = formerly && (numbers[0] ?? 0) < formerly.below ? formerly.name : name;
        return { id: id as ProductId, product, cycle, end: end === '-' ? undefined : end, codeName, numbers };
      })
      .sort((a, b) => compare(b.numbers, a.numbers)),
  ]),
);

function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const startsWith = (numbers: readonly number[], start: readonly number[]): boolean =>
  start.length > 0 && start.every((number, at) => numbers[at] === number);

/** All cycles of a product that the table knows, the newest first. */
export const cyclesOf = (id: ProductId): readonly Cycle[] => ROWS.get(id) ?? [];

/** The cycle that has this code name. */
export const cycleNamed = (id: ProductId, codeName: string): Cycle | undefined =>
  ROWS.get(id)?.find((row) => row.codeName === codeName);

/**
 * The cycle that a version belongs to: `3.7.4` to 3.7. A version that leaves the rest open (`3`) means the newest one, as in tags; one that is older than
 * every cycle in the table is a cycle of its own that ended no later than the oldest of those.
 */
export function cycleOf(id: ProductId, version: string): Cycle | undefined {
  if (!/^\d{1,4}(?:\.\d{1,10}){0,5}$/.test(version)) return undefined;
  const rows = ROWS.get(id) ?? [];
  const numbers = numbersOf(version);
  const own = rows.find((row) => startsWith(numbers, row.numbers)) ?? rows.find((row) => startsWith(row.numbers, numbers));
  const oldest = rows.at(-1);
  const table: ProductTable = TABLES[id];
  if (own || !oldest || table.isPartial || compare(numbers, oldest.numbers) > 0) return own;
  const first = [...rows].map(({ end }) => end ?? '').sort()[0];
  return {
    id,
    product: table.name,
    cycle: version.split('.').slice(0, 2).join('.'),
    end: oldest.end ?? first,
    codeName: undefined,
  };
}

/** The newest cycle that begins below a version, or at it where it is `inclusive`: the last one that a range with that end admits. */
export function lastCycleBelow(id: ProductId, version: string, inclusive: boolean): Cycle | undefined {
  const release = /^v?(\d{1,9}(?:\.\d{1,9}){0,5})/.exec(version)?.[1];
  if (release === undefined) return undefined;
  const end = numbersOf(release);
  return ROWS.get(id)?.find(({ numbers }) => {
    const order = compare(numbers, end);
    return order < 0 || (order === 0 && inclusive);
  });
}

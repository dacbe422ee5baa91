import type { Gate } from './cooldown.ts';

/** In seconds, as Yarn writes them (https://yarnpkg.com/configuration/yarnrc#npmMinimalAgeGate). */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 86_400],
  ['w', 604_800],
]);
/** What package managers count where no unit is written. */
const COUNTED: Readonly<Partial<Record<Gate['manager'], readonly [unit: string, name: string]>>> = {
  npm: ['d', 'days'],
  pnpm: ['m', 'minutes'],
  yarn: ['m', 'minutes'],
  bun: ['s', 'seconds'],
};
const HOUR = 3600;
const YEAR = 365 * 86_400;

const AGE = /^["']?(\d{1,15})\s*(?:([smhdw])|(s)ec(?:ond)?s?|(m)in(?:ute)?s?|(h)ours?|(d)ays?|(w)eeks?)?["']?$/i;

/** How long a value is, in seconds; NaN for a date and for what is no number with a unit. */
export function secondsOf({ manager }: Pick<Gate, 'manager'>, value: string): number {
  const [, digits = '', ...units] = AGE.exec(value.replace(/^(["']?)P(?=\d+[DW])/i, '$1')) ?? [];
  const written = units.join('').toLowerCase();
  return Number(digits || Number.NaN) * (UNITS.get(written === '' ? (COUNTED[manager]?.[0] ?? '') : written) ?? Number.NaN);
}

/**
 * An age that nobody means, because the number was thought of in the unit of another package manager: three minutes, or twelve years. Undefined for one that may be meant.
 * @returns what the package manager counts, and how long that is
 */
export function mistakenAge(gate: Gate, value: string): { readonly units: string; readonly age: string } | undefined {
  const [unit, units] = COUNTED[gate.manager] ?? [];
  if (units === undefined) return undefined;
  const seconds = secondsOf(gate, value);
  // Days written as minutes or seconds; in seconds the minutes of two weeks are less than six hours.
  const isShort = seconds > 0 && seconds < (unit === 's' ? 6 * HOUR : HOUR);
  return isShort || seconds >= YEAR ? { units, age: inWords(seconds) } : undefined;
}

const STEPS: readonly (readonly [seconds: number, name: string])[] = [
  [YEAR, 'year'],
  [HOUR, 'hour'],
  [60, 'minute'],
  [1, 'second'],
];

function inWords(seconds: number): string {
  const [size, name] = STEPS.find(([least]) => seconds >= least) ?? [1, 'second'];
  const count = Math.floor(seconds / size);
  return `${seconds % size === 0 ? '' : 'about '}${count} ${name}${count === 1 ? '' : 's'}`;
}

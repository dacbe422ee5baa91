/** What is wrong with a schedule of a CronJob; undefined when it is fine. */
export type CronMistake =
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** It is well formed, but no such day exists. */
  | { readonly kind: 'never' }
  /** It names a time zone, for which there is a field. */
  | { readonly kind: 'zone'; readonly zone: string };

interface Field {
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
  /** In the order of their numbers, from `lowest` on. */
  readonly names?: readonly string[];
}

/** The fields of https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format, which Kubernetes uses. Sunday is 0 and never 7. */
const FIELDS: readonly Field[] = [
  { name: 'minute', lowest: 0, highest: 59 },
  { name: 'hour', lowest: 0, highest: 23 },
  { name: 'day of the month', lowest: 1, highest: 31 },
  {
    name: 'month',
    lowest: 1,
    highest: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  { name: 'day of the week', lowest: 0, highest: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DESCRIPTORS: ReadonlySet<string> = new Set([
  '@yearly',
  '@annually',
  '@monthly',
  '@weekly',
  '@daily',
  '@midnight',
  '@hourly',
]);
const EVERY = '@every ';
const DURATION = /^[+-]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;
const LONGEST = 1000;

/** Reads a schedule as Kubernetes does. */
export function cronMistake(schedule: string): CronMistake | undefined {
  if (schedule.length > LONGEST) return unreadable('it is too long');
  const zone = /^(?:CRON_)?TZ=(\S*)(?:\s|$)/.exec(schedule);
  if (zone) return cronMistake(schedule.slice(zone[0].length).trim()) ?? { kind: 'zone', zone: zone[1] ?? '' };
  if (schedule.startsWith('@')) return descriptorMistake(schedule);
  const parts = schedule.split(/\s+/).filter((part) => part !== '');
  if (parts.length !== FIELDS.length) return unreadable(`it has ${parts.length} fields instead of five`);
  const sets: Values[] = [];
  for (const [index, field] of FIELDS.entries()) {
    const values = valuesOf(parts[index] ?? '', field);
    if ('reason' in values) return unreadable(values.reason);
    sets.push(values);
  }
  return hasDay(sets[2], sets[3], sets[4]) ? undefined : { kind: 'never' };
}

const unreadable = (reason: string): CronMistake => ({ kind: 'unreadable', reason });

function descriptorMistake(schedule: string): CronMistake | undefined {
  if (DESCRIPTORS.has(schedule)) return undefined;
  if (!schedule.startsWith(EVERY)) return unreadable(`there is no \`${schedule}\``);
  const duration = schedule.slice(EVERY.length);
  return DURATION.test(duration) ? undefined : unreadable(`\`${duration}\` is not a duration such as \`1h30m\``);
}

interface Values {
  readonly values: ReadonlySet<number>;
  /** Whether the field says "any", which matters for the days. */
  readonly isAny: boolean;
}

function valuesOf(text: string, field: Field): Values | { readonly reason: string } {
  const values = new Set<number>();
  let isAny = false;
  for (const part of text.split(',')) {
    if (part === '') continue;
    const range = rangeOf(part, field);
    if ('reason' in range) return range;
    isAny ||= range.isAny;
    for (let value = range.start; value <= range.end; value += range.step) values.add(value);
  }
  return { values, isAny };
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly isAny: boolean;
}

function rangeOf(text: string, field: Field): Range | { readonly reason: string } {
  const wrong = (what: string) => ({ reason: `\`${text}\` ${what} of the field ${field.name}` });
  const [bounds = '', stepText, ...steps] = text.split('/');
  const [low = '', high, ...more] = bounds.split('-');
  const isAny = low === '*' || low === '?';
  if (more.length > 0 || steps.length > 0) return wrong('is no value');
  const start = isAny ? field.lowest : numberOf(low, field);
  const last = isAny ? field.highest : high === undefined ? start : numberOf(high, field);
  const step = stepText === undefined ? 1 : numberOf(stepText, undefined);
  if (start === undefined || last === undefined || step === undefined) return wrong('is no value');
  const end = stepText !== undefined && high === undefined ? field.highest : last;
  if (start < field.lowest || end > field.highest)
    return { reason: `\`${text}\` is outside of ${field.lowest} to ${field.highest}, the values of the field ${field.name}` };
  if (start > end) return wrong('runs backwards in the values');
  if (step === 0) return wrong('has the step 0 in the values');
  return { start, end, step, isAny: isAny && step === 1 };
}

function numberOf(text: string, field: Field | undefined): number | undefined {
  if (/^\+?\d{1,9}$/.test(text)) return Number(text);
  const index = field?.names?.indexOf(text.toLowerCase()) ?? -1;
  return field && index >= 0 ? index + field.lowest : undefined;
}

/** Whether a day fits. If both the day of the month and that of the week are given, either is enough. */
function hasDay(days: Values | undefined, months: Values | undefined, weekdays: Values | undefined): boolean {
  if (!days || !months || !weekdays) return true;
  if (!days.isAny && !weekdays.isAny && weekdays.values.size > 0) return months.values.size > 0;
  return [...months.values].some((month) => [...days.values].some((day) => day <= (DAYS_IN_MONTH[month - 1] ?? 0)));
}

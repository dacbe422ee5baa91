import { type Cycle, cycleNamed, cycleOf, cyclesOf, type ProductId } from '../../../knowledge/end-of-life.ts';
import { schemeOf, type DependencyFile, type Runtime, type VersionScheme } from '../../../model/dependencies/index.ts';

/** The names under which manifests ask for what the table knows. */
const PRODUCTS: Readonly<Record<string, ProductId>> = {
  node: 'node',
  python: 'python',
  ruby: 'ruby',
  php: 'php',
  'php-64bit': 'php',
  go: 'go',
  toolchain: 'go',
  java: 'java',
  elixir: 'elixir',
  erlang: 'erlang',
  gradle: 'gradle',
  maven: 'maven',
  dotnet: 'dotnet',
  'dotnet-sdk': 'dotnet',
};

/** The product that a runtime's name stands for, where the table knows it. */
export const productOf = ({ name }: Pick<Runtime, 'name'>): ProductId | undefined =>
  Object.hasOwn(PRODUCTS, name) ? PRODUCTS[name] : undefined;

/** A runtime that gets no more security fixes, whichever version of those that are asked for is taken. */
export interface EndedRuntime {
  /** The newest of the cycles that are asked for. */
  readonly cycle: Cycle;
  /** ISO date. */
  readonly end: string;
  /** The supported cycle to go to. */
  readonly next: Cycle;
}

export function endedRuntime(
  runtime: Pick<Runtime, 'name' | 'requirement'>,
  { format, ecosystem }: Pick<DependencyFile, 'format' | 'ecosystem'>,
  today: string,
): EndedRuntime | undefined {
  const id = productOf(runtime);
  if (id === undefined) return undefined;
  const requirement = plainVersion(id, runtime.requirement);
  const asked = cyclesAskedFor(id, requirement, format, schemeOf(ecosystem));
  const [newest] = asked;
  if (!newest || !asked.every(({ end }) => end !== undefined && end < today)) return undefined;
  const next = nextSupported(newest, today);
  // A table that knows no supported version is out of date itself.
  return next && { cycle: newest, end: newest.end ?? '', next };
}

/** Bundler writes Ruby's patch level behind the release; Java 5 to 8 are also called 1.5 to 1.8; .NET is named by the framework that is built for (https://learn.microsoft.com/dotnet/standard/frameworks). */
function plainVersion(id: ProductId, written: string): string {
  if (id === 'ruby') return written.replace(/^(\d[\d.]*)p\d+$/, '$1');
  if (id === 'java') return written.replace(/^\s*1\.(?=(?:[5-9]|\d{2})\s*$)/, '');
  // What begins with a `v` is the .NET Framework of Windows.
  if (id === 'dotnet' && /^\s*v/i.test(written)) return '';
  return id === 'dotnet' ? (/^net(?:coreapp)?(\d{1,2}\.\d)(?:-[\w.]+)?$/i.exec(written.trim())?.[1] ?? written) : written;
}

/** The cycles, the newest first, that a requirement admits; empty where that is not known or where it is open upwards. */
function cyclesAskedFor(
  id: ProductId,
  requirement: string,
  format: DependencyFile['format'],
  scheme: VersionScheme | undefined,
): readonly Cycle[] {
  const named = /^lts\/([a-z]+)$/i.exec(requirement)?.[1];
  if (named !== undefined) return [cycleNamed(id, named.toLowerCase()) ?? []].flat();
  const version = /^(?:go|v|=|==)?\s*(\d+(?:\.\d+){0,3})(?:\.(?:x|\*))?$/.exec(requirement.trim())?.[1];
  // PyPI's and RubyGems' bare versions are exact or none; the others' are the beginning of one, or the least (go).
  if (version !== undefined) return isMinimum(format, id) ? [] : [cycleOf(id, version) ?? []].flat();
  const intervals = scheme?.intervals(requirement);
  if (!scheme || !intervals || intervals.length === 0 || intervals.some(({ upper }) => upper === undefined)) return [];
  const cycles = cyclesOf(id);
  return cycles.filter(({ cycle }, index) => {
    const above = cycles[index - 1]?.cycle;
    return intervals.some(
      ({ lower, upper }) =>
        upper !== undefined &&
        scheme.compare(cycle, upper.version) <= (upper.inclusive ? 0 : -1) &&
        (lower === undefined || above === undefined || scheme.compare(lower.version, above) < 0),
    );
  });
}

/** Composer and Cargo read a bare version as a range that is open to newer ones. */
const isMinimum = (format: DependencyFile['format'], id: ProductId): boolean => format === 'Cargo.toml' && id !== 'go';

/** The nearest cycle above that is supported for a year to come, else the newest supported one. Of Node.js only the even ones are for long. */
export function nextSupported({ id, cycle }: Cycle, today: string): Cycle | undefined {
  const all = cyclesOf(id);
  const own = all.findIndex((one) => one.cycle === cycle);
  const later = own < 0 ? all : all.slice(0, own);
  const supported = later.filter(
    ({ end, cycle: other }) => (end === undefined || end >= today) && (id !== 'node' || Number(other) % 2 === 0),
  );
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  return supported.findLast(({ end }) => end === undefined || end >= inAYear) ?? supported[0];
}

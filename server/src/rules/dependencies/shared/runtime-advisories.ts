import type { Ecosystem } from '../../../base/ecosystem.ts';
import type { Advisories } from '../../../engine/advisories.ts';
import { runtimeAdvisories } from '../../../engine/builtin-advisories.ts';
import { bySeverity } from '../../../engine/severity.ts';
import type { Advisory } from '../../../knowledge/advisory.ts';
import { cycleOf, type ProductId } from '../../../knowledge/end-of-life.ts';
import {
  allAffected,
  isAffected,
  schemeOf,
  smallestSafeVersion,
  type DependencyFile,
  type Runtime,
} from '../../../model/dependencies/index.ts';
import { advisoriesOf, concernOf, decisive, withoutRepetitions } from './advisories.ts';
import { releaseAskedFor } from './runtime-release.ts';
import { nextSupported, productOf } from './runtime-support.ts';

/** How Go's vulnerability database calls the standard library and the commands (https://go.dev/doc/security/vuln/database). */
const MODULES = ['stdlib', 'toolchain'];

/** Whose order the releases of a product have; those of RubyGems are numbers with dots, as many as there are. */
const ORDERS: Readonly<Partial<Record<ProductId, Ecosystem>>> = {
  go: 'Go',
  node: 'npm',
  python: 'PyPI',
  ruby: 'RubyGems',
  php: 'RubyGems',
  java: 'RubyGems',
  erlang: 'RubyGems',
};

/** What is known of the releases that a runtime is asked for in. */
export interface RuntimeJudgement {
  readonly id: ProductId;
  /** The release, or the range of which every release is affected. */
  readonly version: string;
  readonly isRange: boolean;
  /** Worst first; never empty. */
  readonly affecting: readonly Advisory[];
  /** The smallest one above that nothing affects and that gets fixes; of a release line whose first release is not affected only the line. */
  readonly safe: string | undefined;
  /** Whether the release line that is asked for gets no more fixes. */
  readonly hasEnded: boolean;
}

export function judgeRuntime(
  runtime: Runtime,
  { format, ecosystem }: Pick<DependencyFile, 'format' | 'ecosystem'>,
  advisories: Advisories,
  today: string,
): RuntimeJudgement | undefined {
  const id = productOf(runtime);
  const order = id && schemeOf(ORDERS[id] ?? 'Go');
  if (!id || !order || !ORDERS[id]) return undefined;
  const asked = releaseAskedFor(id, runtime, format, order, schemeOf(ecosystem));
  if (!asked) return undefined;
  const { version, range } = asked;
  const known = knownOf(id, advisories);
  const affecting = withoutRepetitions(
    known.filter(
      (one) =>
        concernOf(one) === 'vulnerability' &&
        (range ? allAffected(range.scheme, range.text, one) : isAffected(order, version, one)),
    ),
  );
  if (affecting.length === 0) return undefined;
  return { id, affecting, isRange: range !== undefined, version: range?.shown ?? version, ...wayOut(id, version, known, today) };
}

/** The first release of a supported line that is not known to be vulnerable; undefined where that is the line's very first, or not known. */
export function firstSafeRelease(id: ProductId, line: string, advisories: Advisories): string | undefined {
  const order = schemeOf(ORDERS[id] ?? 'Go');
  if (!order || !ORDERS[id]) return undefined;
  const known = decisive(knownOf(id, advisories), 'vulnerability');
  const first = firstOf(id, line);
  if (!known.some((one) => isAffected(order, first, one))) return undefined;
  const safe = smallestSafeVersion(order, first, known)?.replace(/^v/, '');
  return safe !== undefined && cycleOf(id, safe)?.cycle === line ? safe : undefined;
}

const knownOf = (id: ProductId, advisories: Advisories): readonly Advisory[] =>
  id === 'go'
    ? MODULES.flatMap((name) => advisoriesOf(advisories, { ecosystem: 'Go', name }))
    : runtimeAdvisories(id).toSorted((a, b) => bySeverity(a.severity, b.severity));

/** `24.0.0` for 24, `3.4.0` for 3.4. */
const firstOf = (id: ProductId, line: string): string =>
  id === 'erlang' ? `${line}.0` : [...line.split('.'), '0', '0'].slice(0, 3).join('.');

function wayOut(
  id: ProductId,
  version: string,
  known: readonly Advisory[],
  today: string,
): Pick<RuntimeJudgement, 'safe' | 'hasEnded'> {
  const order = schemeOf(ORDERS[id] ?? 'Go');
  const from = cycleOf(id, version);
  const hasEnded = isOver(from?.end, today);
  if (!order) return { safe: undefined, hasEnded };
  const vulnerabilities = decisive(known, 'vulnerability');
  const next = hasEnded && from ? nextSupported(from, today) : undefined;
  const start = next ? firstOf(id, next.cycle) : version;
  if (next && !vulnerabilities.some((one) => isAffected(order, start, one)))
    return { safe: id === 'go' ? start : next.cycle, hasEnded };
  let safe = smallestSafeVersion(order, start, vulnerabilities);
  while (safe !== undefined && isOver(cycleOf(id, safe.replace(/^v/, ''))?.end, today))
    safe = smallestSafeVersion(order, safe, vulnerabilities);
  return { safe: safe?.replace(/^v/, ''), hasEnded };
}

const isOver = (end: string | undefined, today: string): boolean => end !== undefined && end < today;

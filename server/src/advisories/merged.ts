import type { Ecosystem } from '../base/ecosystem.ts';
import type { Advisories } from '../engine/advisories.ts';
import { BUILT_IN_ADVISORIES } from '../engine/builtin-advisories.ts';
import type { Advisory } from '../knowledge/advisory.ts';
import type { AdvisoryDataError } from './index/errors.ts';
import type { AdvisoryIndex } from './index/reader.ts';
import { isWholeMalware, type KnownAdvisory } from './known.ts';
import { normalizedName } from './names.ts';
import { urlOf } from './urls.ts';

/** The severity of a vulnerability that nobody has rated. */
const UNRATED: Advisory['severity'] = 'medium';
/** Packages whose advisories are kept decoded. */
const KEPT = 20_000;

/** Where indexes come from. Asked once for each look-up, so that new data counts at once. */
export interface Indexes {
  /** Undefined where there is none, or none that can be used. */
  of(ecosystem: Ecosystem): AdvisoryIndex | undefined;
  /** A look-up found an index damaged; from now on it has to be left out. */
  damaged(ecosystem: Ecosystem, error: AdvisoryDataError): void;
}

/**
 * Downloaded data over the built-in facts. A built-in fact counts only where the data has nothing with one of its ids; it says where it comes from, because the port as
 * a whole speaks for the data.
 */
export class MergedAdvisories implements Advisories {
  readonly #indexes: Indexes;
  readonly #used = new Map<Ecosystem, AdvisoryIndex>();
  readonly #decoded = new Map<string, { readonly index: AdvisoryIndex; readonly advisories: readonly Advisory[] }>();

  constructor(indexes: Indexes) {
    this.#indexes = indexes;
  }

  get source(): string {
    return this.#oldest()?.source ?? BUILT_IN_ADVISORIES.source;
  }

  /** Of the oldest data that was asked so far. */
  get date(): string {
    return this.#oldest()?.date ?? BUILT_IN_ADVISORIES.date;
  }

  forPackage(ecosystem: Ecosystem, written: string): readonly Advisory[] {
    const name = normalizedName(ecosystem, written);
    const index = this.#indexes.of(ecosystem);
    if (!index) {
      this.#used.delete(ecosystem);
      return builtIn(ecosystem, name);
    }
    this.#used.set(ecosystem, index);
    const key = `${ecosystem} ${name}`;
    const known = this.#decoded.get(key);
    if (known?.index === index) return known.advisories;
    let found: readonly KnownAdvisory[];
    try {
      found = index.find(name);
    } catch (error) {
      this.#indexes.damaged(ecosystem, error as AdvisoryDataError);
      return builtIn(ecosystem, name);
    }
    const advisories = merged(found, builtIn(ecosystem, name), { source: index.meta.source, date: index.meta.date });
    if (this.#decoded.size >= KEPT) this.#decoded.clear();
    this.#decoded.set(key, { index, advisories });
    return advisories;
  }

  /** Databases are searched by packages; of ids only those of the built-in facts are known to be known. */
  knows(id: string): boolean {
    return BUILT_IN_ADVISORIES.knows?.(id) === true;
  }

  #oldest() {
    return [...this.#used.values()].map(({ meta }) => meta).toSorted((a, b) => compareText(a.date, b.date))[0];
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const builtIn = (ecosystem: Ecosystem, name: string): readonly Advisory[] =>
  BUILT_IN_ADVISORIES.forPackage(ecosystem, name).map((fact) => ({
    ...fact,
    url: urlOf(fact.id),
    origin: { source: BUILT_IN_ADVISORIES.source, date: BUILT_IN_ADVISORIES.date },
  }));

function merged(
  found: readonly KnownAdvisory[],
  facts: readonly Advisory[],
  origin: NonNullable<Advisory['origin']>,
): readonly Advisory[] {
  const whole = found.find(isWholeMalware);
  // Malware of all versions is told once, by the record that says nothing else.
  const own = found.filter((one) => one === whole || !whole || one.kind !== 'malicious' || !isEverything(one));
  const ids = new Set(own.flatMap(({ id, aliases }) => [id, ...aliases]));
  const others = facts.filter(
    (fact) => ![fact.id, ...fact.aliases].some((id) => ids.has(id)) && !(whole && fact.kind === 'malicious'),
  );
  return [
    ...own.map((one): Advisory => ({
      ...one,
      ...insteadOf(one, facts),
      severity: one.severity ?? ratedBy(one, [...own, ...facts]),
      url: urlOf(one.id),
      origin,
    })),
    ...others,
  ];
}

/** What the facts know of good releases beside the ones that a record of the same thing calls malicious. */
function insteadOf({ id, aliases }: KnownAdvisory, facts: readonly Advisory[]): Pick<Advisory, 'instead'> {
  const ids = new Set([id, ...aliases]);
  const same = facts.find((fact) => fact.instead && [fact.id, ...fact.aliases].some((other) => ids.has(other)));
  return same?.instead ? { instead: same.instead } : {};
}

const isEverything = ({ ranges }: KnownAdvisory): boolean =>
  ranges.some(({ introduced, fixed, lastAffected }) => introduced === '0' && fixed === undefined && lastAffected === undefined);

/** What another database says of the same vulnerability: Go's own records, for example, carry no rating, but GitHub's do. */
function ratedBy(
  { id, aliases }: KnownAdvisory,
  all: readonly Pick<KnownAdvisory, 'id' | 'aliases' | 'severity'>[],
): Advisory['severity'] {
  const ids = new Set([id, ...aliases]);
  const same = all.filter((other) => other.severity !== undefined && [other.id, ...other.aliases].some((one) => ids.has(one)));
  return same[0]?.severity ?? UNRATED;
}

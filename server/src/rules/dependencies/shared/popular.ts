import type { Ecosystem } from '../../../base/ecosystem.ts';
import { remembered } from '../../../base/memo.ts';
import { POPULAR_NAMES } from '../../../knowledge/popular-names/index.ts';
import { lookAlike, shortened } from './near.ts';

/** A name in the parts that matter for imitations. */
export interface Named {
  /** In small letters, as the ecosystem compares names. */
  readonly whole: string;
  /** What belongs to one owner: a scope, a vendor, a host with its owner, a group. Empty where names belong to nobody. */
  readonly owner: string;
  /** What stands behind the owner. */
  readonly own: string;
}

/** The popular names of an ecosystem, found by what imitations have in common with them. All values are names as their registry writes them. */
export interface PopularNames {
  readonly known: ReadonlySet<string>;
  /** Those that are most worth imitating. */
  readonly top: ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
  /** Popular names without an owner by their small letters. */
  readonly plain: ReadonlyMap<string, string>;
  /** Those, and what is left of them without one character. */
  readonly near: ReadonlyMap<string, readonly string[]>;
  readonly joined: ReadonlyMap<string, string>;
  readonly alike: ReadonlyMap<string, string>;
  readonly sorted: ReadonlyMap<string, string>;
  /** How many known names begin with these words. */
  readonly families: ReadonlyMap<string, number>;
  /** Names with an owner, by what stands behind it. */
  readonly owned: ReadonlyMap<string, readonly Named[]>;
  /** Names with an owner, as their words. */
  readonly unscoped: ReadonlyMap<string, string>;
}

export const joinedUp = (name: string): string => name.replaceAll(/[-_.]/g, '');
export const wordsOf = (name: string): string[] => name.split(/[-_.]+/).filter(Boolean);
export const sortedUp = (name: string): string => wordsOf(name).sort().join(' ');

/** Splits a name. Ecosystems without owners have none in any of their names. */
export function namedIn(ecosystem: Ecosystem, name: string): Named {
  const whole =
    ecosystem === 'crates.io' || ecosystem === 'PyPI' ? name.toLowerCase().replaceAll(/[-_.]+/g, '-') : name.toLowerCase();
  const at = ownerEnd(ecosystem, whole);
  return at < 0 ? { whole, owner: '', own: whole } : { whole, owner: whole.slice(0, at), own: whole.slice(at + 1) };
}

function ownerEnd(ecosystem: Ecosystem, name: string): number {
  switch (ecosystem) {
    case 'npm':
      return name.startsWith('@') ? name.indexOf('/') : -1;
    case 'Packagist':
      return name.indexOf('/');
    case 'Maven':
      return name.indexOf(':');
    case 'Go': {
      // A host of one project is its own owner; a forge has one behind it.
      const first = name.indexOf('/');
      return /^(?:github\.com|gitlab\.com|bitbucket\.org)\//.test(name) ? name.indexOf('/', first + 1) : first;
    }
    default:
      return -1;
  }
}

const KNOWN = new Map<Ecosystem, PopularNames | undefined>();

export const popularNames = (ecosystem: Ecosystem): PopularNames | undefined =>
  remembered(KNOWN, ecosystem, () => {
    const names = POPULAR_NAMES[ecosystem];
    return names && gathered(ecosystem, namesIn(names.popular), namesIn(names.common ?? ''), namesIn(names.known));
  });

const namesIn = (text: string): string[] => [...new Set(text.split(/\s+/).filter(Boolean))];

function gathered(
  ecosystem: Ecosystem,
  popular: readonly string[],
  common: readonly string[],
  known: readonly string[],
): PopularNames {
  const plain = new Map<string, string>();
  const near = new Map<string, string[]>();
  const joined = new Map<string, string>();
  const alike = new Map<string, string>();
  const sorted = new Map<string, string>();
  const families = new Map<string, number>();
  const owned = new Map<string, Named[]>();
  const unscoped = new Map<string, string>();
  const owners = new Set<string>();
  const top = new Set(popular.map((name) => namedIn(ecosystem, name).whole));
  for (const name of [...popular, ...common, ...known]) {
    const { owner, own } = namedIn(ecosystem, name);
    if (owner !== '') owners.add(owner);
    const words = wordsOf(own);
    for (let count = 1; count < words.length; count++) add(families, words.slice(0, count).join('-'));
  }
  for (const name of [...popular, ...common]) {
    const named = namedIn(ecosystem, name);
    const { whole, owner, own } = named;
    if (owner !== '') {
      remembered(owned, own.replace(/\/v\d+$/, ''), () => []).push(named);
      if (ecosystem === 'npm') unscoped.set(joinedUp(`${owner.slice(1)}${own}`), name);
      continue;
    }
    plain.set(whole, name);
    for (const key of shortened(whole)) remembered(near, key, () => []).push(whole);
    if (!joined.has(joinedUp(whole))) joined.set(joinedUp(whole), name);
    if (!alike.has(lookAlike(joinedUp(whole)))) alike.set(lookAlike(joinedUp(whole)), name);
    if (wordsOf(whole).length > 1 && !sorted.has(sortedUp(whole))) sorted.set(sortedUp(whole), name);
  }
  return {
    top,
    known: new Set([...popular, ...common, ...known].map((name) => namedIn(ecosystem, name).whole)),
    owners,
    plain,
    near,
    joined,
    alike,
    sorted,
    families,
    owned,
    unscoped,
  };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

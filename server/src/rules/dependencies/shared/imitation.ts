import type { Ecosystem } from '../../../base/ecosystem.ts';
import { remembered, TextMemo } from '../../../base/memo.ts';
import { NUGET_RESERVED } from '../../../knowledge/popular-names/index.ts';
import { imitatedOwner } from './imitated-owner.ts';
import { isLikely } from './likely-slip.ts';
import { lookAlike, shortened, slipBetween } from './near.ts';
import { joinedUp, namedIn, popularNames, sortedUp, wordsOf, type PopularNames } from './popular.ts';

/** Words that people put around a name to say what it is anyway: before it, behind it. */
const AFFIXES: Readonly<Partial<Record<Ecosystem, readonly [before: RegExp, behind: RegExp]>>> = {
  npm: [
    /^(?:(?:node-?js|node)[-_.]?|(?:js|npm|the|real|official|original)[-_.])/,
    /[-_.]?(?:node-?js|node|js|npm|package|pkg|official|original|latest|fixed)$/,
  ],
  PyPI: [
    /^(?:(?:python[23]?|py)-?|(?:pypi|pip|the|real|official|original)-)/,
    /-?(?:python[23]?|pypi|py|pip|package|pkg|official|original|latest|fixed)$/,
  ],
  'crates.io': [/^(?:rust|rs|the|real|official)-?/, /-?(?:rust|rs|crate|official|original|latest)$/],
  RubyGems: [/^(?:ruby|rb|gem|the|real|official)[-_]?/, /[-_]?(?:ruby|rb|gem|official|original|latest)$/],
  NuGet: [/^(?:dotnet|net|the|official)[-_.]?/, /[-_.](?:dotnet|net|netcore|official|original|latest)$/],
};

export const isPopular = (ecosystem: Ecosystem, name: string): boolean =>
  popularNames(ecosystem)?.known.has(namedIn(ecosystem, name).whole) === true;

/** The popular package that a name imitates or misspells, as its registry writes it; undefined for a name that is known, or like none. */
export const imitated = (ecosystem: Ecosystem, written: string): string | undefined =>
  remembered(KNOWN, ecosystem, () => new TextMemo((name) => imitatedIn(ecosystem, name))).of(written);

const KNOWN = new Map<Ecosystem, TextMemo<string | undefined>>();

function imitatedIn(ecosystem: Ecosystem, written: string): string | undefined {
  const popular = popularNames(ecosystem);
  if (!popular || written.length > 120) return undefined;
  const named = namedIn(ecosystem, written);
  if (popular.known.has(named.whole)) {
    // Cargo asks for the name letter by letter.
    const right = popular.top.has(named.whole) ? popular.plain.get(named.whole) : undefined;
    return ecosystem === 'crates.io' && right !== undefined && right !== written.toLowerCase() ? right : undefined;
  }
  if (ecosystem === 'NuGet' && NUGET_RESERVED.some((prefix) => named.whole.startsWith(prefix))) return undefined;
  if (named.owner !== '') return popular.owners.has(named.owner) ? undefined : imitatedOwner(ecosystem, named, popular);
  return imitatedName(ecosystem, named.whole, popular);
}

function imitatedName(ecosystem: Ecosystem, name: string, popular: PopularNames): string | undefined {
  if (name.length < 4) return undefined;
  const joined = joinedUp(name);
  // A separator that was lost, added or exchanged; short words put together are words of their own.
  if (joined.length >= 6) {
    const separated = popular.joined.get(joined) ?? popular.unscoped.get(joined);
    if (separated !== undefined) return separated;
  }
  if (joined.length >= 5) {
    const alike = popular.alike.get(lookAlike(joined));
    if (alike !== undefined && joinedUp(alike.toLowerCase()).length >= 4 && !/^[\d.]*$/.test(alike)) return alike;
  }
  return (
    misspelt(name, popular) ?? withoutAffix(ecosystem, name, popular) ?? reordered(name, popular) ?? withoutRuns(name, popular)
  );
}

function misspelt(name: string, popular: PopularNames): string | undefined {
  for (const key of shortened(name)) {
    for (const target of popular.near.get(key) ?? []) {
      const slip = slipBetween(name, target);
      if (slip && isLikely(slip, target, name, popular)) return popular.plain.get(target);
    }
  }
  return undefined;
}

function withoutAffix(ecosystem: Ecosystem, name: string, { plain, top }: PopularNames): string | undefined {
  for (const affix of AFFIXES[ecosystem] ?? []) {
    const found = affix.exec(name)?.[0] ?? '';
    const rest = found === '' ? '' : name.replace(affix, '');
    const isSeparate = /[-_.]/.test(found);
    const least = found === '.js' ? 2 : isSeparate ? 4 : 5;
    if (top.has(rest) ? rest.length >= least : isSeparate && rest.length >= 7 && plain.has(rest)) return plain.get(rest);
  }
  return undefined;
}

const reordered = (name: string, { sorted }: PopularNames): string | undefined =>
  wordsOf(name).length > 1 && joinedUp(name).length >= 6 ? sorted.get(sortedUp(name)) : undefined;

/** Several letters doubled. */
function withoutRuns(name: string, { plain }: PopularNames): string | undefined {
  const collapsed = name.replaceAll(/([a-z])\1+/g, '$1');
  return collapsed !== name && collapsed.length >= 5 ? plain.get(collapsed) : undefined;
}

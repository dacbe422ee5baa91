import type { Ecosystem } from '../../../base/ecosystem.ts';
import { NUGET_RESERVED } from '../../../knowledge/popular-names/index.ts';
import { isNearKey, lookAlike, shortened, slipBetween, type Slip } from './near.ts';
import { joinedUp, namedIn, popularNames, sortedUp, wordsOf, type Named, type PopularNames } from './popular.ts';

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
const OWNER_AFFIXES = [
  /^(?:the|real|official|go|php|lib|golang)[-_.]?/,
  /[-_.]?(?:go|golang|php|official|org|io|dev|team|hq|inc|labs?|project|s)$/,
] as const;

/** A family of this many known names is one that names are added to: what differs in the rest may be another member. */
const FAMILY = 5;

/** The popular package that a name imitates or misspells, as its registry writes it; undefined for a name that is known, or like none. */
export function imitated(ecosystem: Ecosystem, written: string): string | undefined {
  const popular = popularNames(ecosystem);
  if (!popular || written.length > 120) return undefined;
  const named = namedIn(ecosystem, written);
  if (popular.known.has(named.whole)) {
    // Cargo asks for the name letter by letter.
    const right = popular.plain.get(named.whole);
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

/** Whether a slip is one of the fingers rather than another word: the shorter the word, the fewer are. */
function isLikely(slip: Slip, target: string, name: string, { families, top }: PopularNames): boolean {
  const { kind, at, typed, meant } = slip;
  // Numbers tell versions and members of a series apart, and separators were looked at before.
  if (/[\d]/.test(typed + meant) || /^[-_.]|[-_.]$/.test(typed + meant)) return kind === 'doubled' && !/\d/.test(typed);
  const prefix = familyOf(target, families);
  const length = at >= prefix ? target.length - prefix : target.length;
  const isFirst = at === 0 || at === prefix;
  const isLast = at >= Math.min(name.length, target.length) - 1;
  if (length <= 2) return false;
  if (length === 3) return prefix > 0 && kind === 'doubled';
  if (length === 4) return kind === 'swapped' || kind === 'doubled';
  if (kind === 'swapped' || kind === 'doubled') return true;
  const isTop = top.has(target);
  if (isFirst) return isTop && length >= (kind === 'left out' ? 6 : 7) && (kind !== 'replaced' || isNearKey(typed, meant));
  // What is asked for less often is not often mistyped either.
  const least = isTop ? 5 : 7;
  if (kind === 'left out') return length >= least && (length > 5 || !isLast);
  if (kind === 'added') return length >= least;
  return length >= least + 1 || (length >= least && !isLast && isNearKey(typed, meant));
}

/** How long the beginning of a name is that many others share. */
function familyOf(name: string, families: PopularNames['families']): number {
  const words = wordsOf(name);
  for (let count = words.length - 1; count > 0; count--) {
    const start = words.slice(0, count).join('-');
    if ((families.get(start) ?? 0) >= FAMILY) return start.length + 1;
  }
  return 0;
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

/** An owner that looks like another one, in front of a name that the other one has. */
function imitatedOwner(ecosystem: Ecosystem, { owner, own }: Named, { owned, owners }: PopularNames): string | undefined {
  const [, base = own, rest = ''] = /^(.*?)(\/v\d+|\/.*)?$/.exec(own) ?? [];
  for (const target of owned.get(base) ?? owned.get(own) ?? []) {
    if (isLikeOwner(bare(ecosystem, owner), bare(ecosystem, target.owner), own)) {
      const whole = `${target.whole}${rest}`;
      return owners.has(owner) ? undefined : whole;
    }
  }
  return undefined;
}

/** Without what is the same for all: the `@` of a scope, the forge. */
const bare = (ecosystem: Ecosystem, owner: string): string =>
  ecosystem === 'npm'
    ? owner.slice(1)
    : ecosystem === 'Go'
      ? owner.replace(/^(?:github\.com|gitlab\.com|bitbucket\.org)\//, '')
      : owner;

function isLikeOwner(owner: string, target: string, own: string): boolean {
  if (owner === target) return false;
  const slip = slipBetween(owner, target);
  // A name that is the vendor's as well tells less.
  const least = own === target ? 5 : 4;
  if (slip && target.length >= least && !/\d/.test(slip.typed + slip.meant))
    return target.length >= 5 || slip.kind === 'swapped' || slip.kind === 'doubled';
  if (target.length < 4) return false;
  if (joinedUp(owner) === joinedUp(target) || lookAlike(owner) === lookAlike(target) || sortedUp(owner) === sortedUp(target))
    return true;
  // `org.fasterxml` for `com.fasterxml`: only the domain's last part is another one.
  const [top, ...others] = target.split('.');
  if (
    others.length > 0 &&
    /^(?:com|org|net|io|dev|co)\./.test(owner) &&
    /^(?:com|org|net|io|dev|co)$/.test(top ?? '') &&
    owner.slice(owner.indexOf('.') + 1) === others.join('.')
  )
    return true;
  return target.length >= 4 && OWNER_AFFIXES.some((affix) => owner.replace(affix, '') === target);
}

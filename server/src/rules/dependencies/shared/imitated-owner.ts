import type { Ecosystem } from '../../../base/ecosystem.ts';
import { lookAlike, slipBetween } from './near.ts';
import { joinedUp, sortedUp, type Named, type PopularNames } from './popular.ts';

/** Words that people put around the name of an owner. */
const OWNER_AFFIXES = [
  /^(?:the|real|official|go|php|lib|golang)[-_.]?/,
  /[-_.]?(?:go|golang|php|official|org|io|dev|team|hq|inc|labs?|project|s)$/,
] as const;

/** An owner that looks like another one, in front of a name that the other one has. */
export function imitatedOwner(ecosystem: Ecosystem, { owner, own }: Named, { owned, owners }: PopularNames): string | undefined {
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

import { isNearKey, type Slip } from './near.ts';
import { wordsOf, type PopularNames } from './popular.ts';

/** A family of this many known names is one that names are added to: what differs in the rest may be another member. */
const FAMILY = 5;

/** Whether a slip is one of the fingers rather than another word: the shorter the word, the fewer are. */
export function isLikely(slip: Slip, target: string, name: string, { families, top }: PopularNames): boolean {
  const { kind, at, typed, meant } = slip;
  // Numbers tell versions and members of a series apart, and separators were looked at before.
  if (/[\d]/.test(typed + meant) || /^[-_.]|[-_.]$/.test(typed + meant)) return kind === 'doubled' && !/\d/.test(typed);
  const prefix = familyOf(target, families);
  const length = at >= prefix ? target.length - prefix + (prefix > 0 && top.has(target) ? 2 : 0) : target.length;
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
  // Four letters are a word of their own.
  if (kind === 'left out') return length >= least && (length > 5 || !isLast);
  if (kind === 'added') return length >= least;
  return length >= least + 1 || (length >= least && !isLast && (isTop || isNearKey(typed, meant)));
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

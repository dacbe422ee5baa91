import { editDistance } from '../../../base/edit-distance.ts';

/** The name that was most likely meant: the same but for its case, else one with few letters changed. The first of equals. */
export function nearestField(wrong: string, names: Iterable<string>): string | undefined {
  const all = [...names];
  let best: string | undefined;
  let least = Math.max(2, Math.floor(wrong.length / 4)) + 1;
  if (wrong.length < 3) least = 2;
  for (const name of all) {
    const distance = name.toLowerCase() === wrong.toLowerCase() ? 0.5 : editDistance(wrong, name, Math.ceil(least));
    // A word of three letters that changes two is another word.
    if (distance < least && distance * 2 < Math.max(wrong.length, name.length)) [best, least] = [name, distance];
  }
  return best ?? completed(wrong, all);
}

/** Shorter beginnings are those of too many words. */
const SHORTEST_BEGINNING = 6;

/** The one name that begins with what was written (`terminationGracePeriod`). */
function completed(wrong: string, names: readonly string[]): string | undefined {
  const [only, ...others] = wrong.length < SHORTEST_BEGINNING ? [] : names.filter((name) => name.startsWith(wrong));
  return others.length === 0 ? only : undefined;
}

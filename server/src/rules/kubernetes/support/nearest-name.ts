import { editDistance } from '../../../base/edit-distance.ts';

/** Nobody writes more, and each wrong name is compared with each. */
const MOST_COMPARED = 500;

/** The most similar name, if at most a third of the letters differ: in a name of one or two letters none may. */
export function nearestName(wrong: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(3, Math.floor(wrong.length / 3)) + 1;
  let left = MOST_COMPARED;
  for (const name of names) {
    if (left-- <= 0) break;
    const distance = editDistance(wrong, name, least);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

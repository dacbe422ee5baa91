import { editDistance } from '../../../engine/rule-names.ts';

/** More names would cost more time than a guess is worth. */
const MOST_NAMES = 1000;

/** The most similar name, if at most a third of the letters differ: in a name of one or two letters none may. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.min(3, Math.floor(wrong.length / 3)) + 1;
  for (const name of names.slice(0, MOST_NAMES)) {
    const distance = editDistance(wrong, name, least);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

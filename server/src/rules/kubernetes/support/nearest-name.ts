import { editDistance } from '../../../engine/rule-names.ts';

/** The most similar name, if at most a third of the letters differ: in a name of one or two letters none may. */
export function nearestName(wrong: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(3, Math.floor(wrong.length / 3)) + 1;
  for (const name of names) {
    const distance = editDistance(wrong, name, least);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

import { editDistance } from '../../../base/edit-distance.ts';

/** The candidate that a misspelt word was most likely meant to be; undefined when none is near, or two are as near. */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const limit = word.length < 4 ? 2 : 3;
  const near = candidates
    .map((candidate) => ({
      candidate,
      distance: lettersOf(word) === lettersOf(candidate) ? 1 : editDistance(word, candidate, limit),
    }))
    .filter(({ distance }) => distance < limit)
    .sort((a, b) => a.distance - b.distance);
  // Between two that are as near nobody can choose.
  return near[0] && near[0].distance < (near[1]?.distance ?? limit) ? near[0].candidate : undefined;
}

/** Letters that only changed places are a slip of the fingers. */
const lettersOf = (word: string): string => Array.from(word).sort().join('');

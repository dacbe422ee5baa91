/**
 * Whether `word` is `whole` with exactly one character missing. Half-typed section names keep what stands below them; the file itself is valid then, and
 * without this all of its dependencies would come and go with one key stroke.
 */
export function lacksOne(whole: string, word: string): boolean {
  if (word.length !== whole.length - 1) return false;
  let same = 0;
  while (same < word.length && word[same] === whole[same]) same++;
  return word.slice(same) === whole.slice(same + 1);
}

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

/**
 * Whether `word` is `whole` with one character missing, or with one stray one: a letter inside, or a mark that no key has. A letter, `_` or `#` before or behind it is
 * how people put a section aside.
 */
export function isMistyped(whole: string, word: string): boolean {
  if (lacksOne(whole, word)) return true;
  if (!lacksOne(word, whole)) return false;
  let at = 0;
  while (word[at] === whole[at]) at++;
  return /[,:;"'{}[\]()\n]/.test(word[at] ?? '') || (/[a-z]/i.test(word[at] ?? '') && at > 0 && at < whole.length);
}

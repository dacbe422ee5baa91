import type { Word } from '../../../model/shell/index.ts';

/** Variables in a word by their names; those in a command substitution are read from elsewhere and do not count. */
export function namesIn(word: Pick<Word, 'parts'>): readonly string[] {
  return word.parts.flatMap((part) =>
    part.kind === 'variable' ? [part.name] : part.kind === 'double-quoted' ? namesIn(part) : [],
  );
}

/** Whether a part of the word is the output of a command. */
export const hasCommand = (word: Pick<Word, 'parts'>): boolean =>
  word.parts.some((part) => part.kind === 'command-substitution' || (part.kind === 'double-quoted' && hasCommand(part)));

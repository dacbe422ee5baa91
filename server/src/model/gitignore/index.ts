import { baseName, folderOf } from '../../base/path.ts';
import type { Document } from '../document.ts';
import { commentsOf } from '../dependencies/comments.ts';
import { linesOf } from '../dependencies/lines.ts';
import { decidingPattern, readGitPatterns, type GitPattern } from './patterns.ts';

export type { GitPattern } from './patterns.ts';

/** What a `.gitignore` keeps out of a repository. */
export interface GitignoreFile extends Document {
  readonly patterns: readonly GitPattern[];
}

export interface GitignoreFacts {
  readonly patterns: readonly GitPattern[];
}

export const isGitignorePath = (path: string): boolean => baseName(path) === '.gitignore';

export function parseGitignore(text: string): GitignoreFile {
  const comments = linesOf(text).filter(({ start }) => text[start] === '#');
  return {
    patterns: readGitPatterns(text),
    problems: [],
    comments: commentsOf(
      text,
      comments.map((span) => ({ span })),
    ),
  };
}

export const gitignoreFacts = ({ patterns }: GitignoreFile): GitignoreFacts => ({ patterns });

/** The line that keeps a path out of the repository. */
export interface IgnoredBy {
  /** Folder of the `.gitignore`. */
  readonly folder: string;
  readonly pattern: GitPattern;
  /** Whether the line is about a folder above the path. */
  readonly byFolder: boolean;
}

/**
 * What keeps `path` out of the repository: the last line that matches decides, and of several files the deepest. What lies in an ignored folder cannot be taken
 * out again.
 * @param patternsIn the patterns of a folder's `.gitignore`
 */
export function gitIgnored(
  path: string,
  patternsIn: (folder: string) => readonly GitPattern[] | undefined,
): IgnoredBy | undefined {
  const segments = path.split('/');
  for (let length = 1; length <= segments.length; length++) {
    const isFolder = length < segments.length;
    const place = segments.slice(0, length).join('/');
    for (let folder = folderOf(place); ; folder = folderOf(folder)) {
      const inside = folder === '' ? place : place.slice(folder.length + 1);
      const pattern = decidingPattern(patternsIn(folder) ?? [], inside, isFolder);
      if (pattern?.negated === false) return { folder, pattern, byFolder: isFolder };
      if (pattern || folder === '') break;
    }
  }
  return undefined;
}

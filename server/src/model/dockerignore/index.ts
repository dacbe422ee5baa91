import { baseName } from '../../base/path.ts';
import type { Document } from '../document.ts';
import { type IgnorePattern, readPatterns } from './patterns.ts';

export { ignoredBy, type IgnorePattern } from './patterns.ts';

/** What a `.dockerignore` leaves out of a build context. */
export interface DockerignoreFile extends Document {
  readonly text: string;
  readonly patterns: readonly IgnorePattern[];
}

/** What the rules about Dockerfiles want to know of it. Plain data. */
export interface DockerignoreFacts {
  readonly patterns: readonly IgnorePattern[];
  /** Where another line goes: behind the last one. */
  readonly end: number;
  /** Whether a line break stands before `end`, or nothing at all. */
  readonly endsLine: boolean;
  readonly eol: '\n' | '\r\n';
}

/** `.dockerignore`, or `NAME.dockerignore` for the Dockerfile `NAME`. */
export const isDockerignorePath = (path: string): boolean => /^(?:.*\.)?dockerignore$/.test(baseName(path));

export const parseDockerignore = (text: string): DockerignoreFile => ({
  text,
  patterns: readPatterns(text),
  problems: [],
  comments: [],
});

export const dockerignoreFacts = ({ text, patterns }: DockerignoreFile): DockerignoreFacts => ({
  patterns,
  end: text.length,
  endsLine: text === '' || text.endsWith('\n'),
  eol: text.includes('\r\n') ? '\r\n' : '\n',
});

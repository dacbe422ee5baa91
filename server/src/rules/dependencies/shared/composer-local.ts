import type { DependencyFile, LockedFacts } from '../../../model/dependencies/index.ts';

/**
 * Whether a package of composer.json is or may be a folder of the machine, or is written out there: a repository of folders may lie outside of the workspace. What
 * is locked with a commit of its own is none.
 */
export function composerLocals({ format, settings }: DependencyFile): (name: string, entry: LockedFacts | undefined) => boolean {
  const inRepositories = format === 'composer.json' ? settings.filter(({ section }) => section.startsWith('repositories')) : [];
  const written = new Set(inRepositories.flatMap(({ key, value }) => (key === 'name' ? value.toLowerCase() : [])));
  const hasFolders = inRepositories.some(({ key, value }) => key === 'type' && value === 'path');
  return (name, entry) => written.has(name) || (hasFolders && entry?.commit === undefined);
}

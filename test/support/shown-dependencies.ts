import { readDependencies } from '../../server/src/index.ts';

/** `name version-or-requirement`, `T` for transitive, the source unless a registry, the groups: one text for each dependency of a file. */
export const shownDependencies = (path: string, text: string): string[] =>
  readDependencies(path, text).map(({ name, version, requirement, kind, source, groups }) =>
    [
      name,
      version ?? (requirement === undefined ? '-' : `"${requirement}"`),
      kind === 'transitive' ? 'T' : '',
      source === 'registry' ? '' : source,
      ...groups,
    ]
      .filter((part) => part !== '')
      .join(' '),
  );

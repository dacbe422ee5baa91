import type { DependencyFile } from '../../../model/dependencies/index.ts';

/** Formats in which a list of versions for others is one more list of declarations. */
export const hasCentralVersions = ({ format }: DependencyFile): boolean => format === 'pom.xml' || format === 'msbuild';

/** Whether the name is a key, or all that there is, and extras are no part of it. */
export const isKeyed = ({ format, ecosystem }: Pick<DependencyFile, 'format' | 'ecosystem'>, section: string): boolean =>
  ecosystem !== 'PyPI' || format === 'Pipfile' || section.startsWith('tool.poetry.');

import type { DependencyFile, DependencyFormat } from '../../../model/dependencies/index.ts';

/** Formats in which a list of versions for others is one more list of declarations. */
export const hasCentralVersions = ({ format }: DependencyFile): boolean => format === 'pom.xml' || format === 'msbuild';

/** Whether the name is a key, or all that there is, and extras are no part of it. */
export const isKeyed = (format: DependencyFormat, section: string): boolean =>
  KEYED.has(format) || section.startsWith('tool.poetry.');
const KEYED: ReadonlySet<DependencyFormat> = new Set([
  'go.mod',
  'build.gradle',
  'settings.gradle',
  'Cargo.toml',
  'Pipfile',
  'pom.xml',
  'extensions.xml',
  'msbuild',
  'packages.config',
  'dotnet-tools.json',
  'global.json',
]);

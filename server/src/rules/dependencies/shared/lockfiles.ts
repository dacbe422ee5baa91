import { foldersUpwards } from '../../../base/path.ts';
import type { Environment } from '../../../engine/environment.ts';
import { gitIgnored } from '../../../model/gitignore/index.ts';

/** Names of the lockfiles that may belong to a manifest, by the manifest's name, with the package manager that writes each. */
export const LOCKFILES: Readonly<Record<string, readonly (readonly [name: string, manager: string])[]>> = {
  'package.json': [
    ['package-lock.json', 'npm'],
    ['npm-shrinkwrap.json', 'npm'],
    ['yarn.lock', 'yarn'],
    ['pnpm-lock.yaml', 'pnpm'],
    ['bun.lock', 'bun'],
    ['bun.lockb', 'bun'],
    ['deno.lock', 'deno'],
  ],
  'pyproject.toml': [
    ['poetry.lock', 'poetry'],
    ['uv.lock', 'uv'],
    ['pdm.lock', 'pdm'],
    ['pylock.toml', 'pip'],
  ],
  Pipfile: [['Pipfile.lock', 'pipenv']],
  'Cargo.toml': [['Cargo.lock', 'cargo']],
  'go.mod': [['go.sum', 'go']],
  Gemfile: [['Gemfile.lock', 'bundler']],
  'gems.rb': [['gems.locked', 'bundler']],
  'composer.json': [['composer.lock', 'composer']],
  'mix.exs': [['mix.lock', 'mix']],
  'pubspec.yaml': [['pubspec.lock', 'pub']],
};

/** The same by a manifest's path; the projects of .NET have names of their own. */
export function lockfilesOf(manifest: string): readonly (readonly [name: string, manager: string])[] | undefined {
  const project = /^(.+)\.(?:cs|fs|vb)proj$/i.exec(manifest)?.[1];
  if (project === undefined) return Object.hasOwn(LOCKFILES, manifest) ? LOCKFILES[manifest] : undefined;
  return [
    ['packages.lock.json', 'nuget'],
    [`packages.${project}.lock.json`, 'nuget'],
  ];
}

export const inFolder = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** Whether a file lies at a path: as far as is known. */
export const exists = ({ workspace }: Pick<Environment, 'workspace'>, path: string): boolean =>
  workspace.get('dependencies', path) !== undefined || workspace.tree()?.has(path) === true;

/** What keeps a file out of the repository, if anything does. */
export const ignoredBy = ({ workspace }: Pick<Environment, 'workspace'>, path: string) =>
  gitIgnored(path, (folder) => workspace.get('gitignore', inFolder(folder, '.gitignore'))?.patterns);

/** The lockfiles that lie in a folder and are not kept out of the repository. */
export const lockfilesIn = (
  env: Pick<Environment, 'workspace'>,
  folder: string,
  manifest: string,
): readonly (readonly [string, string])[] =>
  (LOCKFILES[manifest] ?? []).filter(([name]) => {
    const path = inFolder(folder, name);
    return exists(env, path) && ignoredBy(env, path) === undefined;
  });

/** Whether a lockfile for the manifest lies beside it or in a folder above. */
export function hasLockfile(env: Pick<Environment, 'workspace'>, path: string, manifest: string): boolean {
  for (const folder of foldersUpwards(path))
    if ((lockfilesOf(manifest) ?? []).some(([name]) => exists(env, inFolder(folder, name)))) return true;
  return false;
}

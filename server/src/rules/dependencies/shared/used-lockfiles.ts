import { baseName, folderOf } from '../../../base/path.ts';
import type { Environment } from '../../../engine/environment.ts';
import { exists, hasLockfile, ignoredBy, inFolder, LOCKFILES } from './lockfiles.ts';
import { isPubApplication } from './pub-programs.ts';

export interface UsedLockfile {
  /** Path. */
  readonly lockfile: string;
  /** Whether the project has or gets this lockfile, and not another package manager's. */
  readonly isCertain: boolean;
}

/** The lockfiles that the projects below a folder use, or would use. */
export function* usedLockfiles(folder: string, env: Environment): Generator<UsedLockfile> {
  const prefix = folder === '' ? '' : `${folder}/`;
  for (const manifest of Object.keys(LOCKFILES)) {
    const paths = new Set(env.workspace.all('dependencies').flatMap(([path]) => (baseName(path) === manifest ? path : [])));
    for (const path of env.workspace.tree()?.named(manifest) ?? []) paths.add(path);
    for (const path of [...paths].sort()) {
      if (!path.startsWith(prefix) || path.includes('node_modules/')) continue;
      for (const [name, manager] of LOCKFILES[manifest] ?? [])
        if (isUsed(path, manifest, name, manager, env)) {
          const lockfile = inFolder(folderOf(path), name);
          const isNamed = env.workspace.get('dependencies', path)?.packageManager === manager && name !== 'npm-shrinkwrap.json';
          yield { lockfile, isCertain: isNamed || LOCKFILES[manifest]?.length === 1 || exists(env, lockfile) };
        }
    }
  }
}

function isUsed(path: string, manifest: string, name: string, manager: string, env: Environment): boolean {
  const facts = env.workspace.get('dependencies', path);
  const folder = folderOf(path);
  const has = (file: string): boolean => env.workspace.tree()?.has(inFolder(folder, file)) === true;
  switch (manifest) {
    case 'package.json': {
      if (facts?.purpose === 'library' || manager === 'deno') return false;
      if (facts?.packageManager !== undefined) return facts.packageManager === manager;
      return !hasCommitted(path, manifest, env);
    }
    case 'pyproject.toml':
      return facts?.purpose === 'application' && !hasCommitted(path, manifest, env);
    case 'Cargo.toml':
      return facts?.purpose !== 'library' && !has('src/lib.rs') && (facts?.purpose === 'application' || has('src/main.rs'));
    case 'Gemfile':
    case 'gems.rb':
      if (facts?.purpose === 'library') return false;
      return !(env.workspace.tree()?.ending('gemspec') ?? []).some((gemspec) => folderOf(gemspec) === folder);
    case 'composer.json':
      return facts?.purpose === 'application';
    case 'mix.exs':
      return facts?.purpose !== 'library';
    case 'pubspec.yaml':
      return facts !== undefined && isPubApplication(facts, has);
    default:
      return name !== 'go.sum' || (facts?.declared.length ?? 1) > 0;
  }
}

/** Whether one of the manifest's lockfiles is in the repository: then that one counts. */
const hasCommitted = (path: string, manifest: string, env: Environment): boolean =>
  hasLockfile(
    {
      workspace: {
        get: (kind, at) => (ignoredBy(env, at) === undefined ? env.workspace.get(kind, at) : undefined),
        all: (kind) => env.workspace.all(kind),
        tree: () => {
          const tree = env.workspace.tree();
          return (
            tree && {
              has: (at) => tree.has(at) && ignoredBy(env, at) === undefined,
              named: (at) => tree.named(at),
              ending: (at) => tree.ending(at),
            }
          );
        },
      },
    },
    path,
    manifest,
  );

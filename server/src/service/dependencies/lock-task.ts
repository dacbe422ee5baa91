import { baseName, folderOf, inFolder } from '../../base/path.ts';
import type { Finding } from '../../engine/finding.ts';
import { lockfileFor } from '../../model/dependencies/index.ts';
import type { Workspace } from '../workspace.ts';

/** A command that makes a package manager write its lockfile. It is never run but by a person who chose it, where its output can be seen. */
export interface LockTask {
  /** `Run npm install --package-lock-only`. */
  readonly title: string;
  /** Fixed words: nothing of a file stands in them. */
  readonly command: string;
  /** Workspace path of the folder to run it in. */
  readonly folder: string;
}

/** Rules whose findings are mended by writing the lockfile anew. */
const MENDED: ReadonlySet<string> = new Set([
  'dependencies/lockfile-drift',
  'dependencies/missing-lockfile',
  'dependencies/go-sum-missing-entry',
]);

const BERRY = 'yarn install --mode=update-lockfile';
const CLASSIC_YARN = 'yarn install --ignore-scripts';

/** By the name of the lockfile: the command that changes least besides it, and runs no scripts of packages where that can be said. */
const BY_LOCKFILE: Readonly<Record<string, string>> = {
  'package-lock.json': 'npm install --package-lock-only --ignore-scripts',
  'npm-shrinkwrap.json': 'npm install --package-lock-only --ignore-scripts',
  'pnpm-lock.yaml': 'pnpm install --lockfile-only --ignore-scripts',
  'bun.lock': 'bun install --lockfile-only --ignore-scripts',
  'uv.lock': 'uv lock',
  'poetry.lock': 'poetry lock',
  'pdm.lock': 'pdm lock',
  'Pipfile.lock': 'pipenv lock',
  'Cargo.lock': 'cargo update --workspace',
  'Gemfile.lock': 'bundle lock',
  'gems.locked': 'bundle lock',
  'composer.lock': 'composer update --no-install --no-scripts --minimal-changes',
  'mix.lock': 'mix deps.get',
  'pubspec.lock': 'dart pub get',
  'packages.lock.json': 'dotnet restore --force-evaluate',
};

/** Where there is no lockfile yet, by the name of the manifest; of package.json by the package manager that it names. */
const BY_MANIFEST: Readonly<Record<string, string>> = {
  'Cargo.toml': 'cargo generate-lockfile',
  'go.mod': 'go mod tidy',
  Gemfile: 'bundle lock',
  'gems.rb': 'bundle lock',
  'composer.json': 'composer update --no-install --no-scripts',
  'mix.exs': 'mix deps.get',
  'pubspec.yaml': 'dart pub get',
  Pipfile: 'pipenv lock',
};
const BY_MANAGER: Readonly<Record<string, string>> = {
  npm: 'npm install --package-lock-only --ignore-scripts',
  pnpm: 'pnpm install --lockfile-only --ignore-scripts',
  bun: 'bun install --lockfile-only --ignore-scripts',
};

/** What a person can run about a finding, if anything is known that mends it. */
export function lockTaskFor(workspace: Workspace, { rule, path }: Pick<Finding, 'rule' | 'path'>): LockTask | undefined {
  if (!MENDED.has(rule)) return undefined;
  const facts = workspace.view.get('dependencies', path);
  const lockfile = facts?.role === 'lockfile' ? path : lockfileFor(path, workspace.view)?.path;
  const command = lockfile === undefined ? forManifest(path, facts?.packageManager) : forLockfile(workspace, lockfile);
  return command === undefined ? undefined : { title: `Run ${command}`, command, folder: folderOf(lockfile ?? path) };
}

function forLockfile(workspace: Workspace, path: string): string | undefined {
  if (baseName(path) !== 'yarn.lock') return BY_LOCKFILE[baseName(path)];
  return isBerry(workspace, path) ? BERRY : CLASSIC_YARN;
}

/** Yarn of today says in the lockfile which format it has, and has a settings file of its own. */
const isBerry = (workspace: Workspace, path: string): boolean =>
  workspace.snapshot(path)?.text.includes('__metadata:') === true || workspace.has(inFolder(folderOf(path), '.yarnrc.yml'));

function forManifest(path: string, manager = 'npm'): string | undefined {
  const name = baseName(path);
  return name === 'package.json' ? BY_MANAGER[manager] : BY_MANIFEST[name];
}

import { baseName, folderOf, foldersUpwards } from '../../base/path.ts';
import { dependencyRule, type Context } from '../../engine/rule.ts';
import type { FileTree } from '../../engine/file-tree.ts';
import type { DependencyFile } from '../../model/dependencies/index.ts';
import { isFirstProgram, NOT_A_PROJECT } from './shared/cargo-programs.ts';
import { isTemplate } from './shared/urls.ts';
import { hasLockfile, ignoredBy, inFolder, LOCKFILES } from './shared/lockfiles.ts';

export const missingLockfile = dependencyRule(
  {
    id: 'dependencies/missing-lockfile',
    title: 'Application has no lockfile',
    why: 'Without a lockfile every installation takes the newest versions that the ranges admit, so two builds of one commit differ, and a release that somebody hijacked this morning is in the product at noon. Run the package manager once and commit the lockfile that it writes. Only manifests that are plainly of applications are judged; libraries may do without.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      missing:
        'This application has no {lockfile}, so each build may install other versions. Run the package manager and commit the lockfile.',
    },
    aliases: [],
    references: ['CWE-1357', 'OpenSSF Scorecard: Pinned-Dependencies'],
    fix: 'none',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ file, model, env }) {
    const tree = env.workspace.tree();
    const manifest = baseName(file.path);
    const lockfiles = LOCKFILES[manifest];
    const dependency = model.dependencies.find(
      ({ use, source }) => use === 'declared' && (source === 'registry' || source === 'alias'),
    );
    if (model.role !== 'manifest' || !tree || !lockfiles || !dependency || model.problems.length > 0) return;
    if (
      NOT_A_PROJECT.test(file.path) ||
      isTemplate(`${file.path.includes('{{') ? file.path : ''} ${model.name ?? ''}`) ||
      !isApplication(file.path, manifest, model, tree)
    )
      return;
    if (hasLockfile(env, file.path, manifest) || isMember({ file, model, env })) return;
    if (lockfiles.some(([name]) => ignoredBy(env, inFolder(folderOf(file.path), name)) !== undefined)) return;
    if (
      manifest === 'package.json' &&
      env.workspace
        .get('dependencies', inFolder(folderOf(file.path), '.npmrc'))
        ?.settings.some(({ key, value }) => key === 'package-lock' && value === 'false') === true
    )
      return;
    const own = lockfiles.find(([, manager]) => manager === model.packageManager) ?? lockfiles[0];
    yield {
      message: 'missing',
      data: { lockfile: model.packageManager === undefined && lockfiles.length > 1 ? 'lockfile' : (own?.[0] ?? 'lockfile') },
      span: dependency.nameSpan,
      key: 'lockfile',
    };
  },
);

function isApplication(path: string, manifest: string, { project, dependencies }: DependencyFile, tree: FileTree): boolean {
  const folder = folderOf(path);
  const has = (name: string): boolean => tree.has(inFolder(folder, name));
  switch (manifest) {
    case 'Pipfile':
      return true;
    case 'go.mod': {
      // What a folder replaces needs no hash.
      const replaced = new Set(dependencies.flatMap(({ use, rawName }) => (use === 'replacement' ? rawName : [])));
      return dependencies.some(({ use, rawName }) => use === 'declared' && !replaced.has(rawName)) && !has('go.work.sum');
    }
    case 'Gemfile':
    case 'gems.rb':
      return project?.purpose !== 'library' && !tree.ending('gemspec').some((gemspec) => folderOf(gemspec) === folder);
    case 'Cargo.toml':
      return project?.purpose === 'application'
        ? !has('src/lib.rs')
        : project?.purpose === undefined && has('src/main.rs') && !has('src/lib.rs');
    case 'pyproject.toml':
      return (
        project?.purpose === 'application' &&
        !has('requirements.txt') &&
        !tree.named('pylock.toml').includes(inFolder(folder, 'pylock.toml'))
      );
    case 'pubspec.yaml':
      // What is not published may be a package of the same repository; this is where Flutter begins to run.
      return project?.isPrivate === true && project.purpose !== 'library' && has('lib/main.dart');
    default:
      return project?.purpose === 'application';
  }
}

/** A package of a larger repository is locked at its root, where it is told. */
function isMember({ file, env }: Context<'dependencies'>): boolean {
  const manifest = baseName(file.path);
  for (const folder of foldersUpwards(file.path)) {
    if (folder === folderOf(file.path)) continue;
    const root = env.workspace.get('dependencies', inFolder(folder, manifest));
    // A root of Cargo that is no package is no application: its first member that is one is told.
    if (root && root.workspaces.length > 0)
      return root.format !== 'Cargo.toml' || root.name !== undefined || !isFirstProgram(file.path, folder, env);
    if (
      ['pnpm-workspace.yaml', 'lerna.json', 'rush.json', 'go.work'].some(
        (name) => env.workspace.tree()?.has(inFolder(folder, name)) === true,
      )
    )
      return true;
  }
  return false;
}

import { baseName, folderOf, foldersUpwards } from '../../base/path.ts';
import { dependencyRule, type Context } from '../../engine/rule.ts';
import { isApplication } from './shared/applications.ts';
import { isFirstProgram, NOT_A_PROJECT } from './shared/cargo-programs.ts';
import { isTemplate } from './shared/urls.ts';
import { hasLockfile, ignoredBy, inFolder, LOCKFILES, lockfilesOf } from './shared/lockfiles.ts';

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
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    const tree = env.workspace.tree();
    const manifest = baseName(file.path);
    const lockfiles = lockfilesOf(manifest);
    const dependency = model.dependencies.find(
      ({ use, source }) => use === 'declared' && (source === 'registry' || source === 'alias'),
    );
    if (model.role !== 'manifest' || !tree || !lockfiles || !dependency || model.problems.length > 0) return;
    if (
      NOT_A_PROJECT.test(file.path) ||
      isTemplate(`${file.path.includes('{{') ? file.path : ''} ${model.name ?? ''}`) ||
      !isApplication(file.path, manifest, model, env.workspace, tree)
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
      data: {
        lockfile:
          model.packageManager === undefined && manifest in LOCKFILES && lockfiles.length > 1
            ? 'lockfile'
            : (own?.[0] ?? 'lockfile'),
      },
      span: dependency.nameSpan,
      key: 'lockfile',
    };
  },
);

/** Files that say which packages belong together, by the manifest of those. */
const WORKSPACES: Readonly<Record<string, readonly string[]>> = {
  'package.json': ['pnpm-workspace.yaml', 'lerna.json', 'rush.json'],
  'go.mod': ['go.work'],
};

/** A package of a larger repository is locked at its root, where it is told. */
function isMember({ file, env }: Context<'dependencies'>): boolean {
  const manifest = baseName(file.path);
  for (const folder of foldersUpwards(file.path)) {
    if (folder === folderOf(file.path)) continue;
    const root = env.workspace.get('dependencies', inFolder(folder, manifest));
    // A root of Cargo that is no package is no application: its first member that is one is told.
    if (root && root.workspaces.length > 0)
      return root.format !== 'Cargo.toml' || root.name !== undefined || !isFirstProgram(file.path, folder, env);
    if (WORKSPACES[manifest]?.some((name) => env.workspace.tree()?.has(inFolder(folder, name)))) return true;
  }
  return false;
}

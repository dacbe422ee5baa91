import { folderOf } from '../../../base/path.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import type { FileTree } from '../../../engine/file-tree.ts';
import { propertyFor, type DependencyFile } from '../../../model/dependencies/index.ts';
import { inFolder } from './lockfiles.ts';
import { isPubApplication } from './pub-programs.ts';

/** Whether a manifest is plainly of what is run, and not of what others depend on. */
export function isApplication(
  path: string,
  manifest: string,
  { project, name, dependencies }: DependencyFile,
  workspace: WorkspaceView,
  tree: FileTree,
): boolean {
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
      return isPubApplication({ ...project, name }, has);
    default:
      // The projects of .NET have a lockfile only if they ask for one; what it is called may be a property as well.
      return manifest.endsWith('proj')
        ? propertyFor(path, 'RestorePackagesWithLockFile', workspace)?.toLowerCase() === 'true' &&
            propertyFor(path, 'NuGetLockFilePath', workspace) === undefined
        : project?.purpose === 'application';
  }
}

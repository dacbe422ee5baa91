import { folderOf, foldersUpwards } from '../../../base/path.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import { isPublicImage } from '../../../knowledge/images/public-images.ts';
import { repositoryOfText } from '../../../model/dockerfile/index.ts';
import { buildsOthers } from './build-hints.ts';
import type { BuiltImage } from './built-image.ts';
import { dockerfileNames, imageNames } from './image-names.ts';

/**
 * The Dockerfile whose folder, or the other half of whose file name, is the image's last name. The one that lies nearest to the manifest counts. Silent
 * about whatever could as well be somebody else's image.
 */
export function guessedBuild(image: string, manifest: string, workspace: WorkspaceView): BuiltImage | undefined {
  const repository = repositoryOfText(image);
  const name = lastNameOf(repository);
  if (isPublicImage(repository) || imageNames(workspace).isShared(name)) return undefined;
  const path = nearest(candidates(repository, manifest, workspace), manifest, workspace);
  const facts = path === undefined ? undefined : workspace.get('dockerfile', path);
  if (path === undefined || !facts || buildsOthers(path, name, workspace)) return undefined;
  // An image that is called like the one it is made from may be that one.
  if (facts.base?.repository !== undefined && lastNameOf(facts.base.repository) === name) return undefined;
  return { path, facts, isFinalStage: true };
}

const lastNameOf = (repository: string): string => repository.slice(repository.lastIndexOf('/') + 1);

/** Dockerfiles of that name; without any, those whose name is its end (`api` of `shop-api`) where the rest is plainly the project's. */
function candidates(repository: string, manifest: string, workspace: WorkspaceView): readonly string[] {
  const name = lastNameOf(repository);
  const { byName } = dockerfileNames(workspace);
  const exact = byName.get(name);
  if (exact) return exact;
  for (const { index } of name.matchAll(/[-_]/g)) {
    const found = byName.get(name.slice(index + 1));
    if (!found) continue;
    const prefix = name.slice(0, index);
    // A name without an account belongs to the library of Docker Hub, or was built on the own machine.
    if (repository.startsWith('docker.io/library/') || imageNames(workspace).isProject(`${prefix}${name[index]}`)) return found;
    return found.filter((path) => [path, manifest].some((each) => folderOf(each).toLowerCase().split('/').includes(prefix)));
  }
  return [];
}

/** The single one in the smallest folder around the manifest that holds any Dockerfile: none where only one of another name is that near. */
function nearest(paths: readonly string[], manifest: string, workspace: WorkspaceView): string | undefined {
  if (paths.length === 0) return undefined;
  const { folders } = dockerfileNames(workspace);
  for (const folder of foldersUpwards(manifest)) {
    if (!folders.has(folder)) continue;
    const [only, ...others] = folder === '' ? paths : paths.filter((path) => path.startsWith(`${folder}/`));
    return others.length === 0 ? only : undefined;
  }
  return undefined;
}

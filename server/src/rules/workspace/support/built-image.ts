import { baseName, folderOf } from '../../../base/path.ts';
import type { Facts, WorkspaceView } from '../../../engine/environment.ts';

export interface BuiltImage {
  /** Workspace path of the Dockerfile. */
  readonly path: string;
  readonly facts: Facts['dockerfile'];
}

/** Folders whose names say nothing about what is in them; then the folder above names the image. */
const NAMELESS_FOLDERS = new Set(['docker', '.docker', 'build', 'deploy', 'container', 'src', 'images', 'image']);

/**
 * The one Dockerfile of the workspace that plainly builds `image`: its folder, or the other half of its file name, is the image's last name. Where two
 * do, the one that shares more folders with the manifest counts; undefined when there is none or no single one.
 */
export function builtImage(image: string, manifest: string, workspace: WorkspaceView): BuiltImage | undefined {
  const name = lastNameOf(image);
  if (name === '') return undefined;
  const candidates = workspace.all('dockerfile').filter(([path]) => namesOf(path).some((each) => isSame(each, name)));
  const best = Math.max(...candidates.map(([path]) => sharedFolders(path, manifest)));
  const [only, ...others] = candidates.filter(([path]) => sharedFolders(path, manifest) === best);
  return only && others.length === 0 ? { path: only[0], facts: only[1] } : undefined;
}

/** `registry.example:5000/shop/api:1.4@sha256:…` → `api`. An image with a digest alone is not built here but taken from elsewhere. */
function lastNameOf(image: string): string {
  if (image.includes('@')) return '';
  const last = image.slice(image.lastIndexOf('/') + 1);
  return last.split(':', 1)[0]?.toLowerCase() ?? '';
}

/** What the image of a Dockerfile would be called: `api/Dockerfile`, `api/docker/Dockerfile`, `api.Dockerfile`, `Dockerfile.api` → `api`. */
function namesOf(path: string): readonly string[] {
  const file = baseName(path);
  const half = /^(?:Docker|Container)file[.-](.+)$/i.exec(file)?.[1] ?? /^(.+)\.(?:Docker|Container)file$/i.exec(file)?.[1];
  let folder = folderOf(path);
  if (NAMELESS_FOLDERS.has(baseName(folder).toLowerCase())) folder = folderOf(folder);
  return [half ?? baseName(folder)].map((each) => each.toLowerCase()).filter(Boolean);
}

/** `shop-api` and `api` are one service when the image's name ends in the folder's name behind a separator. */
const isSame = (folder: string, image: string): boolean =>
  image === folder || image.endsWith(`-${folder}`) || image.endsWith(`_${folder}`);

function sharedFolders(a: string, b: string): number {
  const left = folderOf(a).split('/');
  const right = folderOf(b).split('/');
  let count = 0;
  while (count < left.length && count < right.length && left[count] === right[count]) count++;
  return count;
}

import { baseName, folderOf, foldersUpwards } from '../../../base/path.ts';
import type { Facts, WorkspaceView } from '../../../engine/environment.ts';
import { repositoryOfText } from '../../../model/dockerfile/index.ts';

type Files<K extends keyof Facts> = readonly (readonly [path: string, facts: Facts[K]])[];

/** What the images of a workspace's Dockerfiles would be called. */
interface DockerfileNames {
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** The folders that hold Dockerfiles, at any depth. */
  readonly folders: ReadonlySet<string>;
}

/** What the manifests of a workspace call their images. */
interface ImageNames {
  /** Whether images of two accounts have this last name, so that one of them is not built here. */
  readonly isShared: (name: string) => boolean;
  /** Whether a prefix (`shop-`) stands before the names of two Dockerfiles or more. */
  readonly isProject: (prefix: string) => boolean;
}

/** Keyed by lists of files, which stay the same objects as long as no facts change. */
const DOCKERFILES = new WeakMap<Files<'dockerfile'>, DockerfileNames>();
const IMAGES = new WeakMap<Files<'kubernetes'>, { readonly of: DockerfileNames; readonly names: ImageNames }>();

/** Folders whose names say nothing about what is in them; then the folder above names the image. */
const NAMELESS_FOLDERS = new Set(['docker', '.docker', 'build', 'deploy', 'container', 'src', 'images', 'image']);
/** `Dockerfile.dev` is for the own machine, and not what is deployed; `Dockerfile.prod` is another way to build the folder's image. */
const LOCAL = /^(?:dev|devel|development|debug|local|test|tests|testing|ci|e2e|lint)$/;
const VARIANT =
  /^(?:prod|production|release|staging|alpine|debian|ubuntu|distroless|scratch|slim|amd64|arm64|arm|x86_64|multi|multiarch|multistage)$/;

export function dockerfileNames(workspace: WorkspaceView): DockerfileNames {
  const files = workspace.all('dockerfile');
  const known = DOCKERFILES.get(files);
  if (known) return known;
  const byName = new Map<string, string[]>();
  const folders = new Set<string>();
  for (const [path] of files) {
    for (const folder of foldersUpwards(path)) folders.add(folder);
    const name = nameOf(path);
    if (name === '') continue;
    const same = byName.get(name) ?? [];
    same.push(path);
    byName.set(name, same);
  }
  const names = { byName, folders };
  DOCKERFILES.set(files, names);
  return names;
}

/** `api/Dockerfile`, `api/docker/Dockerfile`, `api.Dockerfile`, `Dockerfile.api` → `api`. */
function nameOf(path: string): string {
  const file = baseName(path).toLowerCase();
  const half = /^(?:docker|container)file[.-](.+)$/.exec(file)?.[1] ?? /^(.+)\.(?:docker|container)file$/.exec(file)?.[1];
  if (half !== undefined && LOCAL.test(half)) return '';
  if (half !== undefined && !VARIANT.test(half)) return half;
  let folder = folderOf(path).toLowerCase();
  if (NAMELESS_FOLDERS.has(baseName(folder))) folder = folderOf(folder);
  return baseName(folder);
}

export function imageNames(workspace: WorkspaceView): ImageNames {
  const files = workspace.all('kubernetes');
  const dockerfiles = dockerfileNames(workspace);
  const known = IMAGES.get(files);
  if (known?.of === dockerfiles) return known.names;
  const names = namesIn(files, dockerfiles);
  IMAGES.set(files, { of: dockerfiles, names });
  return names;
}

function namesIn(files: Files<'kubernetes'>, { byName }: DockerfileNames): ImageNames {
  const accounts = new Map<string, Set<string>>();
  const ends = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, value: string): void => {
    map.set(key, (map.get(key) ?? new Set()).add(value));
  };
  for (const { image } of files.flatMap(([, { workloads }]) => workloads.flatMap(({ containers }) => containers))) {
    if (!image) continue;
    const [name = '', account = ''] = repositoryOfText(image.value).split('/').toReversed();
    // One without an account is a placeholder, or built on the own machine.
    if (account !== 'library') add(accounts, name, account);
    for (const { index } of name.matchAll(/[-_]/g)) {
      const end = name.slice(index + 1);
      if (byName.has(end)) add(ends, name.slice(0, index + 1), end);
    }
  }
  return {
    isShared: (name) => (accounts.get(name)?.size ?? 0) > 1,
    isProject: (prefix) => (ends.get(prefix)?.size ?? 0) > 1,
  };
}

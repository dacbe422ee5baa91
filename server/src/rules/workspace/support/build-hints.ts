import { folderOf, resolvePath } from '../../../base/path.ts';
import type { Facts, WorkspaceView } from '../../../engine/environment.ts';
import { repositoryOfText } from '../../../model/dockerfile/index.ts';
import type { BuiltImage } from './built-image.ts';

/** One build that a file of the workspace describes under the image's name. */
interface Hint {
  readonly image: string;
  /** Where its Dockerfile may lie, the first that is there counts; empty when that is not known. */
  readonly paths: readonly string[];
  readonly target: string | undefined;
}

interface Hints {
  readonly byImage: ReadonlyMap<string, readonly Hint[]>;
  /** Workspace path of a Dockerfile → the last names of the images that are built from it. */
  readonly namesByPath: ReadonlyMap<string, ReadonlySet<string>>;
}

type Files<K extends keyof Facts> = readonly (readonly [path: string, facts: Facts[K]])[];

/** Keyed by the list of files, which stays the same object as long as no facts change. */
const COMPOSE = new WeakMap<Files<'compose'>, Hints>();
const SKAFFOLD = new WeakMap<Files<'kubernetes'>, Hints>();

/**
 * The build that the workspace names for an image: `'none'` when nothing does, undefined when several differ or it is not made from a Dockerfile of the
 * workspace. What deploys to Kubernetes counts more than what runs on the own machine.
 */
export function hintedBuild(image: string, workspace: WorkspaceView): BuiltImage | 'none' | undefined {
  const repository = repositoryOfText(image);
  for (const { byImage } of hintsOf(workspace)) {
    const hints = byImage.get(repository) ?? byImage.get(withoutRegistry(repository));
    if (hints) return single(hints, workspace);
  }
  return 'none';
}

/** Whether other files say that a Dockerfile builds images, and none of that last name. */
export function buildsOthers(path: string, name: string, workspace: WorkspaceView): boolean {
  const names = hintsOf(workspace).flatMap(({ namesByPath }) => [...(namesByPath.get(path) ?? [])]);
  return names.length > 0 && !names.includes(name);
}

/** `shop/api` of `registry.example/shop/api`: a name without registry is often pushed to one. One word alone is too little. */
function withoutRegistry(repository: string): string {
  const [registry = '', ...rest] = repository.split('/');
  return registry !== 'docker.io' && rest.length > 1 ? `docker.io/${rest.join('/')}` : repository;
}

function hintsOf(workspace: WorkspaceView): readonly Hints[] {
  const kubernetes = workspace.all('kubernetes');
  const compose = workspace.all('compose');
  const skaffoldHints =
    SKAFFOLD.get(kubernetes) ?? indexed(kubernetes.flatMap(([path, { builds = [] }]) => hintsIn(path, builds, [folderOf(path)])));
  const composeHints = COMPOSE.get(compose) ?? indexed(compose.flatMap(([path, { builds }]) => hintsIn(path, builds)));
  SKAFFOLD.set(kubernetes, skaffoldHints);
  COMPOSE.set(compose, composeHints);
  return [skaffoldHints, composeHints];
}

interface Build {
  readonly image: string | undefined;
  readonly context: string | undefined;
  readonly dockerfile: string | undefined;
  readonly target: string | undefined;
}

/** `others`: where a Dockerfile may lie besides the context. */
const hintsIn = (file: string, builds: readonly Build[], others: readonly string[] = []): readonly Hint[] =>
  builds.flatMap(({ image, context, dockerfile, target }) => {
    if (image === undefined) return [];
    const folder = context === undefined ? undefined : resolvePath(folderOf(file), context);
    if (folder === undefined || dockerfile === undefined) return { image, paths: [], target };
    return { image, paths: [folder, ...others].flatMap((from) => resolvePath(from, dockerfile) ?? []), target };
  });

function indexed(hints: readonly Hint[]): Hints {
  const byImage = new Map<string, Hint[]>();
  const namesByPath = new Map<string, Set<string>>();
  for (const hint of hints) {
    const repository = repositoryOfText(hint.image);
    const same = byImage.get(repository) ?? [];
    same.push(hint);
    byImage.set(repository, same);
    const [path] = hint.paths;
    if (path === undefined) continue;
    const names = namesByPath.get(path) ?? new Set();
    names.add(repository.slice(repository.lastIndexOf('/') + 1));
    namesByPath.set(path, names);
  }
  return { byImage, namesByPath };
}

function single(hints: readonly Hint[], workspace: WorkspaceView): BuiltImage | undefined {
  const builds = hints.map(({ paths, target }): BuiltImage | undefined => {
    const path = paths.find((each) => workspace.get('dockerfile', each));
    const facts = path === undefined ? undefined : workspace.get('dockerfile', path);
    if (path === undefined || !facts) return undefined;
    return { path, facts, isFinalStage: target === undefined || target.toLowerCase() === facts.finalStage };
  });
  const [first] = builds;
  return builds.every((build) => build?.path === first?.path && build?.isFinalStage === first?.isFinalStage) ? first : undefined;
}

import type { Facts, WorkspaceView } from '../../../engine/environment.ts';
import { type KustomizationImage, parseImage } from '../../../model/kubernetes/index.ts';
import { unitOf } from '../../kubernetes/support/unit.ts';
import { hintedBuild } from './build-hints.ts';
import { guessedBuild } from './guessed-build.ts';

export interface BuiltImage {
  /** Workspace path of the Dockerfile. */
  readonly path: string;
  readonly facts: Facts['dockerfile'];
  /** Whether it is the final stage that is built, which the facts are about. */
  readonly isFinalStage: boolean;
}

/** Keyed by the list of files, which stays the same object as long as no facts change. */
const RENAMES = new WeakMap<ReturnType<WorkspaceView['all']>, boolean>();

/**
 * Finds the one Dockerfile of the workspace that plainly builds an image of the manifest: the one that Skaffold, Compose or Bake builds under that name,
 * else the one whose place in the workspace has it. Gives undefined when there is none or no single one.
 */
export function builtImages(manifest: string, workspace: WorkspaceView): (image: string) => BuiltImage | undefined {
  const hasDockerfiles = workspace.all('dockerfile').length > 0;
  const renames = hasDockerfiles && hasRenames(workspace) ? unitOf(manifest, workspace).images : [];
  const known = new Map<string, BuiltImage | undefined>();
  return (image) => {
    // One with a digest is what was built once, and not what the Dockerfile says now.
    const parsed = hasDockerfiles ? parseImage(image) : undefined;
    if (!parsed || parsed.digest !== undefined) return undefined;
    if (!known.has(parsed.name)) known.set(parsed.name, buildOf(namesOf(parsed.name, renames), manifest, workspace));
    return known.get(parsed.name);
  };
}

/** Whether any kustomization says something of images: without that no unit has to be looked up. */
function hasRenames(workspace: WorkspaceView): boolean {
  const files = workspace.all('kubernetes');
  const known = RENAMES.get(files) ?? files.some(([, { kustomization }]) => (kustomization?.images.length ?? 0) > 0);
  RENAMES.set(files, known);
  return known;
}

/** What an image is called when it is deployed; none where a kustomization pins what was built once. */
function namesOf(name: string, renames: readonly KustomizationImage[]): readonly string[] {
  const own = renames.filter((each) => each.name === name);
  if (own.some(({ digest }) => digest !== undefined)) return [];
  const names = new Set(own.map(({ newName }) => newName ?? name));
  // The placeholder of a base is replaced by each of its overlays.
  if (own.some(({ newName }) => newName !== undefined)) names.delete(name);
  return names.size > 0 ? [...names] : [name];
}

/** The build that all names agree on. */
function buildOf(names: readonly string[], manifest: string, workspace: WorkspaceView): BuiltImage | undefined {
  const builds = names.map((name) => {
    const hinted = hintedBuild(name, workspace);
    return hinted === 'none' ? guessedBuild(name, manifest, workspace) : hinted;
  });
  const [first] = builds;
  return builds.every((build) => build?.path === first?.path && build?.isFinalStage === first?.isFinalStage) ? first : undefined;
}

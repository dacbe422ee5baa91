import { folderOf, resolvePath } from '../../base/path.ts';
import type { WorkspaceView } from '../../engine/environment.ts';
import type { KustomizationFacts } from '../../model/kubernetes/index.ts';
import { kustomizationIn } from '../../rules/kubernetes/support/unit.ts';

/** A kustomization on the way from a file to what is deployed. */
export interface Step {
  readonly path: string;
  readonly facts: KustomizationFacts;
}

/** For each file the ways in which it is deployed. */
type Ways = ReadonlyMap<string, readonly (readonly Step[])[]>;

/** Deeper and wider than anybody builds; what is beyond is not looked at. */
const DEEPEST = 20;
const MOST_STEPS = 20_000;

/** Keyed by the list of files, which stays the same object as long as no facts change. */
const WAYS = new WeakMap<object, Ways>();

/**
 * The overlays that take a file in, each with the kustomizations that change its objects, in their order. A kustomization that others take in is not deployed
 * alone.
 */
export function overlaysOf(path: string, workspace: WorkspaceView): readonly (readonly Step[])[] {
  const files = workspace.all('kubernetes');
  let ways = WAYS.get(files);
  if (!ways) WAYS.set(files, (ways = waysIn(workspace)));
  return ways.get(path) ?? [];
}

function waysIn(workspace: WorkspaceView): Ways {
  const kustomizations = workspace.all('kubernetes').filter(([, { kustomization }]) => kustomization);
  const taken = new Set(kustomizations.flatMap(([path]) => nestedIn(path, workspace).map((each) => each.path)));
  const ways = new Map<string, (readonly Step[])[]>();
  const budget = { left: MOST_STEPS };
  for (const [path] of kustomizations) {
    if (taken.has(path)) continue;
    for (const [file, steps] of reach(path, workspace, budget, 0)) {
      const known = ways.get(file);
      if (known) known.push(steps);
      else ways.set(file, [steps]);
    }
  }
  return budget.left > 0 ? ways : new Map();
}

interface Taken {
  readonly path: string;
  readonly isComponent: boolean;
  readonly isKustomization: boolean;
}

/** What a kustomization takes in. */
function takenBy(path: string, workspace: WorkspaceView): readonly Taken[] {
  const entries = workspace.get('kubernetes', path)?.kustomization?.entries ?? [];
  return entries.flatMap(({ use, path: written }): Taken[] => {
    const target = use === 'resource' || use === 'component' ? resolvePath(folderOf(path), written) : undefined;
    if (target === undefined) return [];
    const nested = kustomizationIn(target, workspace);
    return [{ path: nested ?? target, isComponent: use === 'component', isKustomization: nested !== undefined }];
  });
}

const nestedIn = (path: string, workspace: WorkspaceView): readonly Taken[] =>
  takenBy(path, workspace).filter(({ isKustomization }) => isKustomization);

/** The files that a kustomization takes in, each with what happens to it on the way. A component changes what was taken in before it. */
function reach(
  path: string,
  workspace: WorkspaceView,
  budget: { left: number },
  depth: number,
): ReadonlyMap<string, readonly Step[]> {
  const files = new Map<string, readonly Step[]>();
  const facts = workspace.get('kubernetes', path)?.kustomization;
  if (!facts || depth > DEEPEST || budget.left-- <= 0) return files;
  const all = takenBy(path, workspace);
  for (const each of [...all.filter(({ isComponent }) => !isComponent), ...all.filter(({ isComponent }) => isComponent)]) {
    const inner = each.isKustomization ? reach(each.path, workspace, budget, depth + 1) : new Map([[each.path, []]]);
    const component = each.isComponent ? workspace.get('kubernetes', each.path)?.kustomization : undefined;
    if (component) for (const [file, steps] of files) files.set(file, [...steps, { path: each.path, facts: component }]);
    for (const [file, steps] of inner) files.set(file, steps);
  }
  for (const [file, steps] of files) {
    budget.left--;
    files.set(file, [...steps, { path, facts }]);
  }
  return files;
}

import { folderOf, foldersUpwards, resolvePath } from '../../../base/path.ts';
import type { Facts, WorkspaceView } from '../../../engine/environment.ts';
import type { KustomizationFacts } from '../../../model/kubernetes/index.ts';

type File = readonly [path: string, facts: Facts['kubernetes']];

/**
 * What is deployed together with a file: the Helm chart it is a template of, the kustomizations that take it in with all that they take in, else the files
 * of its folder.
 */
export interface Unit {
  readonly kind: 'chart' | 'kustomization' | 'folder';
  readonly files: readonly File[];
  /** More objects come from where we cannot look (a repository, a subchart, a plugin), so nothing is known to be missing. */
  readonly isOpen: boolean;
  /** A kustomization or a chart decides the namespace, whatever the files say. */
  readonly setsNamespace: boolean;
  /** ConfigMaps and Secrets that a kustomization generates. */
  readonly generated: KustomizationFacts['generated'];
  /** Images that a kustomization renames. */
  readonly images: KustomizationFacts['images'];
  /** A kustomization changes objects by patches that stand in itself. */
  readonly hasInlinePatches: boolean;
  /** Whether two of its files reach one cluster together: overlays are alternatives. */
  readonly areTogether: (a: string, b: string) => boolean;
}

const always = (): boolean => true;

/** Keyed by the list of files, which stays the same object as long as no facts change; inside by path, and by folder with a slash. */
const UNITS = new WeakMap<readonly File[], Map<string, Unit>>();

/** The unit of the file at `path`. */
export function unitOf(path: string, workspace: WorkspaceView): Unit {
  const all = workspace.all('kubernetes');
  const known = UNITS.get(all) ?? new Map<string, Unit>();
  UNITS.set(all, known);
  const remembered = (key: string, find: () => Unit): Unit => {
    const unit = known.get(key) ?? find();
    known.set(key, unit);
    return unit;
  };
  return remembered(
    path,
    () =>
      chartUnit(path, workspace, all) ??
      kustomizedUnit(path, workspace, all) ??
      remembered(`${folderOf(path)}/`, () => folderUnit(path, all)),
  );
}

function chartUnit(path: string, workspace: WorkspaceView, all: readonly File[]): Unit | undefined {
  for (const folder of foldersUpwards(path)) {
    const chart = workspace.get('kubernetes', inFolder(folder, 'Chart.yaml'))?.chart;
    if (!chart) continue;
    const templates = inFolder(folder, 'templates/');
    const definitions = inFolder(folder, 'crds/');
    const isPart = (each: string): boolean => each.startsWith(templates) || each.startsWith(definitions);
    if (!isPart(path)) return undefined;
    return {
      kind: 'chart',
      files: all.filter(([each]) => isPart(each)),
      isOpen: chart.hasDependencies,
      setsNamespace: true,
      generated: [],
      images: [],
      hasInlinePatches: false,
      areTogether: always,
    };
  }
  return undefined;
}

const inFolder = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

function folderUnit(path: string, all: readonly File[]): Unit {
  const folder = folderOf(path);
  return {
    kind: 'folder',
    files: all.filter(([each]) => folderOf(each) === folder),
    isOpen: false,
    setsNamespace: false,
    generated: [],
    images: [],
    hasInlinePatches: false,
    areTogether: always,
  };
}

/** All that one kustomization takes in. */
interface Reach {
  readonly files: Set<string>;
  /** Those of the files that only change objects of others. */
  readonly patches: Set<string>;
  readonly kustomizations: Set<string>;
  isOpen: boolean;
}

function kustomizedUnit(path: string, workspace: WorkspaceView, all: readonly File[]): Unit | undefined {
  const reaches = reachesOf(workspace, all).filter(({ files }) => files.has(path));
  if (reaches.length === 0) return undefined;
  const members = new Set(reaches.flatMap(({ files }) => [...files]));
  const owners = [...new Set(reaches.flatMap(({ kustomizations }) => [...kustomizations]))].flatMap(
    (each) => workspace.get('kubernetes', each)?.kustomization ?? [],
  );
  const patches = new Set(reaches.flatMap((reach) => [...reach.patches]));
  const isScaled = scaledBy(
    owners,
    all.flatMap(([each, facts]) => (patches.has(each) ? [facts] : [])),
  );
  return {
    kind: 'kustomization',
    areTogether: (a, b) => reaches.some(({ files }) => files.has(a) && files.has(b)),
    files: all.flatMap(([each, facts]): File[] =>
      members.has(each) ? [[each, patches.has(each) ? asPatch(facts) : withScale(facts, isScaled)]] : [],
    ),
    isOpen: reaches.some(({ isOpen }) => isOpen),
    setsNamespace: owners.some(({ namespace }) => namespace !== undefined),
    generated: owners.flatMap(({ generated }) => generated),
    images: owners.flatMap(({ images }) => images),
    hasInlinePatches: owners.some(({ hasInlinePatches }) => hasInlinePatches),
  };
}

/** Whether kustomizations or patches set how many pods a workload of a name has. */
function scaledBy(owners: readonly KustomizationFacts[], patches: readonly Facts['kubernetes'][]): (name: string) => boolean {
  if (owners.some((owner) => owner.patches.some(({ text }) => text?.includes('replicas')))) return () => true;
  const names = new Set(owners.flatMap(({ replicas }) => replicas.map(({ name }) => name)));
  for (const { resources } of patches)
    for (const { name, replicas } of resources) if (name !== undefined && replicas !== undefined) names.add(name);
  return (name) => names.has(name);
}

const withScale = (facts: Facts['kubernetes'], isScaled: (name: string) => boolean): Facts['kubernetes'] =>
  facts.workloads.some(({ name }) => name !== undefined && isScaled(name))
    ? {
        ...facts,
        workloads: facts.workloads.map((fact) =>
          fact.name !== undefined && isScaled(fact.name) ? { ...fact, replicas: 'unknown' } : fact,
        ),
      }
    : facts;

const asPatch = (facts: Facts['kubernetes']): Facts['kubernetes'] => ({
  ...facts,
  resources: facts.resources.map((fact) => ({ ...fact, isPatch: true, isPartial: true })),
  workloads: facts.workloads.map((fact) => ({ ...fact, isPatch: true, isPartial: true })),
});

/** Keyed by the list of files, which stays the same object as long as no facts change. */
const REACHES = new WeakMap<readonly File[], readonly Reach[]>();

function reachesOf(workspace: WorkspaceView, all: readonly File[]): readonly Reach[] {
  const known = REACHES.get(all);
  if (known) return known;
  const reaches = all.flatMap(([path, { kustomization }]) => (kustomization ? [reachOf(path, workspace)] : []));
  REACHES.set(all, reaches);
  return reaches;
}

function reachOf(start: string, workspace: WorkspaceView): Reach {
  const reach: Reach = { files: new Set(), patches: new Set(), kustomizations: new Set(), isOpen: false };
  const pending = [start];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const kustomization = workspace.get('kubernetes', path)?.kustomization;
    if (!kustomization || reach.kustomizations.has(path)) continue;
    reach.kustomizations.add(path);
    if (kustomization.isOpen) reach.isOpen = true;
    for (const { use, path: written } of kustomization.entries) {
      if (use === 'file') continue;
      const target = resolvePath(folderOf(path), written);
      const nested = target === undefined ? undefined : kustomizationIn(target, workspace);
      if (target !== undefined && workspace.get('kubernetes', target)) {
        reach.files.add(target);
        if (use === 'patch') reach.patches.add(target);
      } else if (nested !== undefined) pending.push(nested);
      else if (use !== 'patch') reach.isOpen = true;
    }
  }
  return reach;
}

const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** The kustomization of a folder. */
export const kustomizationIn = (folder: string, workspace: WorkspaceView): string | undefined =>
  NAMES.map((name) => inFolder(folder, name)).find((each) => workspace.get('kubernetes', each)?.kustomization);

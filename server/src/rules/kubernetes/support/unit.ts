import { Memo, remembered } from '../../../base/memo.ts';
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
  /** Whether two of its files reach one cluster together: overlays are alternatives. */
  readonly areTogether: (a: string, b: string) => boolean;
}

const always = (): boolean => true;

/** The unit of the file at `path`. Files that are deployed together share one. */
export const unitOf = (path: string, workspace: WorkspaceView): Unit => UNITS.of(workspace.all('kubernetes')).of(path);

/** The whole workspace as if it were deployed together. */
export const wholeOf = (workspace: WorkspaceView): Unit => WHOLES.of(workspace.all('kubernetes'));

const plain = (files: readonly File[]): Unit => ({
  kind: 'folder',
  files,
  isOpen: false,
  setsNamespace: false,
  generated: [],
  areTogether: always,
});

/** Keyed by the list of files, which stays the same object as long as no facts change. */
const WHOLES = new Memo(plain);
const UNITS = new Memo((all: readonly File[]) => new Units(all));

/** The units of a workspace. */
class Units {
  readonly #all: readonly File[];
  readonly #facts: ReadonlyMap<string, Facts['kubernetes']>;
  readonly #byFolder = new Map<string, File[]>();
  readonly #byChart = new Map<string, File[]>();
  readonly #reaches = new Map<string, Reach[]>();
  /** Of the path of a chart, a folder, or the kustomizations that reach the same files. */
  readonly #known = new Map<string, Unit>();

  constructor(all: readonly File[]) {
    this.#all = all;
    this.#facts = new Map(all);
    for (const file of all) {
      remembered(this.#byFolder, folderOf(file[0]), () => []).push(file);
      const chart = this.#chartOf(file[0]);
      if (chart !== undefined) remembered(this.#byChart, chart, () => []).push(file);
    }
    for (const reach of reachesOf(this.#facts))
      for (const path of reach.files) remembered(this.#reaches, path, () => []).push(reach);
  }

  of(path: string): Unit {
    const chart = this.#chartOf(path);
    if (chart !== undefined) return remembered(this.#known, `chart ${chart}`, () => this.#chart(chart));
    const reaches = this.#reaches.get(path);
    if (reaches) {
      const key = reaches.map(({ start }) => start).join('\n');
      return remembered(this.#known, `kustomization ${key}`, () => this.#kustomized(reaches));
    }
    const folder = folderOf(path);
    return remembered(this.#known, `folder ${folder}`, () => plain(this.#byFolder.get(folder) ?? []));
  }

  /** The folder of the chart that a file is a template or a definition of. */
  #chartOf(path: string): string | undefined {
    const chart = [...foldersUpwards(path)].find((folder) => this.#facts.get(inFolder(folder, 'Chart.yaml'))?.chart);
    if (chart === undefined) return undefined;
    return ['templates/', 'crds/'].some((part) => path.startsWith(inFolder(chart, part))) ? chart : undefined;
  }

  #chart(folder: string): Unit {
    return {
      ...plain(this.#byChart.get(folder) ?? []),
      kind: 'chart',
      isOpen: this.#facts.get(inFolder(folder, 'Chart.yaml'))?.chart?.hasDependencies ?? false,
      setsNamespace: true,
    };
  }

  #kustomized(reaches: readonly Reach[]): Unit {
    const members = union(reaches.map(({ files }) => files));
    const patches = union(reaches.map((reach) => reach.patches));
    const owners = [...union(reaches.map(({ kustomizations }) => kustomizations))].flatMap(
      (each) => this.#facts.get(each)?.kustomization ?? [],
    );
    return {
      kind: 'kustomization',
      areTogether: (a, b) => reaches.some(({ files }) => files.has(a) && files.has(b)),
      files: this.#all.flatMap(([each, facts]): File[] =>
        members.has(each) ? [[each, patches.has(each) ? asPatch(facts) : facts]] : [],
      ),
      isOpen: reaches.some(({ isOpen }) => isOpen),
      setsNamespace: owners.some(({ namespace }) => namespace !== undefined),
      generated: owners.flatMap(({ generated }) => generated),
    };
  }
}

const inFolder = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> => new Set(sets.flatMap((set) => [...set]));

const asPatch = (facts: Facts['kubernetes']): Facts['kubernetes'] => ({
  ...facts,
  resources: facts.resources.map((fact) => ({ ...fact, isPatch: true, isPartial: true })),
  workloads: facts.workloads.map((fact) => ({ ...fact, isPatch: true, isPartial: true })),
});

/** All that one kustomization takes in. */
interface Reach {
  readonly start: string;
  readonly files: Set<string>;
  /** Those of the files that only change objects of others. */
  readonly patches: Set<string>;
  readonly kustomizations: Set<string>;
  isOpen: boolean;
}

type Known = ReadonlyMap<string, Facts['kubernetes']>;

/** What a kustomization reaches that another one takes in is part of what that one reaches, so only the outermost ones are followed. */
function reachesOf(known: Known): readonly Reach[] {
  const starts = [...known].flatMap(([path, { kustomization }]) => (kustomization ? [path] : []));
  const nested = new Set(starts.flatMap((path) => targetsOf(path, known).flatMap((target) => target.kustomization ?? [])));
  const reaches = starts.filter((path) => !nested.has(path)).map((path) => reachOf(path, known));
  const covered = new Set(reaches.flatMap(({ kustomizations }) => [...kustomizations]));
  // What is left takes itself in.
  for (const path of starts) {
    if (covered.has(path)) continue;
    const reach = reachOf(path, known);
    for (const each of reach.kustomizations) covered.add(each);
    reaches.push(reach);
  }
  return reaches;
}

function reachOf(start: string, known: Known): Reach {
  const reach: Reach = { start, files: new Set(), patches: new Set(), kustomizations: new Set(), isOpen: false };
  const pending = [start];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (reach.kustomizations.has(path)) continue;
    reach.kustomizations.add(path);
    if (known.get(path)?.kustomization?.isOpen) reach.isOpen = true;
    for (const { use, file, kustomization } of targetsOf(path, known)) {
      if (file !== undefined) {
        reach.files.add(file);
        if (use === 'patch') reach.patches.add(file);
      } else if (kustomization !== undefined) pending.push(kustomization);
      else if (use !== 'patch') reach.isOpen = true;
    }
  }
  return reach;
}

interface Target {
  readonly use: KustomizationFacts['entries'][number]['use'];
  /** A file of the workspace, or the kustomization of a folder; neither, if it is elsewhere. */
  readonly file?: string;
  readonly kustomization?: string;
}

/** What a kustomization names, but for the files whose content it only copies. */
const targetsOf = (path: string, known: Known): readonly Target[] =>
  (known.get(path)?.kustomization?.entries ?? []).flatMap(({ use, path: written }): Target[] => {
    if (use === 'file') return [];
    const target = resolvePath(folderOf(path), written);
    if (target === undefined) return [{ use }];
    if (known.has(target)) return [{ use, file: target }];
    const nested = NAMES.map((name) => inFolder(target, name)).find((each) => known.get(each)?.kustomization);
    return [nested === undefined ? { use } : { use, kustomization: nested }];
  });

const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

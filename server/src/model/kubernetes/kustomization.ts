import { baseName, folderOf, resolvePath } from '../../base/path.ts';
import {
  asMapping,
  asScalar,
  at,
  entryOf,
  itemsOf,
  keyOf,
  stringOf,
  valueOf,
  type YamlEntry,
  type YamlFile,
  type YamlMapping,
  type YamlScalar,
} from '../yaml/index.ts';
import { labelsIn } from './labels.ts';
import { type PatchTarget, patchTargetIn } from './patch-target.ts';

/** What an entry of a kustomization names: `resource` may be a folder or a repository, the others are files. */
export type KustomizationUse = 'resource' | 'component' | 'patch' | 'file';

export interface KustomizationEntry {
  readonly use: KustomizationUse;
  /** As written, relative to the kustomization's folder. */
  readonly path: string;
  readonly node: YamlScalar;
}

/** An image whose name, tag or digest a kustomization sets. */
export interface KustomizationImage {
  readonly name: string;
  readonly newName: string | undefined;
  readonly newTag: string | undefined;
  readonly digest: string | undefined;
}

/** A ConfigMap or Secret that a kustomization generates. */
export interface GeneratedResource {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
}

/** A change to objects that others define: a strategic merge or a JSON patch, in a file of its own or written in the kustomization. */
export interface KustomizationPatch {
  readonly path?: string;
  readonly text?: string;
  /** Without one the patch itself names the object. */
  readonly target?: PatchTarget;
}

/** A `kustomization.yaml` (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/). */
export interface Kustomization {
  readonly node: YamlMapping;
  readonly entries: readonly KustomizationEntry[];
  readonly generated: readonly GeneratedResource[];
  readonly images: readonly KustomizationImage[];
  readonly patches: readonly KustomizationPatch[];
  readonly namespace: string | undefined;
  /** Labels and annotations of all objects; those of pods, too, where they are for selectors or templates. */
  readonly labels: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** How many pods workloads of a name have. */
  readonly replicas: readonly { readonly name: string; readonly count: number }[];
  /** Objects come from where we cannot look: charts, plugins. */
  readonly isOpen: boolean;
  /** Patches stand in the file itself, and not in files of their own. */
  readonly hasInlinePatches: boolean;
}

/** What a kustomization tells the others. */
export interface KustomizationFacts extends Omit<Kustomization, 'node' | 'entries'> {
  readonly entries: readonly Pick<KustomizationEntry, 'use' | 'path'>[];
}

export const isKustomizationPath = (path: string): boolean => /^kustomization(?:\.ya?ml)?$/i.test(baseName(path));

/** Fields that list names directly. */
const LISTS: Readonly<Record<string, KustomizationUse>> = {
  resources: 'resource',
  bases: 'resource',
  components: 'component',
  patchesStrategicMerge: 'patch',
  crds: 'file',
  configurations: 'file',
};
/** Fields whose items are mappings that hold a name. */
const PATHS: readonly (readonly [list: string, key: string, use: KustomizationUse])[] = [
  ['patches', 'path', 'patch'],
  ['patchesJson6902', 'path', 'patch'],
  ['replacements', 'path', 'file'],
];
const GENERATORS: readonly (readonly [list: string, kind: GeneratedResource['kind']])[] = [
  ['configMapGenerator', 'ConfigMap'],
  ['secretGenerator', 'Secret'],
];
const OUTSIDE = ['helmCharts', 'helmChartInflationGenerator', 'generators', 'transformers'];

export function kustomizationIn({ documents }: YamlFile): Kustomization | undefined {
  const root = asMapping(documents[0]?.root);
  if (!root) return undefined;
  return {
    node: root,
    entries: entriesOf(root),
    generated: GENERATORS.flatMap(([list, kind]) =>
      itemsOf(at(root, list)).flatMap((item) => {
        const name = stringOf(at(item, 'name'));
        return name === undefined ? [] : { kind, name };
      }),
    ),
    images: itemsOf(at(root, 'images')).flatMap(imageIn),
    patches: patchesIn(root),
    ...labelsOf(root),
    annotations: labelsIn(at(root, 'commonAnnotations'), false).values,
    replicas: itemsOf(at(root, 'replicas')).flatMap((item) => {
      const name = stringOf(at(item, 'name'));
      const count = valueOf(at(item, 'count'));
      return name === undefined || typeof count !== 'number' ? [] : { name, count };
    }),
    namespace: stringOf(at(root, 'namespace')),
    isOpen: OUTSIDE.some((field) => itemsOf(at(root, field)).length > 0),
    hasInlinePatches:
      PATHS.some(([list]) => itemsOf(at(root, list)).some((item) => entryOf(asMapping(item), 'patch'))) ||
      itemsOf(at(root, 'patchesStrategicMerge')).some((item) => /[\r\n]/.test(stringOf(item) ?? '')),
  };
}

export const kustomizationFacts = ({ node: _, entries, ...facts }: Kustomization): KustomizationFacts => ({
  ...facts,
  entries: entries.map(({ use, path }) => ({ use, path })),
});

/** In the order in which Kustomize applies them. */
const patchesIn = (root: YamlMapping): readonly KustomizationPatch[] => [
  ...itemsOf(at(root, 'patchesStrategicMerge')).flatMap((item) => {
    const value = stringOf(item);
    if (value === undefined) return [];
    return /[\r\n]/.test(value) ? { text: value } : { path: value };
  }),
  ...[...itemsOf(at(root, 'patches')), ...itemsOf(at(root, 'patchesJson6902'))].flatMap((item) => {
    const path = stringOf(at(item, 'path'));
    const text = stringOf(at(item, 'patch'));
    const target = patchTargetIn(at(item, 'target'));
    if (path === undefined && text === undefined) return [];
    return { ...(path === undefined ? {} : { path }), ...(text === undefined ? {} : { text }), ...(target ? { target } : {}) };
  }),
];

function labelsOf(root: YamlMapping): Pick<Kustomization, 'labels' | 'podLabels'> {
  const common = labelsIn(at(root, 'commonLabels'), false).values;
  const labels = { ...common };
  const podLabels = { ...common };
  for (const item of itemsOf(at(root, 'labels'))) {
    const pairs = labelsIn(at(item, 'pairs'), false).values;
    Object.assign(labels, pairs);
    if (['includeSelectors', 'includeTemplates'].some((field) => valueOf(at(item, field)) === true))
      Object.assign(podLabels, pairs);
  }
  return { labels, podLabels };
}

function entriesOf(root: YamlMapping): readonly KustomizationEntry[] {
  const listed = root.entries.flatMap((entry: YamlEntry) => {
    const use = LISTS[keyOf(entry) ?? ''];
    return use ? itemsOf(entry.value).flatMap((item) => entryFor(use, asScalar(item))) : [];
  });
  const held = PATHS.flatMap(([list, key, use]) =>
    itemsOf(at(root, list)).flatMap((item) => entryFor(use, asScalar(entryOf(asMapping(item), key)?.value))),
  );
  const files = GENERATORS.flatMap(([list]) => itemsOf(at(root, list)).flatMap(sourcesOf));
  return [...listed, ...held, ...files];
}

/** A patch may be written in the place of its file's name. */
const entryFor = (use: KustomizationUse, node: YamlScalar | undefined): readonly KustomizationEntry[] =>
  typeof node?.value !== 'string' || node.value === '' || /[\r\n]/.test(node.value) ? [] : [{ use, path: node.value, node }];

/** `files` may name the key before the file: `config.json=files/prod.json`. */
const sourcesOf = (generator: Parameters<typeof at>[0]): readonly KustomizationEntry[] =>
  [...itemsOf(at(generator, 'files')), ...itemsOf(at(generator, 'envs')), at(generator, 'env')].flatMap((item) =>
    entryFor('file', asScalar(item)).map((entry) => ({ ...entry, path: entry.path.slice(entry.path.indexOf('=') + 1) })),
  );

function imageIn(item: Parameters<typeof at>[0]): readonly KustomizationImage[] {
  const name = stringOf(at(item, 'name'));
  const tag = valueOf(at(item, 'newTag'));
  if (name === undefined) return [];
  return [
    {
      name,
      newName: stringOf(at(item, 'newName')),
      newTag: tag === undefined || tag === null ? undefined : String(tag),
      digest: stringOf(at(item, 'digest')),
    },
  ];
}

/** The paths of the files that kustomizations list as patches. */
export function patchPaths(
  files: Iterable<readonly [path: string, facts: { readonly kustomization?: KustomizationFacts }]>,
): ReadonlySet<string> {
  const patches = new Set<string>();
  for (const [path, { kustomization }] of files) {
    for (const { use, path: written } of kustomization?.entries ?? []) {
      const target = use === 'patch' ? resolvePath(folderOf(path), written) : undefined;
      if (target !== undefined) patches.add(target);
    }
  }
  return patches;
}

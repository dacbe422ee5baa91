import { folderOf, resolvePath } from '../../base/path.ts';
import { span } from '../../base/span.ts';
import type { WorkspaceView } from '../../engine/environment.ts';
import {
  isTarget,
  type KubernetesFile,
  type KustomizationFacts,
  type KustomizationPatch,
  parseImage,
  patched,
  type PatchTarget,
  type Resource,
  withObjects,
} from '../../model/kubernetes/index.ts';
import { asMapping, at, itemsOf, parseYaml, stringOf, type YamlMapping, type YamlNode } from '../../model/yaml/index.ts';
import { overlaysOf, type Step } from './overlays.ts';

/** A file that is deployed in more ways is judged as it stands. */
const MOST_OVERLAYS = 16;
const MOST_PATCHES = 200;

/** A change and what it is for. */
interface Change {
  readonly isFor: (resource: Resource) => boolean;
  readonly patch: YamlNode;
}

/**
 * A file as each overlay of the workspace deploys it. None where no kustomization takes it in, or one does that changes nothing: what is missing then is missing
 * there.
 * @param textOf the text of a file that holds a patch
 */
export function asDeployed(
  file: KubernetesFile,
  path: string,
  workspace: WorkspaceView,
  textOf: (path: string) => string | undefined,
): readonly KubernetesFile[] {
  if (file.isTemplate || file.resources.every(({ isPartial }) => isPartial)) return [];
  const overlays = overlaysOf(path, workspace);
  if (overlays.length === 0 || overlays.length > MOST_OVERLAYS) return [];
  const deployed: KubernetesFile[] = [];
  for (const steps of overlays) {
    const changes = steps.map((step) => changesOf(step, textOf));
    if (changes.flat().length > MOST_PATCHES) return [];
    const model = withObjects(file, (resource) => {
      let node: YamlMapping | undefined = resource.node;
      for (const [index, { facts }] of steps.entries()) {
        for (const { isFor, patch } of changes[index] ?? []) if (node && isFor(resource)) node = patched(node, patch);
        for (const patch of ownPatches(facts, resource, node)) if (node) node = patched(node, patch);
      }
      return node && named(node, resource);
    });
    if (isSame(model, file)) return [];
    deployed.push(model);
  }
  return deployed;
}

const isSame = (a: KubernetesFile, b: KubernetesFile): boolean =>
  a.resources.length === b.resources.length && a.resources.every(({ node }, index) => node === b.resources[index]?.node);

const changesOf = ({ path, facts }: Step, textOf: (path: string) => string | undefined): readonly Change[] =>
  facts.patches.flatMap((patch) => changesIn(patch, folderOf(path), textOf));

function changesIn(
  { path, text, target }: KustomizationPatch,
  folder: string,
  textOf: (path: string) => string | undefined,
): readonly Change[] {
  const file = path === undefined ? undefined : resolvePath(folder, path);
  const source = text ?? (file === undefined ? undefined : textOf(file));
  if (source === undefined) return [];
  return parseYaml(source).documents.flatMap(({ root, isTemplate }): Change[] => {
    if (!root || isTemplate) return [];
    const own = target ?? namedBy(asMapping(root));
    return own ? [{ isFor: (resource) => isTarget(resource, own), patch: root }] : [];
  });
}

/** The object that a strategic merge names itself. */
function namedBy(patch: YamlMapping | undefined): PatchTarget | undefined {
  const kind = stringOf(at(patch, 'kind'));
  const name = stringOf(at(patch, 'metadata', 'name'));
  return kind === undefined || name === undefined ? undefined : { kind, name };
}

/** The object under the name that it has in its file, by which its findings are known there. */
function named(node: YamlMapping, { name, namespace }: Resource): YamlMapping | undefined {
  const metadata = { name: stringOf(at(node, 'metadata', 'name')), namespace: stringOf(at(node, 'metadata', 'namespace')) };
  if (metadata.name === name && metadata.namespace === namespace) return node;
  return asMapping(patched(node, fromData({ metadata: { name: name ?? null, namespace: namespace ?? null } })));
}

/** What a kustomization sets by fields of its own, as patches. */
function ownPatches(facts: KustomizationFacts, resource: Resource, node: YamlMapping | undefined): readonly YamlNode[] {
  const { labels, podLabels, annotations, replicas, images } = facts;
  const patches: object[] = [];
  if (Object.keys(labels).length > 0) patches.push({ metadata: { labels } });
  if (Object.keys(annotations).length > 0) patches.push({ metadata: { annotations } });
  if (Object.keys(podLabels).length > 0 && at(node, 'spec', 'template', 'spec'))
    patches.push({ spec: { template: { metadata: { labels: podLabels } } } });
  const scaled = replicas.find(({ name }) => name === resource.name);
  if (scaled && at(node, 'spec', 'template')) patches.push({ spec: { replicas: scaled.count } });
  if (images.length > 0) patches.push(...imagePatches(images, node));
  return patches.map(fromData);
}

const NOTHING: YamlNode = { kind: 'mapping', style: 'flow', span: span(0, 0), entries: [] };

const fromData = (patch: object): YamlNode => parseYaml(JSON.stringify(patch)).documents[0]?.root ?? NOTHING;

const POD_SPECS: readonly (readonly string[])[] = [
  ['spec'],
  ['spec', 'template', 'spec'],
  ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
];

function imagePatches(images: KustomizationFacts['images'], node: YamlMapping | undefined): readonly object[] {
  return POD_SPECS.flatMap((path) =>
    ['initContainers', 'containers'].flatMap((list) => {
      const containers = itemsOf(at(node, ...path, list)).flatMap((item) => {
        const name = stringOf(at(item, 'name'));
        const image = imageAfter(stringOf(at(item, 'image')), images);
        return name === undefined || image === undefined ? [] : [{ name, image }];
      });
      const patch: object = { [list]: containers };
      return containers.length === 0 ? [] : [path.reduceRight<object>((inner, key) => ({ [key]: inner }), patch)];
    }),
  );
}

function imageAfter(written: string | undefined, images: KustomizationFacts['images']): string | undefined {
  const image = written === undefined ? undefined : parseImage(written);
  const change = image && images.find(({ name }) => name === image.name);
  if (!change) return undefined;
  const name = change.newName ?? image.name;
  if (change.digest !== undefined) return `${name}@${change.digest}`;
  const tag = change.newTag ?? image.tag;
  return tag === undefined ? name : `${name}:${tag}`;
}

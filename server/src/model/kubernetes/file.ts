import type { Annotation, Comment, Document, SyntaxProblem } from '../document.ts';
import {
  at,
  parseYaml,
  YAML_PROBLEMS,
  type YamlDocument,
  type YamlFile,
  type YamlMapping,
  type YamlNode,
} from '../yaml/index.ts';
import { type Chart, chartIn, isChartPath, isValuesPath } from './chart.ts';
import { annotationsOf, coveringComments } from './comments.ts';
import { isKustomizationPath, type Kustomization, kustomizationIn } from './kustomization.ts';
import { blockAt, documentAt, resourceFinder } from './places.ts';
import { type HeadlessObject, headlessOf } from './headless.ts';
import { type Resource, resourcesOf } from './resource.ts';
import { type Workload, workloadOf } from './workload.ts';

/** A YAML or JSON file that may hold Kubernetes resources. */
export interface KubernetesFile extends Document {
  /** Whether at least one document is a Kubernetes object, or plainly would be if it were not half-typed. */
  readonly isKubernetes: boolean;
  /** Whether template actions stand in its structure; then no syntax problems are told and all resources are partial. */
  readonly isTemplate: boolean;
  readonly yaml: YamlFile;
  readonly resources: readonly Resource[];
  readonly workloads: readonly Workload[];
  /** Documents that are no resources, but only for want of a kind or an API version. */
  readonly headless: readonly HeadlessObject[];
  readonly annotations: readonly Annotation[];
  /** What a file of this name says about the others. */
  readonly kustomization?: Kustomization;
  readonly chart?: Chart;
  /** The resource that an offset lies in. */
  resourceAt(offset: number): Resource | undefined;
}

const NOT_KUBERNETES: Omit<KubernetesFile, 'yaml'> = {
  isKubernetes: false,
  isTemplate: false,
  problems: [],
  comments: [],
  annotations: [],
  resources: [],
  workloads: [],
  resourceAt: () => undefined,
  headless: [],
};

/**
 * Reads a file. Total. A file that does not name what every object has is not even parsed.
 * @param previous the model of an earlier version of the same file; documents with the same text are taken over
 * @param path decides about files that say by their name alone what they are
 */
export function parseKubernetes(text: string, previous?: Pick<KubernetesFile, 'yaml'>, path = ''): KubernetesFile {
  if (isKustomizationPath(path) || isChartPath(path)) return packaging(path, text, previous);
  if (isValuesPath(path) || !mayBeKubernetes(text)) return { ...NOT_KUBERNETES, yaml: { text, documents: [] } };
  const yaml = parseYaml(text, previous?.yaml);
  const isTemplate = yaml.documents.some((document) => document.isTemplate) || isChartTemplate(path, text);
  const resources = yaml.documents.flatMap((document) => resourcesOf(document, isTemplate));
  const headless = isTemplate ? [] : yaml.documents.flatMap((document) => headlessOf(document, resources.length > 0) ?? []);
  const isKubernetes =
    resources.length > 0 || headless.length > 0 || yaml.documents.some((document) => looksLikeKubernetes(text, document));
  if (!isKubernetes) return { ...NOT_KUBERNETES, isTemplate, yaml };
  const workloads = resources.flatMap((resource) => workloadOf(resource) ?? []);
  const resourceAt = resourceFinder(resources);
  const byResource = new Map(workloads.map((workload) => [workload.resource, workload]));
  return {
    isKubernetes,
    isTemplate,
    yaml,
    problems: isTemplate ? [] : problemsOf(yaml),
    resources,
    workloads,
    headless,
    comments: commentsOf(yaml),
    annotations: resources.flatMap((resource) => annotationsOf(resource, byResource.get(resource))),
    contentStart: yaml.documents.find(({ root }) => root)?.root?.span.start,
    blockAt: (offset) => blockAt(yaml, offset),
    // What stands above the first line of a resource belongs to its document.
    objectAt: (offset) => resourceAt(offset)?.node.span ?? documentAt(yaml, offset)?.span,
    resourceAt,
  };
}

/** Among the templates of a chart, actions in quotes make a template, too; a file without any action is what it is. */
const isChartTemplate = (path: string, text: string): boolean => /(?:^|\/)templates\//.test(path) && /^[^#\n]*\{\{/m.test(text);

/** The file as a patch: everything that is missing in it may be written in what it is applied to. */
export function asPartial(file: KubernetesFile): KubernetesFile {
  const resources = file.resources.map((resource): Resource => ({ ...resource, isPartial: true }));
  return { ...file, resources, workloads: resources.flatMap((resource) => workloadOf(resource) ?? []) };
}

/** The file with other objects in the place of its own, also of those of a list; one that is gone is undefined. */
export function withObjects(file: KubernetesFile, change: (resource: Resource) => YamlMapping | undefined): KubernetesFile {
  const own = new Map<YamlNode, Resource>(file.resources.map((resource) => [resource.node, resource]));
  const changed = (node: YamlNode | undefined): YamlNode | undefined => {
    const resource = node && own.get(node);
    return resource ? change(resource) : node;
  };
  const resources = file.yaml.documents.flatMap((document) =>
    resourcesOf({ ...document, root: changed(withItems(document.root, changed)) }, file.isTemplate),
  );
  return { ...file, resources, workloads: resources.flatMap((resource) => workloadOf(resource) ?? []) };
}

/** A list with other items; anything else as it is. */
function withItems(
  root: YamlNode | undefined,
  changed: (node: YamlNode | undefined) => YamlNode | undefined,
): YamlNode | undefined {
  const items = at(root, 'items');
  if (root?.kind !== 'mapping' || items?.kind !== 'sequence') return root;
  const others = items.items.map((item) => ({ ...item, value: changed(item.value) }));
  if (others.every(({ value }, index) => value === items.items[index]?.value)) return root;
  const list = { ...items, items: others };
  return { ...root, entries: root.entries.map((entry) => (entry.value === items ? { ...entry, value: list } : entry)) };
}

/** A kustomization or a chart holds no resources of its own. */
function packaging(path: string, text: string, previous: Pick<KubernetesFile, 'yaml'> | undefined): KubernetesFile {
  const yaml = parseYaml(text, previous?.yaml);
  const kustomization = isKustomizationPath(path) ? kustomizationIn(yaml) : undefined;
  const chart = isChartPath(path) ? chartIn(yaml) : undefined;
  if (!kustomization && !chart) return { ...NOT_KUBERNETES, yaml };
  const isTemplate = yaml.documents.some((document) => document.isTemplate);
  return {
    ...NOT_KUBERNETES,
    isKubernetes: true,
    isTemplate,
    yaml,
    problems: isTemplate ? [] : problemsOf(yaml),
    comments: commentsOf(yaml),
    ...(kustomization && { kustomization }),
    ...(chart && { chart }),
  };
}

/** Of API version, kind and metadata an object may lack one without being something else. */
const mayBeKubernetes = (text: string): boolean =>
  ['apiVersion', 'kind', 'metadata'].filter((key) => text.includes(key)).length >= 2;

/** A document too broken to be read that has both keys at the start of a line, or as JSON keys. */
function looksLikeKubernetes(text: string, { span, problems, root }: YamlDocument): boolean {
  if (problems.length === 0 || (root?.kind === 'mapping' && root.style === 'block')) return false;
  const source = text.slice(span.start, span.end);
  return /^["']?apiVersion["']?:/m.test(source) && /^["']?kind["']?:/m.test(source)
    ? true
    : /"apiVersion"\s{0,20}:/.test(source) && /"kind"\s{0,20}:/.test(source);
}

const problemsOf = ({ documents }: YamlFile): readonly SyntaxProblem[] =>
  documents.flatMap(({ problems }) => problems.map(({ span, code }) => ({ span, message: YAML_PROBLEMS[code] })));

const commentsOf = ({ text, documents }: YamlFile): readonly Comment[] => {
  const comments = documents.flatMap((document) => document.comments);
  return coveringComments(text, comments);
};

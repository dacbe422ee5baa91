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
  readonly annotations: readonly Annotation[];
  /** What a file of this name says about the others. */
  readonly kustomization?: Kustomization;
  readonly chart?: Chart;
}

const NOT_KUBERNETES: Omit<KubernetesFile, 'yaml'> = {
  isKubernetes: false,
  isTemplate: false,
  problems: [],
  comments: [],
  annotations: [],
  resources: [],
  workloads: [],
};

/**
 * Reads a file. Total. A file that names neither an API version nor a kind is not even parsed.
 * @param previous the model of an earlier version of the same file; documents with the same text are taken over
 * @param path decides about files that say by their name alone what they are
 */
export function parseKubernetes(text: string, previous?: KubernetesFile, path = ''): KubernetesFile {
  if (isKustomizationPath(path) || isChartPath(path)) return packaging(path, text, previous);
  if (isValuesPath(path) || !text.includes('apiVersion') || !text.includes('kind'))
    return { ...NOT_KUBERNETES, yaml: { text, documents: [] } };
  const yaml = parseYaml(text, previous?.yaml);
  const isTemplate = yaml.documents.some((document) => document.isTemplate) || isChartTemplate(path, text);
  const resources = yaml.documents.flatMap((document) => resourcesOf(document, isTemplate));
  const isKubernetes = resources.length > 0 || yaml.documents.some((document) => looksLikeKubernetes(text, document));
  if (!isKubernetes) return { ...NOT_KUBERNETES, isTemplate, yaml };
  return {
    isKubernetes,
    isTemplate,
    yaml,
    problems: isTemplate ? [] : problemsOf(yaml),
    resources,
    workloads: resources.flatMap((resource) => workloadOf(resource) ?? []),
    comments: commentsOf(yaml),
    annotations: resources.flatMap(annotationsOf),
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
function packaging(path: string, text: string, previous: KubernetesFile | undefined): KubernetesFile {
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

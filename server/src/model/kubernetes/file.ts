import type { Annotation, Comment, Document, SyntaxProblem } from '../document.ts';
import { parseYaml, YAML_PROBLEMS, type YamlDocument, type YamlFile } from '../yaml/index.ts';
import { annotationsOf, coveringComments } from './comments.ts';
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
}

const NOT_KUBERNETES: Omit<KubernetesFile, 'yaml'> = {
  isKubernetes: false,
  isTemplate: false,
  problems: [],
  comments: [],
  annotations: [],
  resources: [],
  workloads: [],
  headless: [],
};

/**
 * Reads a file. Total. A file that does not name what every object has is not even parsed.
 * @param previous the model of an earlier version of the same file; documents with the same text are taken over
 */
export function parseKubernetes(text: string, previous?: KubernetesFile): KubernetesFile {
  if (!mayBeKubernetes(text)) return { ...NOT_KUBERNETES, yaml: { text, documents: [] } };
  const yaml = parseYaml(text, previous?.yaml);
  const isTemplate = yaml.documents.some((document) => document.isTemplate);
  const resources = yaml.documents.flatMap((document) => resourcesOf(document, isTemplate));
  const headless = isTemplate ? [] : yaml.documents.flatMap((document) => headlessOf(document, resources.length > 0) ?? []);
  const isKubernetes =
    resources.length > 0 || headless.length > 0 || yaml.documents.some((document) => looksLikeKubernetes(text, document));
  if (!isKubernetes) return { ...NOT_KUBERNETES, isTemplate, yaml };
  return {
    isKubernetes,
    isTemplate,
    yaml,
    problems: isTemplate ? [] : problemsOf(yaml),
    resources,
    headless,
    workloads: resources.flatMap((resource) => workloadOf(resource) ?? []),
    comments: commentsOf(yaml),
    annotations: resources.flatMap(annotationsOf),
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

import type { Edit } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { Context, Related } from '../../../engine/rule.ts';
import {
  isEmptySelector,
  type LabelSet,
  type Resource,
  type Selection,
  selectionOf,
  selects,
  type Selector,
} from '../../../model/kubernetes/index.ts';
import { asScalar, at, type Edits, replaceScalar, type YamlScalar } from '../../../model/yaml/index.ts';
import { editDistance } from '../../../base/edit-distance.ts';
import { editSource, fixOf } from './edits.ts';
import { possiblyPicked } from './labelled.ts';
import { isNear, type Located, related, resourcesIn, workloadsIn } from './located.ts';
import { type Unit, unitOf } from './unit.ts';

/** What a selector may pick: its labels and where they stand. */
type Candidate = Located<{
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly nameSpan: Related['span'];
  readonly labels: LabelSet;
}>;

export interface Dangling {
  readonly resource: Resource;
  readonly selection: Selection;
  /** What was probably meant. */
  readonly near: Candidate | undefined;
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
}

/**
 * The resources of a kind whose selector picks nothing. Silent where that cannot be known: the unit takes things in from elsewhere, has nothing that could be
 * picked, or a template writes labels; also where anything of the workspace is picked.
 */
export function* danglingSelectors(context: Context<'kubernetes'>, kinds: readonly string[]): Generator<Dangling> {
  for (const resource of context.model.resources) {
    const selection = kinds.includes(resource.kind) ? selectionOf(resource) : undefined;
    if (selection) yield* danglingIn(context, resource, [selection]);
  }
}

/** The same for selections of one resource that stand elsewhere in it. */
export function* danglingIn(
  context: Context<'kubernetes'>,
  resource: Resource,
  selections: readonly Selection[],
): Generator<Dangling> {
  const { file, env } = context;
  let unit: Unit | undefined;
  for (const selection of selections) {
    if (isEmptySelector(selection.selector) || hasControllerLabel(selection.selector)) continue;
    unit ??= unitOf(file.path, env.workspace);
    if (unit.isOpen) return;
    const isClose = isNear(unit, resource.namespace);
    const all = candidatesOf(selection, unit);
    const mayPick = possiblyPicked(all, selection.selector).filter(isClose);
    if (mayPick.some(({ fact }) => selects(selection.selector, fact.labels) !== false)) continue;
    const candidates = all.filter(isClose);
    if (candidates.length === 0) continue;
    if (isForeign(selection.selector, candidates) || isPickedElsewhere(selection, resource, unit, context)) continue;
    const meant = nearestCandidate(selection.selector, candidates);
    yield {
      resource,
      selection,
      near: meant?.candidate,
      fixes: meant ? fixesFor(context, resource, selection, meant) : [],
      related: (meant ? [meant.candidate] : candidates.slice(0, 3)).map((each) =>
        related(file.path, each, `${each.fact.kind} \`${each.fact.name ?? ''}\` has other labels.`),
      ),
    };
  }
}

const candidatesOf = ({ picks }: Selection, unit: Pick<Unit, 'files'>): readonly Candidate[] =>
  picks === 'pods' ? workloadsIn(unit) : resourcesIn(unit, 'Service', '');

/** Labels that controllers give to pods (https://kubernetes.io/docs/reference/labels-annotations-taints/). */
const CONTROLLER_LABELS: ReadonlySet<string> = new Set([
  'statefulset.kubernetes.io/pod-name',
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/job-name',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'job-name',
  'controller-uid',
  'pod-template-hash',
  'controller-revision-hash',
  'pod-template-generation',
  'rollouts-pod-template-hash',
  'serving.knative.dev/service',
  'serving.knative.dev/revision',
]);

const hasControllerLabel = ({ labels, expressions }: Selector): boolean =>
  Object.keys(labels).some((key) => CONTROLLER_LABELS.has(key)) || expressions.some(({ key }) => CONTROLLER_LABELS.has(key));

/** A label of some operator's domain that nothing here has is given by that operator to pods that it makes. */
const isForeign = ({ labels }: Selector, candidates: readonly Candidate[]): boolean =>
  Object.keys(labels).some(
    (key) =>
      key.includes('/') &&
      !key.startsWith('app.kubernetes.io/') &&
      !candidates.some(({ fact }) => Object.hasOwn(fact.labels.values, key)),
  );

function isPickedElsewhere(
  { picks, selector }: Selection,
  { namespace }: Resource,
  unit: Unit,
  { env }: Context<'kubernetes'>,
): boolean {
  const everything = candidatesOf({ picks, selector }, { files: env.workspace.all('kubernetes') });
  return possiblyPicked(everything, selector)
    .filter(isNear(unit, namespace))
    .some(({ fact }) => selects(selector, fact.labels) === true);
}

/** In larger units the comparison of each with each would take long, and many labels are alike. */
const MOST_COMPARED = 200;

interface Meant {
  readonly candidate: Candidate;
  /** The labels whose value is another one there. */
  readonly differing: readonly string[];
}

/** The candidate that has all the labels, and one of them with another value; any number of them if it is the only one. */
function nearestCandidate(selector: Selector, candidates: readonly Candidate[]): Meant | undefined {
  if (selector.expressions.length > 0 || candidates.length > MOST_COMPARED) return undefined;
  const keys = Object.keys(selector.labels);
  const complete = candidates.flatMap((candidate): Meant[] => {
    const { values } = candidate.fact.labels;
    if (!keys.every((key) => Object.hasOwn(values, key))) return [];
    return [{ candidate, differing: keys.filter((key) => values[key] !== selector.labels[key]) }];
  });
  if (complete.length === 1) return complete[0];
  const distance = ({ candidate, differing }: Meant): number =>
    editDistance(selector.labels[differing[0] ?? ''] ?? '', candidate.fact.labels.values[differing[0] ?? ''] ?? '', 64);
  const close = complete.filter(({ differing }) => differing.length === 1).sort((a, b) => distance(a) - distance(b));
  const [first, second] = close;
  return first && (!second || distance(first) < distance(second)) ? first : undefined;
}

function fixesFor(
  { file }: Context<'kubernetes'>,
  resource: Resource,
  { selector }: Selection,
  { candidate, differing }: Meant,
): readonly Fix[] {
  const source = editSource(file, resource);
  const edits = differing.flatMap((key): readonly Edit[] => {
    const node = labelNode(resource, key);
    // A label of that key may stand in another selector of the resource.
    if (!node || node.span.start < selector.span.start || node.span.end > selector.span.end) return [];
    return replaceScalar(source, node, candidate.fact.labels.values[key] ?? '') ?? [];
  });
  if (edits.length < differing.length) return [];
  const title = `Select the labels of ${candidate.fact.kind} \`${candidate.fact.name ?? ''}\``;
  return fixOf(title, 'suggested', edits as readonly Edit[] as Edits);
}

/** The value of a label in the selector of a resource, which is a plain map in a Service. */
function labelNode({ kind, node }: Resource, key: string): YamlScalar | undefined {
  const selector = at(node, 'spec', kind === 'NetworkPolicy' ? 'podSelector' : 'selector');
  return asScalar(kind === 'Service' ? at(selector, key) : at(selector, 'matchLabels', key));
}

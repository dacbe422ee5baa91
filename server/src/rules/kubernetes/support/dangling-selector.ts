import type { Edit } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { Context, Related } from '../../../engine/rule.ts';
import {
  isEmptySelector,
  type Resource,
  type Selection,
  selectionOf,
  selects,
  type Selector,
} from '../../../model/kubernetes/index.ts';
import { asScalar, at, type Edits, replaceScalar, type YamlScalar } from '../../../model/yaml/index.ts';
import { editDistance } from '../../../engine/rule-names.ts';
import { editSource, fixOf } from './edits.ts';
import { firstOf, isNear, related } from './located.ts';
import { type Candidate, type Pickable, pickableIn } from './pickable.ts';
import { type Unit, unitOf, wholeOf } from './unit.ts';

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
  const { file, model, env } = context;
  let unit: Unit | undefined;
  for (const resource of model.resources) {
    const selection = kinds.includes(resource.kind) ? selectionOf(resource) : undefined;
    if (!selection || isEmptySelector(selection.selector) || hasControllerLabel(selection.selector)) continue;
    unit ??= unitOf(file.path, env.workspace);
    if (unit.isOpen) return;
    const candidates = pickableIn(unit, selection.picks);
    const near = isNear(unit, resource.namespace);
    if (!candidates.isIn(unit, resource.namespace) || mayPickOf(candidates, selection.selector, near)) continue;
    if (isForeign(selection.selector, candidates, near) || isPickedElsewhere(selection, near, context)) continue;
    const meant = nearestCandidate(selection.selector, candidates, near);
    yield {
      resource,
      selection,
      near: meant?.candidate,
      fixes: meant ? fixesFor(context, resource, meant) : [],
      related: (meant ? [meant.candidate] : firstOf(candidates.all, near, 3)).map((each) =>
        related(file.path, each, `${each.fact.kind} \`${each.fact.name ?? ''}\` has other labels.`),
      ),
    };
  }
}

type Near = (candidate: Candidate) => boolean;

/** Whether a selector picks something near, or is not known not to. */
const mayPickOf = (candidates: Pickable<Candidate>, selector: Selector, near: Near): boolean =>
  candidates.mayPick(selector).some((each) => near(each) && selects(selector, each.fact.labels) !== false);

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
const isForeign = ({ labels }: Selector, candidates: Pickable<Candidate>, near: Near): boolean =>
  Object.keys(labels).some(
    (key) => key.includes('/') && !key.startsWith('app.kubernetes.io/') && !candidates.having(key).some(near),
  );

const isPickedElsewhere = ({ picks, selector }: Selection, near: Near, { env }: Context<'kubernetes'>): boolean =>
  pickableIn(wholeOf(env.workspace), picks)
    .mayPick(selector)
    .some((each) => near(each) && selects(selector, each.fact.labels) === true);

/** Among more, nobody can say which one was meant. */
const MOST_COMPARED = 500;

interface Meant {
  readonly candidate: Candidate;
  /** The labels whose value is another one there. */
  readonly differing: readonly string[];
}

/** The candidate that has all the labels, and one of them with another value; any number of them if it is the only one. */
function nearestCandidate(selector: Selector, candidates: Pickable<Candidate>, near: Near): Meant | undefined {
  const keys = Object.keys(selector.labels);
  const lists = keys.map((key) => candidates.having(key)).sort((a, b) => a.length - b.length);
  const [shortest] = lists;
  if (selector.expressions.length > 0 || !shortest || shortest.length > MOST_COMPARED) return undefined;
  const complete = shortest.filter(near).flatMap((candidate): Meant[] => {
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

function fixesFor({ file }: Context<'kubernetes'>, resource: Resource, { candidate, differing }: Meant): readonly Fix[] {
  const source = editSource(file, resource);
  const edits = differing.flatMap((key): readonly Edit[] => {
    const node = labelNode(resource, key);
    return (node && replaceScalar(source, node, candidate.fact.labels.values[key] ?? '')) ?? [];
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

import { type Span, touches } from '../../../base/span.ts';
import type { Snapshot } from '../../../base/snapshot.ts';
import { ANNOTATION } from '../../../engine/suppression/own.ts';
import { type KubernetesFile, parseKubernetes } from '../../../model/kubernetes/index.ts';
import { indentBefore, keyOf, parseYaml, styleOf, type YamlFile } from '../../../model/yaml/index.ts';
import type { Completion } from '../../completion.ts';
import { type OfferedRule, suppressionCompletions } from '../../suppression-ids.ts';
import type { Surroundings } from '../describe.ts';
import { type ObjectSpot, objectSpotAt } from '../spot.ts';
import { type Caret, caretAt, MARK, marked, unmarked } from './caret.ts';
import { draftsAt } from './drafts.ts';
import { keyCompletion, type Place, valueCompletion } from './write.ts';

/** A longer text that is not one of Kubernetes will not become one. */
const LONGEST_BEGINNING = 1000;
const HEAD: ReadonlySet<string | undefined> = new Set(['apiVersion', 'kind', 'metadata', MARK]);

/**
 * Keys, values, names and ids of rules that fit at `offset`. The text is parsed with a mark in the place of the word that is typed, so that the YAML itself
 * says what the place belongs to.
 * @param model undefined for a file that may become one of Kubernetes
 */
export function completionsAt(
  model: KubernetesFile | undefined,
  file: Pick<Snapshot, 'text' | 'eol'>,
  offset: number,
  around: Surroundings,
  rules: readonly OfferedRule[],
): readonly Completion[] {
  const { text } = file;
  if (model) {
    const here = { start: offset, end: offset };
    const comment = model.comments.find(({ span }) => span.start < offset && touches(span, here));
    if (comment) return suppressionCompletions(text.slice(comment.span.start + 1, offset), offset, rules) ?? [];
    const annotation = model.annotations.find(({ name, span }) => isOurs(name) && touches(span, here));
    if (annotation) return annotationIds(text, annotation.span, offset, rules);
    if (model.kustomization || model.chart) return [];
  } else if (text.length > LONGEST_BEGINNING) return [];
  const caret = caretAt(text, offset);
  if (!caret) return [];
  const dashes =
    caret.startsLine && !caret.hasDash && !caret.hasColon && caret.quote === '' ? (['', '- '] as const) : ([''] as const);
  for (const dash of dashes) {
    const found = completionsWith(dash, caret, model, file, around, rules);
    if (found.length > 0) return found;
  }
  return [];
}

const isOurs = (annotation: string): boolean => annotation === ANNOTATION || annotation.startsWith(`${ANNOTATION}.`);

/** The ids that an entry of our annotation may begin with. */
function annotationIds(text: string, { start }: Span, offset: number, rules: readonly OfferedRule[]): readonly Completion[] {
  const first = /["']/.test(text.charAt(start)) ? start + 1 : start;
  const typed = offset < first ? undefined : /(?:^|;)\s*([\w/*-]*)$/.exec(text.slice(first, offset))?.[1];
  if (typed === undefined) return [];
  const rest = /^[\w/*-]*/.exec(text.slice(offset, offset + LONGEST_ID))?.[0] ?? '';
  const span = { start: offset - typed.length, end: offset + rest.length };
  return rules.map(([id, detail]) => ({ label: id, kind: 'rule', span, newText: id, detail }));
}

const LONGEST_ID = 100;

function completionsWith(
  dash: '' | '- ',
  caret: Caret,
  model: KubernetesFile | undefined,
  { text, eol }: Pick<Snapshot, 'text' | 'eol'>,
  around: Surroundings,
  rules: readonly OfferedRule[],
): readonly Completion[] {
  const { text: withMark, at } = marked(text, caret, dash);
  const yaml = parsedWithMark(withMark, unmarked(text, caret), model?.yaml);
  if (!yaml) return [];
  const parsed = parseKubernetes(withMark, { yaml }, around.file.path);
  const spot = objectSpotAt(yaml, parsed.resources, at + 1);
  if (spot?.scalar.text !== MARK) return [];
  if (!model && !begins(spot, text.slice(caret.word.start, caret.word.end))) return [];
  const [last, holder] = spot.path.toReversed();
  if (spot.part === 'value' && holder === 'annotations' && typeof last === 'string' && isOurs(last))
    return annotationIds(text, caret.word, caret.word.end, rules).map((each) => ({ ...each, newText: caret.gap + each.newText }));
  const workload = parsed.workloads.find(({ resource }) => resource === spot.resource);
  const { as, needsDash, drafts } = draftsAt(spot, workload, around);
  if (needsDash && (dash !== '' || !caret.startsLine)) return [];
  const place: Place = {
    caret,
    style: styleOf(withMark, spot.document.root, eol),
    isFlow: spot.around.at(-1)?.style === 'flow',
    dash: needsDash ? '- ' : dash,
    above: lineAbove(text, spot),
  };
  if (as === 'key') return drafts.map((draft) => keyCompletion(draft, place));
  return caret.hasColon ? [] : drafts.flatMap((draft) => valueCompletion(draft, place) ?? []);
}

/** Where a line can be put in front of the key whose value the spot is: in block style, where nothing but white space stands before the key. */
function lineAbove(text: string, { part, path, around }: ObjectSpot): Place['above'] {
  const key = around.at(-1)?.entries.find((entry) => keyOf(entry) === path.at(-1))?.key;
  if (part !== 'value' || !key || around.at(-1)?.style !== 'block') return undefined;
  const at = key.span.start;
  const indent = indentBefore(text, at);
  return indent === undefined ? undefined : { at, indent };
}

/** The text with the mark; undefined where a word breaks it, and so does not belong there. */
function parsedWithMark(withMark: string, without: string, known: YamlFile | undefined): YamlFile | undefined {
  const strict = parseYaml(withMark, known, false);
  if (problemsIn(strict) === 0) return strict;
  if (known && problemsIn(known) === 0) return undefined;
  const mended = parseYaml(withMark, known);
  return problemsIn(mended) > problemsIn(parseYaml(without, mended)) ? undefined : mended;
}

/** Whether a file that says too little to be one of Kubernetes begins as one: with nothing but the keys of every object, of which one is `typed`. */
function begins({ object, path, part }: ObjectSpot, typed: string): boolean {
  const keys = object.entries.map(keyOf);
  if (!keys.every((key) => HEAD.has(key)) || path.length > 1) return false;
  if (keys.includes('apiVersion') || keys.includes('kind')) return true;
  return part === 'key' && typed !== '' && ['apiVersion', 'kind'].some((key) => key.startsWith(typed));
}

const problemsIn = ({ documents }: YamlFile): number => documents.reduce((sum, { problems }) => sum + problems.length, 0);

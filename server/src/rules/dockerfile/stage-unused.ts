import { deletion } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import type { Dockerfile, Stage } from '../../model/dockerfile/index.ts';
import { lineStart } from './support/edits.ts';
import { StageNames } from './support/stage-names.ts';

/** Names under which teams keep stages to build by themselves, with `--target`. */
const TARGETS =
  /(?:^|[-_.])(?:tests?|testing|dev|devel|development|debug|debugger|lint|linter|format|check|ci|docs?|e2e|integration|coverage|bench|benchmarks?|prod|production|release|staging|local|watch|shell|export|artifacts?|binar(?:y|ies)|final|runtime|app|update|validate|verify|vendor(?:ed)?|generated?|outdated|package|publish|dist)(?:$|[-_.])/;

/** From so many stages on that nothing needs, a file is taken for a collection of images. */
const MANY_LEAVES = 3;

export const stageUnused = dockerfileRule(
  {
    id: 'dockerfile/stage-unused',
    title: 'Build stage without use, or used by its number',
    why: 'A stage that the final one does not need is never built, so nobody notices when it no longer works. And a stage that is used by its number is another one as soon as a stage is put before it; give it a name.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      unused: 'The final stage does not need this stage. Delete it, or use it.',
      named: 'The final stage does not need the stage "{name}". Delete it, or use it.',
      number: 'Stage {number} is another one as soon as a stage is put before it. Name it with AS, and use the name.',
    },
    aliases: ['droast:DF023', 'kics:using_unnamed_build_stages', 'tally:tally/no-unreachable-stages'],
    references: ['https://docs.docker.com/build/building/multi-stage/'],
    fix: 'suggested',
    tags: ['unnecessary'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, env }) {
    if (model.isTemplate) return;
    const names = new StageNames(model);
    const targets = new Set(
      env.workspace.all('compose').flatMap(([, { builds }]) => builds.flatMap(({ target }) => target?.toLowerCase() ?? [])),
    );
    const needed = neededStages(model, targets);
    const leaves = model.stages.filter((stage) => !needed.has(stage) && !names.isUsed(stage));
    // Nobody forgets that many: the file makes several images, and which are built is said elsewhere.
    const isCollection = leaves.length >= MANY_LEAVES;
    const deletions = new StageDeletion(model, names);
    for (const stage of model.stages) {
      for (const { name, stage: used, span } of stage.uses)
        if (used && used !== stage && name !== undefined && /^\d+$/.test(name))
          yield { message: 'number', data: { number: name }, span };
      if (isCollection || needed.has(stage)) continue;
      const { name, image, keywordSpan } = stage.from;
      const fix = deletions.fixFor(stage);
      const fixes = fix ? [fix] : [];
      if (name) yield { message: 'named', data: { name: name.text.text }, span: name.span, fixes };
      else yield { message: 'unused', span: image?.span ?? keywordSpan, fixes };
    }
  },
);

/** The final stage, those that look as if they were built by themselves, and what they need. */
function neededStages(model: Dockerfile, targets: ReadonlySet<string>): ReadonlySet<Stage> {
  const needed = new Set<Stage>();
  const open = model.stages.filter((stage) => stage.isFinal || isTarget(stage, targets));
  for (let stage = open.pop(); stage; stage = open.pop()) {
    if (needed.has(stage)) continue;
    needed.add(stage);
    if (stage.base.kind === 'stage') open.push(stage.base.stage);
    for (const use of stage.uses) if (use.stage) open.push(use.stage);
    for (const pattern of openReferences(model, stage))
      open.push(...model.stages.filter(({ name, index }) => name !== undefined && index < stage.index && pattern.test(name)));
  }
  return needed;
}

/** Where a stage names another through variables (`FROM build-${TARGETARCH}`): what the name may be. */
function openReferences({ stages, text }: Dockerfile, { from, base, uses }: Stage): readonly RegExp[] {
  const references = uses.map(({ span, stage }) => ({ written: text.slice(span.start, span.end), isStage: stage !== undefined }));
  if (from.image) references.push({ written: from.image.text.text, isStage: base.kind === 'stage' });
  return references.flatMap(({ written, isStage }) => {
    const literal = written.split(/\$(?:\{[^}]*\}|\w+)/);
    if (literal.length < 2) return [];
    // A variable alone whose value is an image may be any image, but hardly one of the stages.
    const isAlone = literal.every((part) => part === '');
    if (isAlone && !isStage && stages.every(({ name }) => name === undefined || !written.toLowerCase().includes(name))) return [];
    const escaped = literal.map((part) => part.toLowerCase().replaceAll(/[^\w]/g, '\\$&'));
    return [new RegExp(`^${escaped.join('[\\w.-]*')}$`)];
  });
}

/**
 * Whether a stage is likely to be built with `--target`: it says what to run, holds nothing but the results of others, has a name for that, or a Compose
 * file asks for it.
 */
const isTarget = ({ name, base, instructions, uses }: Stage, targets: ReadonlySet<string>): boolean =>
  name !== undefined &&
  (targets.has(name) ||
    TARGETS.test(name) ||
    (base.kind === 'scratch' && uses.length > 0 && instructions.every(({ keyword }) => keyword === 'COPY')) ||
    instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT'));

/** Deletes a stage that nothing names, with the comments above its FROM. */
class StageDeletion {
  readonly #model: Dockerfile;
  readonly #names: StageNames;
  readonly #usesNumbers: boolean;
  /** Where the comments above an instruction begin, by the instruction's start. Parser directives belong to the file. */
  readonly #comments = new Map<number, number>();

  constructor(model: Dockerfile, names: StageNames) {
    this.#model = model;
    this.#names = names;
    this.#usesNumbers = model.stages.some(({ uses }) => uses.some(({ name }) => /^\d+$/.test(name ?? '')));
    const directives = new Set(model.directives.map(({ span }) => span.start));
    for (const { covers, span } of model.comments)
      if (span.end < covers.start && !directives.has(span.start) && !this.#comments.has(covers.start))
        this.#comments.set(covers.start, span.start);
  }

  fixFor(stage: Stage): Fix | undefined {
    const next = this.#model.stages[stage.index + 1];
    // A number would mean another stage afterwards.
    if (!next || this.#usesNumbers || this.#names.isUsed(stage)) return undefined;
    const edits = [deletion({ start: this.#startOf(stage), end: this.#startOf(next) })];
    return { title: 'Delete the stage', applicability: 'suggested', edits };
  }

  #startOf({ from: { span } }: Stage): number {
    return lineStart(this.#model.text, this.#comments.get(span.start) ?? span.start);
  }
}

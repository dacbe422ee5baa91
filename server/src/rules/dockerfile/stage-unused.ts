import { deletion } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import type { Dockerfile, Stage } from '../../model/dockerfile/index.ts';
import { lineStart } from './support/edits.ts';
import { referencesTo } from './support/stage-names.ts';

/** Names under which teams keep stages to build by themselves, with `--target`. */
const TARGETS =
  /(?:^|[-_.])(?:tests?|testing|dev|devel|development|debug|debugger|lint|linter|format|check|ci|docs?|e2e|integration|coverage|bench|benchmarks?|prod|production|release|staging|local|watch|shell|export|artifacts?|binar(?:y|ies)|final|runtime|app)(?:$|[-_.])/;

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
    const targets = new Set(
      env.workspace.all('compose').flatMap(([, { builds }]) => builds.flatMap(({ target }) => target?.toLowerCase() ?? [])),
    );
    const needed = neededStages(model, targets);
    for (const stage of model.stages) {
      for (const { name, stage: used, span } of stage.uses)
        if (used && used !== stage && name !== undefined && /^\d+$/.test(name))
          yield { message: 'number', data: { number: name }, span };
      if (needed.has(stage)) continue;
      const { name, image, keywordSpan } = stage.from;
      const fix = deleteFix(model, stage);
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
  }
  return needed;
}

/** Whether a stage is likely to be built with `--target`: it says what to run, has a name for that, or a Compose file asks for it. */
const isTarget = ({ name, instructions }: Stage, targets: ReadonlySet<string>): boolean =>
  name !== undefined &&
  (targets.has(name) || TARGETS.test(name) || instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT'));

/** Deletes the stage with the comments above its FROM; undefined where another stage names it. */
function deleteFix(model: Dockerfile, stage: Stage): Fix | undefined {
  const next = model.stages[stage.index + 1];
  const isUsed = model.stages.some(
    (user) => user.uses.some((use) => use.stage === stage) || (user.base.kind === 'stage' && user.base.stage === stage),
  );
  if (!next || isUsed || (referencesTo(model, stage)?.length ?? 1) > 0) return undefined;
  // A number would mean another stage afterwards.
  if (model.stages.some((user) => user.uses.some(({ name }) => /^\d+$/.test(name ?? '')))) return undefined;
  const edits = [deletion({ start: startOf(model, stage), end: startOf(model, next) })];
  return { title: 'Delete the stage', applicability: 'suggested', edits };
}

/** Where a stage begins, with the comments directly above its FROM; parser directives belong to the file. */
function startOf({ comments, directives, text }: Dockerfile, { from }: Stage): number {
  const above = comments.filter(
    ({ covers, span }) =>
      covers.start === from.span.start &&
      span.end < from.span.start &&
      !directives.some((directive) => directive.span.start === span.start),
  );
  return lineStart(text, Math.min(from.span.start, ...above.map(({ span }) => span.start)));
}

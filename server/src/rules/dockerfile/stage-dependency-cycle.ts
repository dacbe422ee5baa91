import { dockerfileRule } from '../../engine/rule.ts';
import type { Stage } from '../../model/dockerfile/index.ts';

export const stageDependencyCycle = dockerfileRule(
  {
    id: 'dockerfile/stage-dependency-cycle',
    title: 'Stages depend on each other',
    why: 'A stage can only use stages that stand before it. Where two need each other, neither can be built first; move what both need into a stage of its own.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { cycle: '"{name}" needs this stage itself, so neither can be built first.' },
    aliases: ['tally:tally/circular-stage-deps'],
    references: ['https://docs.docker.com/build/building/multi-stage/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const stage of model.stages) {
      for (const { stage: used, name, span } of stage.uses) {
        if (used && used.index > stage.index && name !== undefined && needs(used, stage))
          yield { message: 'cycle', data: { name }, span };
      }
    }
  },
);

/** Whether `stage` is built on `other` or copies from it, directly or through others. */
function needs(stage: Stage, other: Stage): boolean {
  const seen = new Set<Stage>();
  const open: Stage[] = [stage];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next === other) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.base.kind === 'stage') open.push(next.base.stage);
    for (const use of next.uses) if (use.stage) open.push(use.stage);
  }
  return false;
}

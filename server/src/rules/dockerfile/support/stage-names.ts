import type { Edit } from '../../../base/edit.ts';
import type { Span } from '../../../base/span.ts';
import type { Dockerfile, Stage } from '../../../model/dockerfile/index.ts';

/** A place that names a stage: FROM, `COPY --from=` or `RUN --mount=from=`. */
export interface StageReference {
  readonly stage: Stage;
  readonly span: Span;
}

/** Where a stage is named behind its definition, by its name; undefined when one of the places holds a variable. */
export function referencesTo(model: Dockerfile, stage: Stage): readonly StageReference[] | undefined {
  const references: StageReference[] = [];
  for (const user of model.stages) {
    if (user.index <= stage.index) continue;
    if (user.base.kind === 'stage' && user.base.stage === stage && user.from.image) {
      if (user.from.image.text.text.includes('$')) return undefined;
      references.push({ stage: user, span: user.from.image.span });
    }
    for (const { stage: used, name, span } of user.uses) {
      if (used !== stage || name === undefined || /^\d+$/.test(name)) continue;
      if (model.text.slice(span.start, span.end).toLowerCase() !== name.toLowerCase()) return undefined;
      references.push({ stage: user, span });
    }
  }
  return references;
}

/** Renames a stage and all that refers to it; undefined where that is not all in plain sight. */
export function renameEdits(model: Dockerfile, stage: Stage, newName: string): readonly Edit[] | undefined {
  const { name } = stage.from;
  const references = referencesTo(model, stage);
  if (!name || name.text.text.includes('$') || !references) return undefined;
  return [name.span, ...references.map(({ span }) => span)].map((span) => ({ span, newText: newName }));
}

/** The first of `name-2`, `name-3`, … that no stage has. */
export function freeName({ stages }: Dockerfile, name: string): string {
  for (let number = 2; ; number++) {
    const candidate = `${name}-${number}`;
    if (!stages.some((stage) => stage.name === candidate.toLowerCase())) return candidate;
  }
}

/** Whether every reference to any stage of this name is behind the last one, so that it is clear which is meant. */
export const isClear = ({ stages }: Dockerfile, stage: Stage): boolean =>
  !stages.some(
    (user) =>
      user.index <= stage.index &&
      user.uses.some(({ stage: used, name }) => used === stage && name?.toLowerCase() === stage.name),
  );

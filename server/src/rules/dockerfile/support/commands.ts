import type { CommandInstruction, Dockerfile, HealthcheckInstruction, Stage } from '../../../model/dockerfile/index.ts';
import type { Invocation } from '../../../model/shell/index.ts';

export interface CommandUse {
  readonly instruction: CommandInstruction | HealthcheckInstruction;
  readonly stage: Stage | undefined;
  readonly invocation: Invocation;
}

/** The RUN instructions (those of ONBUILD too) with their commands. A template has none. */
export function* runs(model: Dockerfile): Generator<{
  readonly instruction: CommandInstruction;
  readonly stage: Stage | undefined;
  readonly invocations: readonly Invocation[];
}> {
  if (model.isTemplate) return;
  for (const instruction of model.instructionsOf('RUN')) {
    yield { instruction, stage: model.stageOf(instruction), invocations: model.invocations(instruction) };
  }
}

/** Every command that is run while the image is built or used. */
export function* commands(model: Dockerfile): Generator<CommandUse> {
  if (model.isTemplate) return;
  for (const instruction of model.instructionsOf('RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK')) {
    for (const invocation of model.invocations(instruction)) yield { instruction, stage: model.stageOf(instruction), invocation };
  }
}

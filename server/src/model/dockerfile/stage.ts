import type { Dialect } from '../shell/index.ts';
import type { Expansion } from './expansion.ts';
import type { ImageReference } from './image-reference.ts';
import type { Scope } from './scope.ts';
import type {
  CommandInstruction,
  CopyInstruction,
  FromInstruction,
  HealthcheckInstruction,
  Instruction,
  ShellInstruction,
  TextInstruction,
} from './syntax.ts';
import type { Span } from '../../base/span.ts';

export type Base =
  | { readonly kind: 'scratch' }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'image'; readonly image: ImageReference }
  /** FROM without an image. */
  | { readonly kind: 'missing' };

/** A value that an instruction set. */
export interface Effective<I extends Instruction> {
  readonly instruction: I;
  readonly stage: Stage;
  /** Undefined when a variable in it is unknown. */
  readonly value: string | undefined;
  readonly expansion?: Expansion;
}

/** What is in force at one place of a stage, inherited values included. Undefined: the base image decides. */
export interface State {
  readonly user: Effective<TextInstruction> | undefined;
  /** `value` is the absolute path, undefined when that depends on the base image. */
  readonly workdir: Effective<TextInstruction> | undefined;
  readonly shell: Effective<ShellInstruction> | undefined;
  readonly entrypoint: Effective<CommandInstruction> | undefined;
  readonly cmd: Effective<CommandInstruction> | undefined;
  readonly healthcheck: Effective<HealthcheckInstruction> | undefined;
  readonly dialect: Dialect;
}

/** `COPY --from=` or `RUN --mount=from=`. */
export interface StageUse {
  readonly instruction: CopyInstruction | CommandInstruction;
  /** The stage, if it is one of this file. */
  readonly stage: Stage | undefined;
  /** As evaluated; undefined when unknown. */
  readonly name: string | undefined;
  /** The name as written. */
  readonly span: Span;
}

export interface Stage {
  readonly index: number;
  readonly from: FromInstruction;
  /** Lower case, as Docker compares it. */
  readonly name: string | undefined;
  readonly base: Base;
  /** Those behind FROM, triggers of ONBUILD not counted. */
  readonly instructions: readonly Instruction[];
  readonly uses: readonly StageUse[];
  readonly scope: Scope;
  readonly isWindows: boolean;
  /** What is in force at its end. */
  readonly final: State;
  /** Whether it is the last stage. */
  readonly isFinal: boolean;
  /** Whether the final stage is it, is built on it, or copies from it. */
  readonly reachesFinal: boolean;
}

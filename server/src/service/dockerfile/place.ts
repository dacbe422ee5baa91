import { type Span, touches } from '../../base/span.ts';
import {
  repositoryOfText,
  type Dockerfile,
  type ImageReference,
  type Instruction,
  type Pair,
  type Stage,
} from '../../model/dockerfile/index.ts';
import { variableUseAt } from './variable-use.ts';

/** A variable where it is declared or replaced. */
export interface VariablePlace {
  readonly kind: 'variable';
  readonly name: string;
  readonly instruction: Instruction;
  /** Present where ARG or ENV declares it. */
  readonly declares?: Pair;
  /** Whether the script that uses it has set it itself by then. */
  readonly isSetByScript?: boolean;
  readonly span: Span;
}

/** What stands at one place of a Dockerfile, for hovers. */
export type Place =
  | VariablePlace
  | { readonly kind: 'stage'; readonly stage: Stage; readonly span: Span }
  | {
      readonly kind: 'image';
      readonly repository: string;
      readonly tag: string | undefined;
      readonly digest: string | undefined;
      readonly span: Span;
    };

/** The smallest thing at `offset` that there is something to say about: a variable before the image or path that it is part of. */
export function placeAt(model: Dockerfile, offset: number): Place | undefined {
  const here = { start: offset, end: offset };
  const instruction = instructionAt(model, offset);
  return (
    instruction &&
    (variableAt(model, instruction, here) ?? stageAt(model, instruction, here) ?? imageAt(model, instruction, here))
  );
}

/** The instruction that holds `offset`, a trigger before its ONBUILD. */
export function instructionAt(model: Dockerfile, offset: number): Instruction | undefined {
  const found = model.instructions.find(({ span }) => span.start <= offset && offset <= span.end);
  const trigger = found?.keyword === 'ONBUILD' ? found.trigger : undefined;
  return trigger && trigger.keywordSpan.start <= offset ? trigger : found;
}

function variableAt(model: Dockerfile, instruction: Instruction, here: Span): VariablePlace | undefined {
  if (instruction.keyword === 'ARG' || instruction.keyword === 'ENV') {
    const pair = instruction.pairs.find(({ nameSpan }) => touches(nameSpan, here));
    if (pair) return { kind: 'variable', name: pair.name, instruction, declares: pair, span: pair.nameSpan };
  }
  const use = variableUseAt(model, instruction, here);
  return use && { kind: 'variable', instruction, ...use };
}

function stageAt(model: Dockerfile, instruction: Instruction, here: Span): Place | undefined {
  const own = model.stageOf(instruction);
  if (!own) return undefined;
  if (instruction.keyword === 'FROM') {
    const { name, image } = instruction;
    if (name && touches(name.span, here)) return { kind: 'stage', stage: own, span: name.span };
    if (image && own.base.kind === 'stage' && touches(image.span, here))
      return { kind: 'stage', stage: own.base.stage, span: image.span };
    return undefined;
  }
  const use = own.uses.find(({ span }) => touches(span, here));
  return use?.stage && { kind: 'stage', stage: use.stage, span: use.span };
}

function imageAt(model: Dockerfile, instruction: Instruction, here: Span): Place | undefined {
  const own = model.stageOf(instruction);
  if (instruction.keyword === 'FROM') {
    const image = own?.base.kind === 'image' ? own.base.image : undefined;
    return image?.repository !== undefined && touches(image.span, here) ? ofReference(image, image.repository) : undefined;
  }
  const use = own?.uses.find(({ span, stage }) => !stage && touches(span, here));
  if (use?.name === undefined || /^\d+$/.test(use.name)) return undefined;
  const [, tag, digest] = /^[^@]*?(?::([\w][\w.-]*))?(?:@(\S+))?$/.exec(use.name.slice(use.name.lastIndexOf('/') + 1)) ?? [];
  return { kind: 'image', repository: repositoryOfText(use.name), tag, digest, span: use.span };
}

const ofReference = ({ tag, digest, span }: ImageReference, repository: string): Place => ({
  kind: 'image',
  repository,
  tag: tag?.text,
  digest: digest?.text,
  span,
});

import type { Span } from '../../../base/span.ts';
import type { Dockerfile, WordsInstruction } from '../../../model/dockerfile/index.ts';

/** One argument of EXPOSE whose value is known. */
export interface ExposedPort {
  readonly instruction: WordsInstruction;
  /** With variables resolved: `8080-8090/tcp`. */
  readonly value: string;
  readonly span: Span;
  /** The part before `/`. */
  readonly port: string;
  /** The part behind `/`; undefined without one. */
  readonly protocol: string | undefined;
  /** A piece of the value where it is written; the whole argument when a variable stands in it. */
  readonly piece: (start: number, end: number) => Span;
}

/** The arguments of all EXPOSE instructions, those of ONBUILD too. What a variable leaves open is not among them. */
export function* exposedPorts(model: Dockerfile): Generator<ExposedPort> {
  if (model.isTemplate) return;
  for (const instruction of model.instructionsOf('EXPOSE')) {
    for (const word of instruction.words) {
      const { value, variables } = model.expand(word, instruction);
      if (value === undefined || value === '') continue;
      const slash = value.indexOf('/');
      const isLiteral = variables.length === 0 && value === word.text.text;
      yield {
        instruction,
        value,
        span: word.span,
        port: slash < 0 ? value : value.slice(0, slash),
        protocol: slash < 0 ? undefined : value.slice(slash + 1),
        piece: (start, end) => (isLiteral ? word.text.span(start, end) : word.span),
      };
    }
  }
}

import type { Span } from '../../../base/span.ts';
import type { Dockerfile, Instruction, VariableUse } from '../../../model/dockerfile/index.ts';
import type { MappedText } from '../../../model/shell/index.ts';

/** A variable that Docker, not a shell, replaces. */
export interface ReplacedVariable extends VariableUse {
  readonly span: Span;
  /** In `ENV NAME=$NAME:x`, the name that is set. */
  readonly owner: string | undefined;
}

/** Variables in the instructions in which Docker replaces them: https://docs.docker.com/reference/dockerfile/#environment-replacement. */
export function* variablesIn(model: Dockerfile, instruction: Instruction): Generator<ReplacedVariable> {
  for (const { text, owner } of textsOf(instruction)) {
    if (!text.text.includes('$')) continue;
    for (const variable of model.expand({ text }, instruction).variables) yield { ...variable, owner };
  }
}

function textsOf(instruction: Instruction): readonly { readonly text: MappedText; readonly owner?: string }[] {
  switch (instruction.keyword) {
    case 'ADD':
    case 'COPY':
      return [
        ...instruction.sources,
        ...(instruction.destination ? [instruction.destination] : []),
        ...valuesOf(instruction),
      ].filter(({ text }) => !text.text.startsWith('<<'));
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      return instruction.pairs.flatMap(({ name, value }) => (value ? [{ text: value.text, owner: name }] : []));
    case 'EXPOSE':
    case 'VOLUME':
      return instruction.words;
    case 'USER':
    case 'WORKDIR':
    case 'STOPSIGNAL':
      return instruction.word ? [instruction.word] : [];
    default:
      return [];
  }
}

const valuesOf = ({ flags }: Instruction): readonly { readonly text: MappedText }[] =>
  flags.flatMap(({ value }) => (value ? [{ text: value }] : []));

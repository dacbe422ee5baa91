import { deletion, type Edit } from '../../../base/edit.ts';
import type { Span } from '../../../base/span.ts';
import type { Dockerfile } from '../../../model/dockerfile/index.ts';
import { assignmentOf, valueOf, type Assignment, type Invocation, type Lookup } from '../../../model/shell/index.ts';
import { runs } from './commands.ts';
import { deletePair } from './pairs.ts';

/** A variable of the environment that an instruction or a command sets. */
export interface SetVariable {
  readonly name: string;
  readonly nameSpan: Span;
  /** With a sign in place of what is not known. */
  readonly value: string;
  /** Of the name with the value. */
  readonly span: Span;
  /** The change that takes it back, where nothing else is changed by that. */
  readonly removal: Edit | undefined;
}

/** What ENV, ARG, `export`, `go env -w` and assignments before commands set. A template sets nothing that is known. */
export function* setVariables(model: Dockerfile): Generator<SetVariable> {
  if (model.isTemplate) return;
  for (const instruction of model.instructionsOf('ENV', 'ARG')) {
    for (const pair of instruction.pairs) {
      const { name, nameSpan, value, span } = pair;
      if (!value) continue;
      const removal = instruction.isTrigger ? undefined : deletePair(model.text, instruction, pair);
      yield { name, nameSpan, value: model.expand(value, instruction).site.text, span, removal };
    }
  }
  for (const { instruction, invocations } of runs(model)) {
    const lookup: Lookup = (name) => model.binding(name, instruction)?.expansion?.value;
    for (const invocation of invocations) {
      for (const { assignment, isBefore } of assignmentsOf(invocation)) {
        const { name, value, span } = assignment;
        const known = value && valueOf(value, lookup);
        if (known === undefined) continue;
        const blanks = /^[ \t]+/.exec(model.text.slice(span.end, span.end + 1000))?.[0];
        const removal = isBefore && blanks ? deletion({ start: span.start, end: span.end + blanks.length }) : undefined;
        yield { name, nameSpan: { start: span.start, end: span.start + name.length }, value: known, span, removal };
      }
    }
  }
}

function* assignmentsOf({ name, args, assignments }: Invocation): Generator<{ assignment: Assignment; isBefore: boolean }> {
  for (const assignment of assignments) yield { assignment, isBefore: name !== '' };
  const sets =
    name === 'export' ||
    (name === 'go' &&
      args
        .slice(0, 2)
        .map((word) => valueOf(word))
        .join(' ') === 'env -w');
  for (const word of sets ? args : []) {
    const assignment = assignmentOf(word);
    if (assignment) yield { assignment, isBefore: false };
  }
}
